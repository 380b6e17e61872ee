package dev.tunewise.conversation;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Finding;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Gate;
import dev.tunewise.flow.Lever;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Numbers that make a difference in a flow: those its conditions compare a quantity with, and one on either side. They are offered as buttons
 * and tell which answers lead to different advice.
 */
final class Picks {
    private static final int MOST = 5;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal TEN = BigDecimal.TEN;

    private final Map<String, List<BigDecimal>> boundaries = new LinkedHashMap<>();
    private final Map<String, List<BigDecimal>> picks = new LinkedHashMap<>();

    Picks(Flow flow) {
        Map<String, TreeSet<BigDecimal>> constants = new LinkedHashMap<>();
        conditions(flow).flatMap(condition -> condition.tests().stream()).forEach(test -> {
            if (test.condition().facts().size() == 1) {
                String fact = test.condition().facts().iterator().next();
                test.constants().forEach(constant -> constants
                        .computeIfAbsent(fact, _ -> new TreeSet<>())
                        .add(BigDecimal.valueOf(constant)));
            }
        });
        for (Fact fact : flow.facts()) {
            if (fact.type() == FactType.QUANTITY) {
                List<BigDecimal> found = constants.getOrDefault(fact.id(), new TreeSet<>()).stream()
                        .filter(constant -> Fits.fits(fact, Value.Quantity.of(constant)))
                        .toList();
                boundaries.put(fact.id(), found);
                picks.put(fact.id(), picks(fact, found));
            }
        }
    }

    /** The numbers that conditions compare a quantity with, ascending. */
    List<BigDecimal> boundaries(Fact fact) {
        return boundaries.getOrDefault(fact.id(), List.of());
    }

    /** A few common values to click, ascending. */
    List<BigDecimal> of(Fact fact) {
        return picks.getOrDefault(fact.id(), List.of());
    }

    private static Stream<Condition> conditions(Flow flow) {
        Stream<Condition> rules = flow.rules().stream()
                .flatMap(rule -> Stream.concat(
                        Stream.of(rule.when()), rule.because().stream().map(Rule.Reason::when)));
        Stream<Condition> others = Stream.of(
                        flow.gates().stream().map(Gate::met),
                        flow.findings().stream().map(Finding::when),
                        flow.levers().stream().map(Lever::done),
                        flow.levers().stream().map(Lever::unfit),
                        flow.figures().stream().flatMap(figure -> figure.inputs().stream()).map(Figure.Input::when))
                .flatMap(stream -> stream);
        return Stream.concat(rules, others).filter(Objects::nonNull);
    }

    private static List<BigDecimal> picks(Fact fact, List<BigDecimal> boundaries) {
        TreeSet<BigDecimal> picks = new TreeSet<>();
        List<BigDecimal> centre = boundaries;
        if (centre.isEmpty() && fact.assume() instanceof Value.Quantity(BigDecimal assumed, var _, var _)) {
            centre = List.of(assumed);
        }
        Unit unit = fact.unit();
        boolean percent = unit != null && unit.kind() == Unit.Kind.PERCENT;
        for (BigDecimal middle : centre) {
            picks.add(middle.stripTrailingZeros());
        }
        if (!centre.isEmpty() && !percent) {
            boolean wide = boundaries.isEmpty();
            picks.add(round(centre.getFirst().divide(wide ? TEN : TWO, MathContext.DECIMAL64)));
            picks.add(round(centre.getLast().multiply(wide ? TEN : TWO)));
        }
        if (!centre.isEmpty() && percent) {
            picks.add(centre.getFirst().subtract(TEN));
            picks.add(centre.getLast().add(BigDecimal.valueOf(5)));
        }
        return thin(picks.stream()
                .filter(pick -> Fits.fits(fact, Value.Quantity.of(pick)))
                .toList());
    }

    /** The nearest number of the 1, 2, 5 series at or below; zero stays zero. */
    private static BigDecimal round(BigDecimal value) {
        if (value.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(value.precision() - value.scale() - 1);
        BigDecimal digit = value.divide(power, 0, RoundingMode.DOWN);
        int step = digit.intValue() >= 5 ? 5 : digit.intValue() >= 2 ? 2 : 1;
        return power.multiply(BigDecimal.valueOf(step)).stripTrailingZeros();
    }

    /** At most so many, the ends and an even choice between them. */
    private static List<BigDecimal> thin(List<BigDecimal> picks) {
        if (picks.size() <= MOST) {
            return picks;
        }
        List<BigDecimal> some = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            some.add(picks.get(i * (picks.size() - 1) / (MOST - 1)));
        }
        return some;
    }
}
