package dev.tunewise.api.request;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A text to count. Only for the description of the API; requests are read by hand, so that every fault is named. */
@Serdeable
public record TokensRequest(
        @Schema(description = "the text, at most 1,048,576 bytes in UTF-8")
        String text,

        @Nullable @Schema(description = "the model that will read it, by id or by a name people use")
        String model) {}
