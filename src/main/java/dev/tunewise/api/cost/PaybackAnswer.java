package dev.tunewise.api.cost;

import dev.tunewise.advice.result.CostComparison;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Months, null for never. */
@Serdeable
record PaybackAnswer(
        @Schema(nullable = true) @Nullable Double low,
        @Schema(nullable = true) @Nullable Double likely,
        @Schema(nullable = true) @Nullable Double high,
        String text) {
    static @Nullable PaybackAnswer of(CostComparison.Payback payback) {
        return payback.text().isEmpty()
                ? null
                : new PaybackAnswer(
                        finite(payback.low()), finite(payback.likely()), finite(payback.high()), payback.whole());
    }

    /** JSON has no infinity. */
    static @Nullable Double finite(double months) {
        return Double.isFinite(months) ? Double.valueOf(months) : null;
    }
}
