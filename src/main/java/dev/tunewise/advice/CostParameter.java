package dev.tunewise.advice;

import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.NumberFormat;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A cost parameter that may be set by hand.
 *
 * @param unit what stands behind it; may be empty
 * @param usual what it is taken to be until somebody sets it
 * @param basis what that rests on: sourced, derived or assumption
 * @param least the least it may be set to
 * @param most the most it may be set to, or null for no limit
 * @param whole whether only whole numbers make sense
 */
public record CostParameter(
        String key,
        String label,
        Kind kind,
        String unit,
        Range usual,
        String basis,
        BigDecimal least,
        @Nullable BigDecimal most,
        boolean whole) {

    public enum Kind {
        COUNT,
        /** Dollars per something. */
        MONEY,
        /** A share between 0 and 1, written as percent. */
        SHARE
    }

    /** A number of something, of which nothing is known but its name. */
    public static CostParameter named(String key) {
        BigDecimal one = BigDecimal.ONE;
        return new CostParameter(
                key,
                key.replace('_', ' '),
                Kind.COUNT,
                "",
                Range.exactly(one),
                "assumption",
                BigDecimal.ZERO,
                null,
                false);
    }

    /** Says whether it may be set to a value. */
    public boolean takes(BigDecimal value) {
        boolean within = value.compareTo(least) >= 0 && (most == null || value.compareTo(most) <= 0);
        return within && (!whole || value.stripTrailingZeros().scale() <= 0);
    }

    public String written(BigDecimal value) {
        if (kind == Kind.COUNT) {
            return NumberFormat.counted(value, unit);
        }
        return unit.isEmpty() ? number(value) : number(value) + " " + unit;
    }

    private String number(BigDecimal value) {
        return switch (kind) {
            case COUNT -> NumberFormat.number(value);
            case MONEY -> MoneyFormat.exact(Money.of(value));
            case SHARE -> NumberFormat.percent(value);
        };
    }

    /** What it is taken to be until somebody sets it: the likely value, and its range where it has one. */
    public String usually() {
        return usual.isExact()
                ? written(usual.likely())
                : written(usual.likely()) + " (" + number(usual.low()) + " to " + number(usual.high()) + ")";
    }
}
