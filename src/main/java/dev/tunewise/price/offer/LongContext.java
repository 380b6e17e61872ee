package dev.tunewise.price.offer;

import dev.tunewise.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The price of a whole request whose prompt is longer than a threshold.
 *
 * @param thresholdTokens prompts above this pay the prices here
 * @param input dollars per 1,000,000 tokens, or null when unknown
 * @param output dollars per 1,000,000 tokens, or null when unknown
 * @param cachedInput the same for reading the cache, or null when not listed
 * @param cacheWrite the same for writing the cache, or null when not listed
 */
public record LongContext(
        int thresholdTokens,
        @Nullable Money input,
        @Nullable Money output,
        @Nullable Money cachedInput,
        @Nullable Money cacheWrite) {}
