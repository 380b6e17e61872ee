package dev.tunewise.condition;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A compiled condition over declared facts. Immutable and safe for use by several threads. */
public interface Condition {
    /** The text it was compiled from. */
    String text();

    /** Every fact or figure it mentions, those of the terms in it included. */
    Set<String> facts();

    /**
     * What it says of the facts known so far.
     *
     * @param known raw values by fact id: Double, String, Boolean or a list of strings; facts not in it are unknown
     */
    Tristate evaluate(Map<String, Object> known);

    /** Whether it surely holds: the same without a list of what it still needs, which most who ask have no use for. */
    default boolean holds(Map<String, Object> known) {
        return evaluate(known).holds();
    }

    /** Its smallest boolean parts that mention facts (comparisons, memberships, yes-no facts), in reading order. */
    List<Test> tests();

    BooleanTree shape();

    /**
     * A smallest boolean part of a condition.
     *
     * @param text as written in the condition, spaces and quotes made uniform, so that equal tests have equal texts
     * @param condition the part, to be evaluated by itself
     * @param constants values of its one quantity at which its outcome can change
     * @param balance how far apart the two sides of a comparison of numbers are, or null for other tests
     */
    record Test(
            String text,
            Condition condition,
            List<Double> constants,
            Set<String> choices,
            @Nullable Balance balance) {
        /**
         * The value of a quantity at which both sides of this comparison are equal, all its other facts being known; empty for other
         * tests and where no single such value exists.
         */
        public OptionalDouble boundary(String fact, Map<String, Object> known) {
            return balance == null ? OptionalDouble.empty() : LinearRoot.root(balance, fact, known);
        }
    }

    /** How far apart the two sides of a comparison of numbers are. */
    @FunctionalInterface
    interface Balance {
        /** Left side minus right side. `known`: raw values of at least all facts of the test. */
        double of(Map<String, Object> known);
    }
}
