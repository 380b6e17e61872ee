package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.Formula.Named;
import dev.tunewise.cost.formula.PriceRef;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.option.OptionBuilder;
import dev.tunewise.cost.option.Phase;
import dev.tunewise.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes out the lines of an option. */
final class CostLineWriter {
    private final Formula callsPerMonth;
    private final ValuePoint point;
    private final Map<Named, String> workings = new IdentityHashMap<>();

    CostLineWriter(Formula callsPerMonth, ValuePoint point) {
        this.callsPerMonth = callsPerMonth;
        this.point = point;
    }

    List<CostLine> lines(OptionBuilder draft) {
        return draft.items.stream().map(this::line).toList();
    }

    /** The prices that an option rests on, each once. */
    List<PriceRef> prices(OptionBuilder draft) {
        List<CostInput> inputs = new ArrayList<>();
        List<Named> named = new ArrayList<>();
        draft.items.forEach(item -> collect(amount(item), point, inputs, named));
        return prices(inputs);
    }

    private static List<PriceRef> prices(List<CostInput> inputs) {
        return inputs.stream()
                .map(CostInput::price)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The amount of a phase before any rounding. */
    Money exact(OptionBuilder draft, Phase phase) {
        return Money.of(draft.items.stream()
                .filter(item -> item.phase() == phase)
                .map(item -> amount(item).exact(point))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private Formula amount(OptionBuilder.Item item) {
        return item.perCall() ? Formula.product(callsPerMonth, item.amount()) : item.amount();
    }

    private CostLine line(OptionBuilder.Item item) {
        Formula amount = amount(item);
        List<CostInput> inputs = new ArrayList<>();
        List<Named> named = new ArrayList<>();
        collect(amount, point, inputs, named);
        FigureBasis basis = inputs.stream().map(CostInput::basis).reduce(FigureBasis.GIVEN, FigureBasis::weaker);
        BigDecimal exact = amount.exact(point);
        return new CostLine(
                item.phase(),
                item.label(),
                amount.text(point),
                named.stream()
                        .filter(figure -> !(figure.how() instanceof Formula.Constant))
                        .map(this::working)
                        .toList(),
                Money.of(exact).toCents(),
                basis,
                prices(inputs));
    }

    private String working(Named figure) {
        return workings.computeIfAbsent(
                figure, key -> key.written(point) + " = " + key.how().text(point));
    }

    /** Inputs and shared figures of a formula, each once; there are so few that a list is the fastest set. */
    private static void collect(Formula formula, ValuePoint point, List<CostInput> inputs, List<Named> named) {
        switch (formula) {
            case Formula.Leaf(CostInput input) -> {
                if (!holds(inputs, input)) {
                    inputs.add(input);
                }
            }
            case Named figure -> {
                if (!holds(named, figure)) {
                    named.add(figure);
                    collect(figure.how(), point, inputs, named);
                }
            }
            default -> formula.shownParts(point).forEach(part -> collect(part, point, inputs, named));
        }
    }

    private static boolean holds(List<?> items, Object wanted) {
        for (Object item : items) {
            if (item == wanted) {
                return true;
            }
        }
        return false;
    }
}
