package dev.tunewise.reading.result;

import dev.tunewise.flow.Value;

/**
 * One answer found in a message.
 *
 * @param value the value in the fact's unit; for a fact with several choices those that this message names
 * @param start index of the quote in the message as typed
 * @param end index after the quote
 * @param correction whether the person says that it replaces what was said before
 */
public record ExtractedAnswer(String fact, Value value, String quote, int start, int end, boolean correction) {
    /** An answer whose words stand nowhere in a message by themselves. */
    public ExtractedAnswer(String fact, Value value, String quote, boolean correction) {
        this(fact, value, quote, -1, -1, correction);
    }
}
