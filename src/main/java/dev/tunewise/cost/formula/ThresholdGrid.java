package dev.tunewise.cost.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The numbers that thresholds are told with: 1 to 2.5 hundredths apart, so that what is told is the true place to about a fiftieth.
 *
 * @param finest no two are nearer to each other
 * @param mostGrown so often a place is looked for further out, each time twice as far
 */
public record ThresholdGrid(BigDecimal finest, int mostGrown) {

    /** The first number near a place at which something holds while it does not at the one before; 0 where it holds there too; empty where none is near. */
    public Optional<BigDecimal> first(double near, Predicate<BigDecimal> holds) {
        BigDecimal at = rounded(BigDecimal.valueOf(near), RoundingMode.UP);
        BigDecimal gap = step(at).add(step(at));
        BigDecimal below = null;
        for (int grown = 0; !holds.test(at); grown++) {
            if (grown == mostGrown) {
                return Optional.empty();
            }
            below = at;
            at = rounded(at.add(gap), RoundingMode.UP);
            gap = gap.add(gap);
        }
        while (at.signum() > 0 && (below == null || at.subtract(below).compareTo(step(at)) > 0)) {
            BigDecimal tried = below == null
                    ? at.subtract(gap).max(BigDecimal.ZERO)
                    : at.add(below).divide(BigDecimal.TWO);
            BigDecimal onGrid = rounded(tried, RoundingMode.DOWN);
            if (holds.test(onGrid)) {
                at = onGrid;
                gap = gap.add(gap);
            } else {
                below = onGrid;
            }
        }
        return Optional.of(at);
    }

    /** From a number to the next: 1, 2 or 5 in the third digit, or 1 in the second. */
    private BigDecimal step(BigDecimal value) {
        BigDecimal digit = BigDecimal.ONE.movePointRight(value.precision() - value.scale() - 3);
        int leading = value.unscaledValue().toString().charAt(0) - '0';
        int times = leading == 1 ? 2 : leading < 5 ? 5 : 10;
        return digit.multiply(BigDecimal.valueOf(times)).max(finest);
    }

    private BigDecimal rounded(BigDecimal value, RoundingMode mode) {
        BigDecimal step = step(value);
        return value.divide(step, 0, mode).multiply(step).stripTrailingZeros();
    }
}
