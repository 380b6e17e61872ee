package dev.tunewise.api.cost;

import dev.tunewise.advice.result.CostComparison;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount that may be uncertain: low and high are the 10th and 90th percentile, and equal where it is certain. */
@Serdeable
record AmountAnswer(BigDecimal low, BigDecimal likely, BigDecimal high, String text) {
    static @Nullable AmountAnswer of(CostComparison.Amount amount) {
        return amount.text().isEmpty()
                ? null
                : new AmountAnswer(amount.low(), amount.likely(), amount.high(), amount.text());
    }
}
