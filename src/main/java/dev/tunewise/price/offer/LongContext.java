package dev.tunewise.price.offer;

import dev.tunewise.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The price of a whole request whose prompt is longer than a threshold.
 *
 * @param thresholdTokens prompts above this pay the prices here
 * @param input dollars per 1,000,000 tokens, or null when unknown
 * @param output dollars per 1,000,000 tokens, or null when unknown
 */
public record LongContext(
        int thresholdTokens,
        @Nullable Money input,
        @Nullable Money output) {}
