package dev.tunewise.price.file;

import java.math.BigDecimal;
import java.util.Optional;

/** NumberSize in files that strangers wrote: of sane size, or none. */
public final class NumberSize {
    public static final String EXPECTED = "at most 30 digits before and after the point";
    private static final int MOST_DIGITS = 30;
    private static final int SHOWN = 40;

    /** Says whether a number can be written out without harm. */
    public static boolean isSane(BigDecimal number) {
        return number.signum() == 0
                || number.scale() <= MOST_DIGITS && number.precision() - (long) number.scale() <= MOST_DIGITS;
    }

    /** The number that a text is; empty when it is none or out of range. */
    public static Optional<BigDecimal> parse(String text) {
        try {
            return text.length() > 2 * MOST_DIGITS
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(text)).filter(NumberSize::isSane);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    public static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
