package dev.tunewise.price.offer;

import dev.tunewise.money.Money;
import dev.tunewise.money.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * Prices in dollars per 1,000,000 tokens; null is unknown, never free.
 *
 * @param input fresh input
 * @param output output, reasoning included
 * @param cachedInput input read from the prompt cache
 * @param cacheWrite input written to a cache of minutes
 * @param cacheWriteHour input written to a cache of one hour
 * @param batchInput input of a batch job
 * @param batchOutput output of a batch job
 * @param batchBasis "listed", or "derived: ..." with the rule; empty when there is no batch price
 */
public record TokenPrices(
        @Nullable Money input,
        @Nullable Money output,
        @Nullable Money cachedInput,
        @Nullable Money cacheWrite,
        @Nullable Money cacheWriteHour,
        @Nullable Money batchInput,
        @Nullable Money batchOutput,
        String batchBasis) {
    /** A price at the discount that batch has on another price; null where either is unknown. */
    @Nullable
    Money batchOf(Money price, @Nullable Money list, @Nullable Money batch) {
        return list == null || batch == null || list.isZero()
                ? null
                : Money.of(Rounding.divide(price.amount().multiply(batch.amount()), list.amount()));
    }
}
