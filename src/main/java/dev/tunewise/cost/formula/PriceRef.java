package dev.tunewise.cost.formula;

import dev.tunewise.price.offer.Provenance;
import java.time.LocalDate;

/**
 * A price that a line rests on.
 *
 * @param what for example "Claude Sonnet 4.6, input"
 * @param price the price with its unit, as shown
 * @param asOf its date as the source gives it; empty when it gives none
 * @param warning what to say about its age; empty while it is fresh
 */
public record PriceRef(String what, String price, String source, String asOf, String warning) {
    public static PriceRef of(String what, String price, Provenance provenance, LocalDate today) {
        return new PriceRef(
                what,
                price,
                provenance.source(),
                provenance.asOfText(),
                provenance.warning(today).orElse(""));
    }
}
