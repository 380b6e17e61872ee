package dev.tunewise.api.cost;

import dev.tunewise.advice.result.CostComparison;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** One case in ten is at most p10, half are at most p50, nine in ten at most p90. */
@Serdeable
record QuantilesAnswer(
        @Nullable Double p10,
        @Nullable Double p50,
        @Nullable Double p90,
        String text) {
    static QuantilesAnswer of(CostComparison.Quantiles found) {
        return new QuantilesAnswer(
                PaybackAnswer.finite(found.p10()),
                PaybackAnswer.finite(found.p50()),
                PaybackAnswer.finite(found.p90()),
                found.text());
    }
}
