package dev.tunewise.api.advice;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.advice.result.Evidence;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer in short, with its reasons. */
@Serdeable
public record VerdictView(
        // Every flow's verdict has this name in the contract, whatever the flow asks.
        @Schema(description = "id of the verdict; for the flow `fine-tuning` no, not-yet or yes", example = "not-yet")
        @JsonProperty("fine_tune")
        String fineTune,

        @Schema(description = "id of the lever to pull now", example = "measure")
        String lever,

        @Schema(description = "the verdict in a sentence") String headline,
        @Schema(description = "id of the rule that decided") String rule,
        @Schema(description = "id of the recommended row of `cost.options`; null where no row is needed", nullable = true)
        @Nullable
        String option,

        @Schema(description = "the chance that it stays the best, 0 to 1; null where no row is needed", nullable = true)
        @Nullable
        Double probability,

        @Schema(description = "whether another row is so near that the two count as even; the lower rung won")
        boolean tie,

        @Schema(description = "the next best row; null where there is none", nullable = true)
        @JsonProperty("runner_up")
        @Nullable
        RunnerUpView runnerUp,

        List<ReasonView> reasons) {

    /** The next best row. */
    @Serdeable
    record RunnerUpView(
            @Schema(description = "id of the row") String option,
            String name,

            @Schema(description = "dollars that it costs more in a year; below zero where a tie went to the lower rung")
            @JsonProperty("yearly_difference")
            BigDecimal yearlyDifference) {}

    /** One reason. */
    @Serdeable
    record ReasonView(
            String text,
            @Schema(description = "id of the rule") String rule,

            @Schema(description = "ids of the facts and figures it rests on")
            List<String> facts,

            @Schema(description = "the same with their values")
            List<BasisView> answers,

            List<SourceView> sources) {}

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
                second == null
                        ? null
                        : new RunnerUpView(
                                second.option(),
                                second.name(),
                                BigDecimal.valueOf(second.yearlyDifference()).setScale(2, RoundingMode.HALF_UP)),
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
