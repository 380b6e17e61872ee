package dev.tunewise.api.cost;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.result.CostComparison;
import io.micronaut.serde.annotation.Serdeable;

/** A price that was used. */
@Serdeable
public record PriceAnswer(
        String model,

        String price,

        @JsonProperty("as_of") String asOf,

        String source,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) String warning) {
    public static PriceAnswer of(CostComparison.Price price) {
        return new PriceAnswer(price.model(), price.text(), price.asOf(), price.source(), price.warning());
    }
}
