package dev.tunewise.money;

import java.math.BigDecimal;

/**
 * A figure that is not known exactly: the least it may be, the value to calculate with, and the most it may be.
 *
 * @param low at most {@code likely}
 * @param high at least {@code likely}
 */
public record Range(BigDecimal low, BigDecimal likely, BigDecimal high) {
    public Range {
        if (low.compareTo(likely) > 0 || likely.compareTo(high) > 0) {
            throw new IllegalArgumentException("A range needs low <= likely <= high, found " + low.toPlainString()
                    + " / " + likely.toPlainString() + " / " + high.toPlainString());
        }
    }

    public static Range of(double low, double likely, double high) {
        return new Range(decimal(low), decimal(likely), decimal(high));
    }

    public static Range exactly(BigDecimal value) {
        return new Range(value, value, value);
    }

    public boolean isExact() {
        return low.compareTo(high) == 0;
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }
}
