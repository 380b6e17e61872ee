package dev.tunewise.api.request;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that a person did: {@code text}, or {@code fact} with {@code value}, or {@code command}. */
@Serdeable
@Schema(additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record EventRequest(
        @Schema(description = "idempotency key: an event sent twice with one key is taken once", example = "4f6c1a")
        String key,

        @Schema(description = "free text", example = "about 800 examples, checked by two people") @Nullable
        String text,

        @Schema(description = "id of the fact that is answered, or that the command is about", example = "examples")
        @Nullable
        String fact,

        @Schema(ref = "#/components/schemas/Value") @Nullable
        Object value,

        @Schema(description = "a command, for example why, skip, back, undo, status, form, restart", example = "back")
        @Nullable
        String command,

        @Schema(description = "arguments of the command") @Nullable
        Map<String, String> arguments,

        @Schema(description = "name of the person, to show to others", example = "Ana") @Nullable
        String author) {}
