package dev.tunewise.api.cost;

import dev.tunewise.advice.result.CostComparison;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One case in ten is at most p10, half are at most p50, nine in ten at most p90. */
@Serdeable
record QuantilesAnswer(
        @Schema(nullable = true) @Nullable Double p10,
        @Schema(nullable = true) @Nullable Double p50,
        @Schema(nullable = true) @Nullable Double p90,
        String text) {
    static QuantilesAnswer of(CostComparison.Quantiles found) {
        return new QuantilesAnswer(
                PaybackAnswer.finite(found.p10()),
                PaybackAnswer.finite(found.p50()),
                PaybackAnswer.finite(found.p90()),
                found.text());
    }
}
