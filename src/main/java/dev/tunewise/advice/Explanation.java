package dev.tunewise.advice;

import java.util.List;

/**
 * Why this verdict and no other.
 *
 * @param rule id of the rule that decided; empty while nothing is decided
 * @param condition its condition as the flow's author wrote it
 * @param tests the tests of that condition
 * @param answers the answers it rests on: those to the facts it mentions, and those that its figures are worked out from
 * @param figures the figures it mentions, with their values
 * @param passed the rules above it, in order, each with what keeps it from holding
 */
public record Explanation(
        String rule,
        String condition,
        List<Tested> tests,
        List<Basis> answers,
        List<Basis> figures,
        List<Passed> passed) {
    public Explanation {
        tests = List.copyOf(tests);
        answers = List.copyOf(answers);
        figures = List.copyOf(figures);
        passed = List.copyOf(passed);
    }

    /** While nothing is decided. */
    static final Explanation NONE = new Explanation("", "", List.of(), List.of(), List.of(), List.of());

    /**
     * A test with what came of it.
     *
     * @param test as the author wrote it
     * @param outcome whether it holds, or that it did not have to be told
     * @param words the same in plain words: the values found, and for a rule that does not hold what it asks for
     * @param basis the values it looked at, as far as they are known
     */
    public record Tested(String test, Outcome outcome, String words, List<Basis> basis) {
        public Tested {
            basis = List.copyOf(basis);
        }
    }

    /** What came of a test. */
    public enum Outcome {
        HOLDS,
        FAILS,
        /** Its facts are not all known, and did not have to be. */
        OPEN
    }

    /**
     * A rule that was tried before and does not hold.
     *
     * @param rule id of the rule
     * @param name what it is about
     * @param verdict id of the verdict it would have given
     * @param lever id of its lever
     * @param because the tests that alone keep it from holding; empty only for a rule that can never hold
     */
    public record Passed(String rule, String name, String verdict, String lever, List<Tested> because) {
        public Passed {
            because = List.copyOf(because);
        }
    }
}
