package dev.tunewise.advice.result;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What of a comparison of costs is compared with an earlier one.
 *
 * @param gain US dollars that it likely saves a month, or null where it is what is done today
 * @param breakEvenOf name of the option that the next figure is about; may be empty
 * @param breakEven calls a day from which that beats today, or null where no volume makes it
 */
public record CostOutline(
        String option,
        @Nullable BigDecimal gain,
        String breakEvenOf,
        @Nullable BigDecimal breakEven) {
    /** Nothing was compared. */
    public static final CostOutline NONE = new CostOutline("", null, "", null);
}
