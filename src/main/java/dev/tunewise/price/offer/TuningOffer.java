package dev.tunewise.price.offer;

import dev.tunewise.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An offer to tune a model for somebody.
 *
 * @param id stable id, for example {@code fireworks-up-to-16b}
 * @param baseModel what is tuned, as the vendor says it
 * @param modelIds the models of the catalogue that it tunes; may be empty
 * @param tunedInput dollars per 1,000,000 input tokens of the tuned model, or null when unknown
 * @param basePrice true when the tuned model runs at the price of its base model
 * @param availability who may buy it, as the source says it
 * @param openToNew whether somebody who is no customer yet may buy it
 * @param endsOn last day on which a job may be started, or null when none is announced
 * @param note what a reader should know; may be empty
 */
public record TuningOffer(
        String id,
        String provider,
        String baseModel,
        List<String> modelIds,
        Kind kind,
        String method,
        Training training,
        @Nullable Money tunedInput,
        @Nullable Money tunedOutput,
        boolean basePrice,
        Hosting hosting,
        String availability,
        boolean openToNew,
        @Nullable LocalDate endsOn,
        Provenance provenance,
        String note) {
    public enum Kind {
        /** The vendor's own model, tuned and served by the vendor. */
        HOSTED,
        HOSTED_CLASSIFIER,
        OPEN_WEIGHTS
    }

    /**
     * The price of training.
     *
     * @param low dollars per unit for the cheapest method of the offer, or null when unknown
     * @param high dollars per unit for the dearest, equal to low where there is one price
     * @param unit what is counted, as the vendor says it
     * @param minimum least that a job costs, or null
     */
    public record Training(
            @Nullable Money low,
            @Nullable Money high,
            String unit,
            @Nullable Money minimum) {
        /** Says whether the unit is 1,000,000 tokens. */
        public boolean perMillionTokens() {
            return unit.contains("1M");
        }
    }

    /**
     * The price of keeping a tuned model up.
     *
     * @param text as the vendor says it; empty when the source says nothing
     * @param perHour dollars per hour, or null
     * @param perMonth dollars per model and month, or null
     */
    public record Hosting(
            String text, @Nullable Money perHour, @Nullable Money perMonth) {}

    /** Says whether a new customer could start on this day and would still be served at the end of so many months. */
    public boolean isOpen(LocalDate day, int months) {
        return openToNew && (endsOn == null || endsOn.isAfter(day.plusMonths(months)));
    }
}
