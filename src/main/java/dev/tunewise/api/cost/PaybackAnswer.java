package dev.tunewise.api.cost;

import dev.tunewise.advice.result.CostComparison;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Months, null for never. */
@Serdeable
record PaybackAnswer(
        @Nullable Double low,
        @Nullable Double likely,
        @Nullable Double high,
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
