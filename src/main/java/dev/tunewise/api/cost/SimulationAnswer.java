package dev.tunewise.api.cost;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.result.CostComparison;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What the simulated cases come to. */
@Serdeable
record SimulationAnswer(
        QuantilesAnswer saving,

        QuantilesAnswer total,

        @JsonProperty("payback_months") QuantilesAnswer paybackMonths,

        @JsonProperty("payback_within_horizon") double paybackWithinHorizon) {
    static @Nullable SimulationAnswer of(CostComparison.@Nullable Simulated simulated) {
        return simulated == null
                ? null
                : new SimulationAnswer(
                        QuantilesAnswer.of(simulated.saving()),
                        QuantilesAnswer.of(simulated.total()),
                        QuantilesAnswer.of(simulated.payback()),
                        simulated.paybackWithinHorizon());
    }
}
