package dev.tunewise.price.offer;

import dev.tunewise.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model that can be bought by the token.
 *
 * @param id stable id, for example {@code claude-sonnet-4-6}
 * @param provider who sells it, for example {@code anthropic} or {@code aws-bedrock}
 * @param longContext the price of long prompts where it differs, or null
 * @param contextWindow longest input in tokens, or null when unknown
 * @param paramsBillion size in billions of parameters, or null when not public
 * @param sizeClass our own placement; null for embeddings
 * @param current whether we count it to the generation that a newcomer would pick from
 * @param cache how the stable part of prompts is cached
 * @param tokenizerFactor tokens that the same text counts against the vendor's older models, for example 1.3; null when not known
 * @param thinksAlways whether thinking tokens are billed with every answer, whatever is asked for
 * @param shutdown the day on which the vendor ends it, or null when none is announced
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
        PromptCache cache,
        @Nullable BigDecimal tokenizerFactor,
        boolean thinksAlways,
        ModelTuning tuning,
        @Nullable LocalDate shutdown,
        Provenance provenance,
        String sourceKey,
        String note) {
    /** The prices of a prompt of this length where they are not the usual ones, or null. */
    public @Nullable LongContext pricesAt(double promptTokens) {
        return longContext != null && promptTokens > longContext.thresholdTokens() ? longContext : null;
    }

    public boolean isShutDown(LocalDate day) {
        return shutdown != null && !shutdown.isAfter(day);
    }

    /** When it ends or ended, as a sentence without its full stop; empty where no end is announced. */
    public String ending(LocalDate day) {
        return shutdown == null ? "" : name + (isShutDown(day) ? RetiredModel.ENDED : " ends on ") + shutdown;
    }

    /** Says whether the model will still be there when a period of months from a day ends. */
    public boolean outlives(LocalDate day, int months) {
        return shutdown == null || shutdown.isAfter(day.plusMonths(months));
    }

    /** The same model once tuned by its vendor, at the prices of tuned models; a tuned model ends with its base. */
    public Optional<Model> tunedForm() {
        Money input = tuning.tunedInput();
        Money output = tuning.tunedOutput();
        if (input == null || output == null) {
            return Optional.empty();
        }
        return Optional.of(new Model(
                "ft:" + id,
                "tuned " + name,
                provider,
                kind,
                new TokenPrices(
                        input,
                        output,
                        tuning.tunedCachedInput(),
                        null,
                        null,
                        prices.batchOf(input, prices.input(), prices.batchInput()),
                        prices.batchOf(output, prices.output(), prices.batchOutput()),
                        prices.batchBasis()),
                null,
                contextWindow,
                openWeights,
                paramsBillion,
                sizeClass,
                false,
                cache,
                tokenizerFactor,
                thinksAlways,
                tuning,
                shutdown,
                provenance,
                sourceKey,
                note));
    }

    /** Says whether an input and an output price are known. */
    public boolean isPriced() {
        return prices.input() != null && (kind == ModelKind.EMBEDDING || prices.output() != null);
    }
}
