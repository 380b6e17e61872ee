package dev.tunewise.cost;

import dev.tunewise.cost.Formula.Named;
import dev.tunewise.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes out the lines of an option. */
final class Bill {
    private final Formula callsPerMonth;
    private final Point point;
    private final Map<Named, String> workings = new IdentityHashMap<>();

    Bill(Formula callsPerMonth, Point point) {
        this.callsPerMonth = callsPerMonth;
        this.point = point;
    }

    List<CostLine> lines(Draft draft) {
        return draft.items.stream().map(this::line).toList();
    }

    static Money sum(List<CostLine> lines, Phase phase) {
        return Money.sum(lines.stream()
                .filter(line -> line.phase() == phase)
                .map(CostLine::amount)
                .toList());
    }

    private CostLine line(Draft.Item item) {
        Formula amount = item.perCall() ? Formula.product(callsPerMonth, item.amount()) : item.amount();
        Map<String, Input> byKey = new LinkedHashMap<>();
        List<Named> named = new ArrayList<>();
        Costing.collect(amount, byKey, Collections.newSetFromMap(new IdentityHashMap<>()));
        collect(amount, named);
        Collection<Input> inputs = byKey.values();
        Basis basis = inputs.stream().map(Input::basis).reduce(Basis.GIVEN, Basis::weaker);
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
                inputs.stream().map(Input::price).filter(Objects::nonNull).distinct().toList());
    }

    private String working(Named figure) {
        return workings.computeIfAbsent(figure, key -> key.written(point) + " = " + key.how().text(point));
    }

    private static void collect(Formula formula, List<Named> named) {
        if (formula instanceof Named figure) {
            for (Named known : named) {
                if (known == figure) {
                    return;
                }
            }
            named.add(figure);
        }
        formula.parts().forEach(part -> collect(part, named));
    }
}
