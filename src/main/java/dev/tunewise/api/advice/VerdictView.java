package dev.tunewise.api.advice;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.Evidence;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The answer in short, with its reasons. */
@Serdeable
public record VerdictView(
        // Every flow's verdict has this name in the contract, whatever the flow asks.
        @JsonProperty("fine_tune") String fineTune,

        String lever,

        String headline,
        String rule,
        List<ReasonView> reasons) {

    /** One reason. */
    @Serdeable
    record ReasonView(
            String text, String rule, List<String> facts, List<BasisView> answers, List<SourceView> sources) {}

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
