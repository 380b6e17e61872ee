package dev.tunewise.api.cost;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.result.CostComparison;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the simulated cases come to. */
@Serdeable
record SimulationAnswer(
        @Schema(description = "dollars over the horizon against what is done today")
        QuantilesAnswer saving,

        @Schema(description = "dollars over the horizon") QuantilesAnswer total,

        @Schema(description = "months; null for never") @JsonProperty("payback_months")
        QuantilesAnswer paybackMonths,

        @Schema(description = "share of the cases that pay back within the horizon, 0 to 1", example = "0.83")
        @JsonProperty("payback_within_horizon")
        double paybackWithinHorizon) {
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
