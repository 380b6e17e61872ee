package dev.tunewise.conversation;

import dev.tunewise.flow.Given;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A cost parameter as somebody set it.
 *
 * @param value its value
 * @param by who set it
 * @param at when
 * @param quote the words it was read from; empty when it was clicked
 * @param entry index of the entry that set it
 */
public record Tuning(BigDecimal value, Author by, Instant at, String quote, long entry) {

    /** The same as an answer with its author. */
    public Given given() {
        return new Given(Value.Quantity.of(value), false, new Given.Origin(by.name(), at, quote));
    }
}
