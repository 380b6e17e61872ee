package dev.tunewise.price.offer;

import dev.tunewise.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue knows about tuning a model; the offers that an estimate uses stand in {@link TuningOffer}.
 *
 * @param tunable "yes", "restricted" (closed to new customers, or one region only) or "no"
 * @param method for example "SFT"; may be empty
 * @param trainingPrice dollars per training unit, or null when unknown
 * @param trainingUnit unit of the training price; may be empty
 * @param tunedInput dollars per 1,000,000 input tokens of a tuned model, or null when unknown
 * @param tunedCachedInput the same for cached input
 * @param availability who may still tune it, and until when; may be empty
 */
public record ModelTuning(
        String tunable,
        String method,
        @Nullable Money trainingPrice,
        String trainingUnit,
        @Nullable Money tunedInput,
        @Nullable Money tunedCachedInput,
        @Nullable Money tunedOutput,
        String availability) {}
