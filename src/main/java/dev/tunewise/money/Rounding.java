package dev.tunewise.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Where amounts are rounded. Sums and products stay exact; a quotient keeps 34 digits; an amount that somebody is shown as a line of
 * a bill is rounded once, half up, to whole cents, and totals add up the rounded lines.
 */
public final class Rounding {
    /** For divisions and roots, where exact decimals end. */
    public static final MathContext CONTEXT = MathContext.DECIMAL128;

    /** The amount in whole cents, half up. */
    public static BigDecimal toCents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** The quotient to 34 digits. */
    public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, CONTEXT);
    }
}
