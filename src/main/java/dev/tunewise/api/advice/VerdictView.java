package dev.tunewise.api.advice;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.Evidence;
import dev.tunewise.advice.result.Recommendation;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer in short, with its reasons. */
@Serdeable
public record VerdictView(
        // Every flow's verdict has this name in the contract, whatever the flow asks.
        @JsonProperty("fine_tune") String fineTune,

        String lever,

        String headline,
        String rule,
        @Nullable String option,
        @Nullable Double probability,
        boolean tie,
        @JsonProperty("runner_up") @Nullable RunnerUpView runnerUp,
        List<ReasonView> reasons) {

    /** The row that comes next. */
    @Serdeable
    record RunnerUpView(
            String option,
            String name,
            @JsonProperty("yearly_difference") BigDecimal yearlyDifference) {}

    /** One reason. */
    @Serdeable
    record ReasonView(
            String text, String rule, List<String> facts, List<BasisView> answers, List<SourceView> sources) {}

    public static VerdictView of(Decision decision) {
        Recommendation row = decision.recommendation();
        Recommendation.RunnerUp second = row == null ? null : row.runnerUp();
        return new VerdictView(
                decision.verdict(),
                decision.lever(),
                decision.headline(),
                decision.rule(),
                row == null ? null : row.option(),
                row == null ? null : row.probability(),
                row != null && row.tie(),
                second == null ? null : new RunnerUpView(second.option(), second.name(), second.yearlyDifference()),
                decision.reasons().stream()
                        .map(reason -> new ReasonView(
                                reason.text(),
                                reason.rule(),
                                reason.basis().stream().map(Evidence::fact).toList(),
                                BasisView.of(reason.basis()),
                                SourceView.of(reason.sources())))
                        .toList());
    }
}
