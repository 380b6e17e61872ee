package dev.tunewise.api.cost;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.result.CostComparison;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A price that was used. */
@Serdeable
public record PriceAnswer(
        @Schema(description = "name of the model, offer or machine")
        String model,

        @Schema(description = "the price with its unit, in words")
        String price,

        @Schema(description = "ISO date on which it held") @JsonProperty("as_of")
        String asOf,

        @Schema(description = "where it was found") String source,

        @Schema(description = "what to mind, for example its age", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        String warning) {
    public static PriceAnswer of(CostComparison.Price price) {
        return new PriceAnswer(price.model(), price.text(), price.asOf(), price.source(), price.warning());
    }
}
