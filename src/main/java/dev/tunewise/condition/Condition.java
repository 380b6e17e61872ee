package dev.tunewise.condition;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A compiled condition over declared facts. Immutable and safe for use by several threads. */
public interface Condition {

    /** The text it was compiled from. */
    String text();

    /** Every fact or figure it mentions. */
    Set<String> facts();

    /**
     * What it says of the facts known so far.
     *
     * @param known raw values by fact id: Double, String, Boolean or a list of strings; facts not in it are unknown
     */
    Truth evaluate(Map<String, Object> known);

    /** Its smallest boolean parts that mention facts (comparisons, memberships, yes-no facts), in reading order. */
    List<Test> tests();

    /**
     * A smallest boolean part of a condition.
     *
     * @param text as written in the condition
     * @param condition the part, to be evaluated by itself
     * @param constants numbers that a quantity is compared with in it
     * @param choices choice ids that it names
     */
    record Test(String text, Condition condition, List<Double> constants, Set<String> choices) {
        public Test {
            constants = List.copyOf(constants);
            choices = Set.copyOf(choices);
        }
    }
}
