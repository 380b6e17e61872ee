package dev.tunewise.api.request;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What opens a consultation. */
@Serdeable
@Schema(additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record OpenRequest(
        @Schema(description = "id of the flow", example = "fine-tuning")
        String flow,

        @Schema(
                description = "the problem in the words of whoever has it",
                example = "Our ticket classifier drifts, should we fine-tune?")
        @Nullable
        String text,

        @Schema(description = "idempotency key: opening twice with one key opens once") @Nullable
        String key,

        @Schema(description = "name of the person, to show to others", example = "Ana") @Nullable
        String author) {}
