package dev.tunewise.api.advice;

import dev.tunewise.advice.result.Assumption;
import dev.tunewise.advice.result.Counterfactuals;
import dev.tunewise.api.flow.ValueJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A fact that nobody knew and that the advice uses. */
@Serdeable
record AssumptionView(
        @Schema(description = "id of the fact") String fact,
        @Schema(description = "its short name") String label,
        @Schema(ref = "#/components/schemas/Value") Object value,
        @Schema(description = "the same in words") String text,

        @Schema(description = "whether another value would change the verdict")
        boolean matters) {
    static AssumptionView of(Assumption assumption, Counterfactuals outlook) {
        return new AssumptionView(
                assumption.fact(),
                assumption.label(),
                ValueJson.of(assumption.given().value()),
                assumption.value(),
                outlook.matters(assumption.fact()));
    }
}
