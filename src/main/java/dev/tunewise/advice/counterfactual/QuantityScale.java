package dev.tunewise.advice.counterfactual;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values that a quantity can sensibly take, seen from its present one: percentages by tenths, money by cents, below a dollar by tenths of one and by two digits,
 * everything else by ones; far values by factors.
 *
 * @param unit the finest difference worth telling; of money, at a dollar and more
 * @param money whether small values are told more finely
 * @param byFactor whether far values are reached by factors rather than by equal steps
 */
record QuantityScale(
        BigDecimal from, BigDecimal least, BigDecimal most, BigDecimal unit, boolean money, boolean byFactor) {
    private static final double MARGIN = 1.05;
    /** As many steps make up for a factor of two where values lie in equal steps. */
    private static final double STEPS_PER_FACTOR = 100;

    private static final BigDecimal UNBOUNDED = BigDecimal.valueOf(1_000_000_000_000L);
    private static final BigDecimal FAR = BigDecimal.valueOf(1000);
    /** From one step below an edge to two above it, in case it lies between two steps. */
    private static final BigDecimal AROUND = BigDecimal.valueOf(3);

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final double NEAR_ENOUGH = 1.015;
    private static final MathContext THREE_UP = new MathContext(3, RoundingMode.UP);
    private static final MathContext THREE_DOWN = new MathContext(3, RoundingMode.DOWN);

    static QuantityScale of(Fact fact, BigDecimal from) {
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        return new QuantityScale(
                from,
                min != null ? min : from.min(BigDecimal.ZERO),
                max != null ? max : from.max(UNBOUNDED),
                fact.whole() ? BigDecimal.ONE : unit(fact.unit()),
                !fact.whole() && fact.unit() != null && fact.unit().isMoney(),
                fact.unit() == null || fact.unit().kind() != Unit.Kind.PERCENT);
    }

    private static BigDecimal unit(@Nullable Unit unit) {
        if (unit == null) {
            return new BigDecimal("0.01");
        }
        return switch (unit.kind()) {
            case COUNT, PER_DAY -> BigDecimal.ONE;
            case PERCENT, MONTHS -> new BigDecimal("0.1");
            case MONEY, MONEY_PER_THOUSAND -> CENT;
        };
    }

    /** The finest difference worth telling at a value, whatever the present one is. */
    BigDecimal step(BigDecimal value) {
        if (!money || value.compareTo(BigDecimal.ONE) >= 0) {
            return unit;
        }
        BigDecimal tenth = CENT.movePointLeft(1);
        BigDecimal digits = BigDecimal.ONE.movePointRight(value.precision() - value.scale() - 2);
        return value.signum() <= 0 ? tenth : tenth.min(digits);
    }

    /** Allowed values from one to another. */
    record Span(BigDecimal low, BigDecimal high) {}

    /** The allowed values at an edge and next to it. */
    Span neighbours(BigDecimal edge) {
        BigDecimal step = step(edge);
        BigDecimal low = floor(edge).subtract(step);
        return new Span(bounded(low), bounded(low.add(step.multiply(AROUND))));
    }

    /** Values on both sides of the present one, the nearest first. */
    List<BigDecimal> nearby() {
        return Stream.of(1.1, 1.5, 3.0, 8.0)
                .flatMap(times -> Stream.of(moved(from, times, true), moved(from, times, false)))
                .toList();
    }

    boolean allows(BigDecimal value) {
        return bounded(value).compareTo(value) == 0;
    }

    private BigDecimal bounded(BigDecimal value) {
        return value.max(least).min(most);
    }

    /** Values far out on each side, within the bounds; where they lie in equal steps also on the way there, since figures swing between them. */
    List<BigDecimal> further() {
        BigDecimal start = from.max(unit);
        BigDecimal up = byFactor ? start.multiply(FAR).min(most) : most;
        BigDecimal down = byFactor ? start.divide(FAR, MathContext.DECIMAL64).max(least) : least;
        Stream<BigDecimal> between = byFactor
                ? Stream.of()
                : Stream.of(up, down)
                        .flatMap(end -> Stream.of(HALF, HALF.multiply(HALF))
                                .map(part -> from.add(end.subtract(from).multiply(part))));
        return Stream.concat(Stream.of(up, down), between)
                .map(value -> floor(value).max(least))
                .toList();
    }

    /** Whether nothing worth telling lies between two values. */
    boolean adjacent(BigDecimal one, BigDecimal two) {
        return one.subtract(two).abs().compareTo(step(one.max(two))) <= 0;
    }

    /** Whether it is worth looking between two values. */
    boolean canSplit(BigDecimal one, BigDecimal two) {
        return byFactor ? apart(one, two, NEAR_ENOUGH) : !adjacent(one, two);
    }

    /** Whether two values are further apart than by a factor, or the steps that make up for it, and not adjacent. */
    boolean apart(BigDecimal one, BigDecimal two, double factor) {
        double low = one.min(two).doubleValue();
        double high = one.max(two).doubleValue();
        boolean further = byFactor
                ? low <= 0 || high / low > factor
                : (high - low) / unit.doubleValue() > STEPS_PER_FACTOR * (factor - 1);
        return further && !adjacent(one, two);
    }

    /** A value between two that are not adjacent. */
    BigDecimal middle(BigDecimal one, BigDecimal two) {
        BigDecimal low = one.min(two);
        BigDecimal high = one.max(two);
        BigDecimal middle = floor(byFactor ? byFactor(low, high) : low.add(high).divide(BigDecimal.TWO));
        return middle.compareTo(low) > 0 ? middle : floor(low).add(step(low));
    }

    private BigDecimal byFactor(BigDecimal low, BigDecimal high) {
        double least = Math.max(low.doubleValue(), Math.min(step(low).doubleValue(), high.doubleValue() / 4));
        return BigDecimal.valueOf(Math.sqrt(least * high.doubleValue()));
    }

    /** A round value a little beyond `outside`, seen from `inside`, and not beyond `far`; `outside` itself where there is none. */
    BigDecimal roundOutward(BigDecimal inside, BigDecimal outside, BigDecimal far) {
        boolean up = outside.compareTo(inside) > 0;
        BigDecimal round = outside.round(up ? THREE_UP : THREE_DOWN);
        boolean beyond = up ? round.compareTo(far) > 0 : round.compareTo(far) < 0;
        return beyond ? outside : floor(round);
    }

    /** A round value about a twentieth beyond an edge, away from the present one. */
    BigDecimal beyond(BigDecimal edge) {
        return outward(edge, MARGIN);
    }

    /** A round value further from the present one than an edge, by a factor or the steps that make up for it; the edge for 1. */
    BigDecimal outward(BigDecimal edge, double times) {
        return times == 1 ? edge : moved(edge, times, edge.compareTo(from) > 0);
    }

    /** A round value nearer to the present one; not beyond it. */
    BigDecimal inward(BigDecimal edge, double times) {
        boolean above = edge.compareTo(from) > 0;
        BigDecimal moved = moved(edge, times, !above);
        return above ? moved.max(from) : moved.min(from);
    }

    private BigDecimal moved(BigDecimal edge, double times, boolean up) {
        BigDecimal moved = byFactor
                ? edge.multiply(BigDecimal.valueOf(up ? times : 1 / times))
                : edge.add(unit.multiply(BigDecimal.valueOf((up ? 1 : -1) * STEPS_PER_FACTOR * (times - 1))));
        return bounded(floor(moved.round(up ? THREE_UP : THREE_DOWN)));
    }

    private BigDecimal floor(BigDecimal value) {
        BigDecimal step = step(value);
        BigDecimal steps = value.divide(step, 0, RoundingMode.FLOOR);
        BigDecimal floor = steps.multiply(step).stripTrailingZeros();
        return floor.scale() < 0 ? floor.setScale(0) : floor;
    }
}
