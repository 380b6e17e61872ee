package dev.tunewise.api;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A count of tokens. */
@Serdeable
record TokensView(
        int tokens,
        String encoding,
        boolean exact,
        String why,
        @Nullable String model) {}
