package dev.tunewise.api.request;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** What advice is asked on; read by hand, so that every fault can be named. */
@Serdeable
@Schema(additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record AdviceRequest(
        @Schema(
                description =
                        "value by fact id: a number, a boolean, a string, an array of strings, an object with value, low"
                                + " and high, or null for: nobody knows")
        Map<String, Object> facts,

        @Schema(description = "cost parameters to set by hand, by key")
        Map<String, Object> parameters) {}
