package dev.tunewise.conversation.card;

import dev.tunewise.condition.Condition;
import dev.tunewise.conversation.state.ValueConstraints;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Gate;
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
import org.jspecify.annotations.Nullable;

/**
 * Numbers that make a difference in a flow: those its rules and gates compare a quantity with. They, and one on either side, are offered as
 * buttons. Where no rule names a number, the buttons are around the usual value.
 */
public final class SuggestedValues {
    private static final int MOST = 5;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<String, List<BigDecimal>> picks = new LinkedHashMap<>();

    public SuggestedValues(Flow flow) {
        Map<String, TreeSet<BigDecimal>> constants = new LinkedHashMap<>();
        conditions(flow).flatMap(condition -> condition.tests().stream()).forEach(test -> {
            if (test.condition().facts().size() == 1) {
                String fact = test.condition().facts().iterator().next();
                test.constants()
                        .forEach(constant -> constants
                                .computeIfAbsent(fact, _ -> new TreeSet<>())
                                .add(plain(BigDecimal.valueOf(constant))));
            }
        });
        for (Fact fact : flow.facts()) {
            if (fact.type() == FactType.QUANTITY) {
                List<BigDecimal> found = constants.getOrDefault(fact.id(), new TreeSet<>()).stream()
                        .filter(constant -> ValueConstraints.fits(fact, Value.Quantity.of(constant)))
                        .toList();
                picks.put(fact.id(), picks(fact, found));
            }
        }
    }

    public List<BigDecimal> of(Fact fact) {
        return picks.getOrDefault(fact.id(), List.of());
    }

    private static Stream<Condition> conditions(Flow flow) {
        return Stream.concat(
                flow.rules().stream().map(Rule::when),
                flow.gates().stream().map(Gate::met).filter(Objects::nonNull));
    }

    private static List<BigDecimal> picks(Fact fact, List<BigDecimal> boundaries) {
        TreeSet<BigDecimal> picks = new TreeSet<>(boundaries);
        if (picks.isEmpty() && fact.assume() instanceof Value.Quantity(BigDecimal usual, var _, var _)) {
            picks.add(plain(usual));
        }
        if (picks.isEmpty()) {
            return List.of();
        }
        BigDecimal low = picks.getFirst();
        BigDecimal high = picks.getLast();
        Unit unit = fact.unit();
        if (unit != null && unit.kind() == Unit.Kind.PERCENT) {
            picks.add(low.subtract(BigDecimal.TEN));
            BigDecimal rest = HUNDRED.subtract(high).divide(BigDecimal.TWO, 0, RoundingMode.DOWN);
            picks.add(high.add(rest.min(BigDecimal.TEN)));
        } else if (high.signum() == 0) {
            picks.add(BigDecimal.ONE);
            picks.add(BigDecimal.TEN);
        } else {
            BigDecimal step = step(unit, boundaries.isEmpty());
            picks.add(nice(low.divide(step, MathContext.DECIMAL64), RoundingMode.DOWN));
            picks.add(nice(high.multiply(step), RoundingMode.UP));
        }
        return thin(picks.stream()
                .filter(pick -> ValueConstraints.fits(fact, Value.Quantity.of(pick)))
                .toList());
    }

    /** How far the buttons on either side are: next to a boundary close by, else wide, widest for rates. */
    private static BigDecimal step(@Nullable Unit unit, boolean usual) {
        boolean rate = unit != null && unit.kind() == Unit.Kind.PER_DAY;
        return !usual ? BigDecimal.TWO : rate ? BigDecimal.TEN : BigDecimal.valueOf(3);
    }

    /** The nearest number of the 1, 2, 5 series in a direction; zero stays zero. */
    private static BigDecimal nice(BigDecimal value, RoundingMode direction) {
        if (value.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(value.precision() - value.scale() - 1);
        int digit = value.divide(power, 0, direction).intValue();
        int step = direction == RoundingMode.UP
                ? digit > 5 ? 10 : digit > 2 ? 5 : digit
                : digit >= 5 ? 5 : digit >= 2 ? 2 : 1;
        return plain(power.multiply(BigDecimal.valueOf(step)));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(value.stripTrailingZeros().toPlainString());
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
