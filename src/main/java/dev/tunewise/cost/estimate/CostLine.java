package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.formula.PriceRef;
import dev.tunewise.cost.option.Phase;
import dev.tunewise.money.Money;
import java.util.List;

/**
 * One line of an option's bill, as somebody can check it.
 *
 * @param formula how the amount is worked out, with the numbers in it
 * @param where how the figures in it were worked out in turn, one sentence each
 * @param amount dollars in whole cents, once or a month as the phase says
 * @param basis the least firm of what it rests on
 */
public record CostLine(
        Phase phase,
        String label,
        String formula,
        List<String> where,
        Money amount,
        FigureBasis basis,
        List<PriceRef> prices) {}
