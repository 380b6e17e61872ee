package dev.tunewise.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A count of tokens. */
@Serdeable
record TokensView(
        @Schema(example = "12") int tokens,

        @Schema(description = "name of the encoding", example = "o200k_base")
        String encoding,

        @Schema(description = "whether the model counts by this encoding; approximate where not")
        boolean exact,

        @Schema(description = "what the encoding is to the model, in a sentence")
        String why,

        @Nullable @Schema(description = "id of the model in the catalogue")
        String model) {}
