package dev.tunewise.price.offer;

import org.jspecify.annotations.Nullable;

/**
 * How a vendor caches the stable part of prompts.
 *
 * @param automatic true when the vendor caches without being asked, so that today's bill has it in already
 * @param minTokens shortest stable prompt that is cached, or null when unknown
 * @param ttlSeconds how long an entry lives without use, in seconds; 300 where nothing is known
 * @param source where this comes from, in words; may be empty
 */
public record PromptCache(boolean automatic, @Nullable Integer minTokens, int ttlSeconds, String source) {
    /** What is taken where a vendor says nothing. */
    public static final int USUAL_TTL_SECONDS = 300;

    /** How long an entry of the long kind lives, where a vendor sells one by the hour. */
    public static final int HOUR_SECONDS = 3600;
}
