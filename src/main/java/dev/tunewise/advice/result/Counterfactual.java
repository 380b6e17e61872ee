package dev.tunewise.advice.result;

import dev.tunewise.flow.Value;
import java.util.List;
import java.util.Locale;

/**
 * A change of one fact that changes the advice.
 *
 * @param at the value at which the advice changes; applying it does change it
 * @param far whether it is a quantity so far from the present one that hardly any team gets there
 * @param exact whether the advice changes exactly there, and not somewhere between there and a little nearer the present value
 */
public record Counterfactual(
        String fact,
        String label,
        String from,
        Value at,
        String atText,
        Kind kind,
        boolean far,
        boolean exact,
        boolean assumed,
        Result result) {
    /** Whether another verdict or lever stands beyond a quantity. */
    public boolean isThreshold() {
        return (kind == Kind.AT_LEAST || kind == Kind.AT_MOST) && result instanceof Result.Decides;
    }

    public enum Kind {
        /** To this choice, yes or no. */
        TO,
        /** One choice is added; {@link Counterfactual#atText()} names it. */
        WITH,
        /** One choice is left out; {@link Counterfactual#atText()} names it. */
        WITHOUT,
        /** To this quantity or more. */
        AT_LEAST,
        /** To this quantity or less. */
        AT_MOST;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What the advice changes to. */
    public sealed interface Result {
        /** Another verdict, or the same with another lever. */
        record Decides(String rule, String verdict, String lever, String leverLabel) implements Result {}

        /** The answer then needs more facts first. */
        record Asks(List<String> facts, List<String> labels) implements Result {}
    }
}
