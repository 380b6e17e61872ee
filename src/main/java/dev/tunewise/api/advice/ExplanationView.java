package dev.tunewise.api.advice;

import dev.tunewise.advice.result.Explanation;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Why this verdict and no other. */
@Serdeable
record ExplanationView(
        String rule,

        String condition,

        List<TestView> tests,
        List<BasisView> answers,
        List<BasisView> figures,

        List<PassedView> passed) {

    /** A part of a condition with what came of it. */
    @Serdeable
    record TestView(String test, String outcome, String found, String asked) {

        static List<TestView> of(List<Explanation.Tested> tests) {
            return tests.stream()
                    .map(test -> new TestView(test.test(), test.outcome().id(), test.found(), test.asked()))
                    .toList();
        }
    }

    /** A rule that was tried before and does not hold. */
    @Serdeable
    record PassedView(String rule, String name, String verdict, String lever, List<TestView> because) {}

    static ExplanationView of(Explanation explanation) {
        return new ExplanationView(
                explanation.rule(),
                explanation.condition(),
                TestView.of(explanation.tests()),
                BasisView.of(explanation.answers()),
                BasisView.of(explanation.figures()),
                explanation.passed().stream()
                        .map(passed -> new PassedView(
                                passed.rule(),
                                passed.name(),
                                passed.verdict(),
                                passed.lever(),
                                TestView.of(passed.because())))
                        .toList());
    }
}
