package dev.tunewise.cost;

import dev.tunewise.cost.Formula.Named;
import dev.tunewise.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
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
        List<Input> inputs = new ArrayList<>();
        List<Named> named = new ArrayList<>();
        collect(amount, inputs, named);
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
                inputs.stream()
                        .map(Input::price)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    private String working(Named figure) {
        return workings.computeIfAbsent(
                figure, key -> key.written(point) + " = " + key.how().text(point));
    }

    /** Inputs and shared figures of a formula, each once; there are so few that a list is the fastest set. */
    private static void collect(Formula formula, List<Input> inputs, List<Named> named) {
        switch (formula) {
            case Formula.Leaf(Input input) -> {
                if (!holds(inputs, input)) {
                    inputs.add(input);
                }
            }
            case Named figure -> {
                if (!holds(named, figure)) {
                    named.add(figure);
                    collect(figure.how(), inputs, named);
                }
            }
            default -> formula.parts().forEach(part -> collect(part, inputs, named));
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
