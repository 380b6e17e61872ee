package dev.tunewise.advice.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict with its reasons.
 *
 * @param withoutCosts the same without any amount of money, for those who may see none
 * @param first what has to be done before anything else, as an order; empty where nothing stands in the way of what it names
 * @param asksGates whether this verdict is one that asks for its gates
 * @param recommendation the row of the comparison that it names, or null where none is needed
 */
public record Decision(
        String rule,
        String verdict,
        String lever,
        String headline,
        String withoutCosts,
        String first,
        boolean asksGates,
        @Nullable Recommendation recommendation,
        List<Reason> reasons) {
    /** Whether the row it names is as good as even with another. */
    public boolean tie() {
        return recommendation != null && recommendation.tie();
    }

    /** The same decision with the row that it names. */
    public Decision naming(@Nullable Recommendation row) {
        return new Decision(rule, verdict, lever, headline, withoutCosts, first, asksGates, row, reasons);
    }

    public record Reason(String id, String text, String rule, List<Evidence> basis, List<SourceReference> sources) {}
}
