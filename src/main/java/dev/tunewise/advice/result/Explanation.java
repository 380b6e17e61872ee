package dev.tunewise.advice.result;

import java.util.List;
import java.util.Locale;

/**
 * Why this verdict and no other.
 *
 * @param rule id of the rule that decided; empty while nothing is decided
 * @param answers the answers it rests on: those to the facts that the rule and its reasons mention, and those that their figures are worked out from
 * @param figures the figures that the rule and its reasons mention, with their values
 * @param passed the rules above it, in order, each with what keeps it from holding
 */
public record Explanation(
        String rule,
        String condition,
        List<Tested> tests,
        List<Evidence> answers,
        List<Evidence> figures,
        List<Passed> passed) {
    public static final Explanation NONE = new Explanation("", "", List.of(), List.of(), List.of(), List.of());

    /**
     * A test with its result.
     *
     * @param outcome whether it holds, or that it did not have to be told
     * @param found the values it looked at, in plain words; the test itself where nothing is known of them
     * @param asked what it would have had to find, in plain words; empty where the test says what it should, or is of an unusual form
     * @param basis the values it looked at, as far as they are known
     */
    public record Tested(String test, Outcome outcome, String found, String asked, List<Evidence> basis) {
        /** Both in one line: "Training examples: 140 examples (asked for: at least 200 examples)". */
        public String words() {
            return asked.isEmpty() ? found : found + " (asked for: " + asked + ")";
        }
    }

    public enum Outcome {
        HOLDS,
        FAILS,
        /** Its facts are not all known, and did not have to be. */
        OPEN;

        /** Lower-case name, as the API writes it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A rule that was tried before and does not hold.
     *
     * @param because the tests that alone keep it from holding; empty only for a rule that can never hold
     */
    public record Passed(String rule, String name, String verdict, String lever, List<Tested> because) {}
}
