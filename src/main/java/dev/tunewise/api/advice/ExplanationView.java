package dev.tunewise.api.advice;

import dev.tunewise.advice.result.Explanation;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Why this verdict and no other. */
@Serdeable
record ExplanationView(
        @Schema(description = "id of the rule that decided") String rule,

        @Schema(description = "its condition as the flow's author wrote it")
        String condition,

        List<TestView> tests,
        @Schema(description = "the answers it rests on") List<BasisView> answers,
        @Schema(description = "the figures it rests on") List<BasisView> figures,

        @Schema(description = "the rules above it, each with what keeps it from holding")
        List<PassedView> passed) {

    /** A part of a condition with what came of it. */
    @Serdeable
    record TestView(
            String test,

            @Schema(allowableValues = {"holds", "fails", "open"})
            String outcome,

            @Schema(description = "the values it looked at, in words")
            String found,

            @Schema(description = "what it asks for, in words; may be empty")
            String asked) {
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
