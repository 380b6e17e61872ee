package dev.tunewise.cost.parameter;

import dev.tunewise.money.Range;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a parameter may be set to. `whole`: whether only whole numbers make sense. */
public record ParameterLimits(BigDecimal least, BigDecimal most, boolean whole) {
    private static final BigDecimal PLENTY = new BigDecimal("1000000000000");
    private static final BigDecimal TINY = new BigDecimal("0.001");

    /** What a parameter takes in the word of the files; an amount where they have none. */
    static ParameterLimits of(@Nullable String takes) {
        return switch (takes) {
            case "months" -> new ParameterLimits(BigDecimal.ONE, BigDecimal.valueOf(120), true);
            case "share" -> new ParameterLimits(BigDecimal.ZERO, BigDecimal.ONE, false);
            // A share of a difference may be more than all of it or the other way round.
            case "signed-share" -> new ParameterLimits(BigDecimal.valueOf(-1), BigDecimal.TWO, false);
            // Something is divided by it, or it makes no sense at nothing.
            case "positive-share" -> new ParameterLimits(TINY, BigDecimal.ONE, false);
            case "positive" -> new ParameterLimits(TINY, PLENTY, false);
            case null -> new ParameterLimits(BigDecimal.ZERO, PLENTY, false);
            default -> throw new IllegalStateException("Nobody knows what a parameter takes that is " + takes);
        };
    }

    boolean hold(Range range) {
        boolean within = range.low().compareTo(least) >= 0 && range.high().compareTo(most) <= 0;
        return within && (!whole || isWhole(range.low()) && isWhole(range.likely()) && isWhole(range.high()));
    }

    String expected() {
        return "a " + (whole ? "whole number" : "number") + ", or low, likely and high in this order, from "
                + least.toPlainString() + (most.equals(PLENTY) ? " on" : " to " + most.toPlainString());
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }
}
