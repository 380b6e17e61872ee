package dev.tunewise.api.advice;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.Evidence;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

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
        List<ReasonView> reasons) {

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
        return new VerdictView(
                decision.verdict(),
                decision.lever(),
                decision.headline(),
                decision.rule(),
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
