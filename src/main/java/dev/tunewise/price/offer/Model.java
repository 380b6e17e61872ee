package dev.tunewise.price.offer;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A model that can be bought by the token.
 *
 * @param id stable id, for example {@code claude-sonnet-4-6}
 * @param name name for people
 * @param provider who sells it, for example {@code anthropic} or {@code aws-bedrock}
 * @param kind chat or embedding
 * @param prices what it costs
 * @param longContext the price of long prompts where it differs, or null
 * @param contextWindow longest input in tokens, or null when unknown
 * @param openWeights whether the weights can be had
 * @param paramsBillion size in billions of parameters, or null when not public
 * @param sizeClass our own placement; null for embeddings
 * @param current whether we count it to the generation that a newcomer would pick from
 * @param cacheMinTokens shortest stable prompt that is cached, or null when unknown
 * @param tuning what is known about tuning it
 * @param shutdown the day on which the vendor ends it, or null when none is announced
 * @param provenance where the prices come from
 * @param sourceKey its key in LiteLLM's file; may be absent there
 * @param note what a reader should know; may be empty
 */
public record Model(
        String id,
        String name,
        String provider,
        ModelKind kind,
        TokenPrices prices,
        @Nullable LongContext longContext,
        @Nullable Integer contextWindow,
        boolean openWeights,
        @Nullable BigDecimal paramsBillion,
        @Nullable SizeClass sizeClass,
        boolean current,
        @Nullable Integer cacheMinTokens,
        ModelTuning tuning,
        @Nullable LocalDate shutdown,
        Provenance provenance,
        String sourceKey,
        String note) {

    /** Says whether the model is gone on a day. */
    public boolean isShutDown(LocalDate day) {
        return shutdown != null && !shutdown.isAfter(day);
    }

    /** Says whether the model will still be there when a period of months from a day ends. */
    public boolean outlives(LocalDate day, int months) {
        return shutdown == null || shutdown.isAfter(day.plusMonths(months));
    }

    /** Says whether an input and an output price are known. */
    public boolean isPriced() {
        return prices.input() != null && (kind == ModelKind.EMBEDDING || prices.output() != null);
    }
}
