package dev.tunewise.api.advice;

import dev.tunewise.advice.result.Assumption;
import dev.tunewise.advice.result.Counterfactuals;
import dev.tunewise.api.flow.ValueJson;
import io.micronaut.serde.annotation.Serdeable;

/** A fact that nobody knew and that the advice uses. */
@Serdeable
record AssumptionView(String fact, String label, Object value, String text, boolean matters) {

    static AssumptionView of(Assumption assumption, Counterfactuals outlook) {
        return new AssumptionView(
                assumption.fact(),
                assumption.label(),
                ValueJson.of(assumption.given().value()),
                assumption.value(),
                outlook.matters(assumption.fact()));
    }
}
