package dev.tunewise.reading.result;

import dev.tunewise.flow.Value;
import java.util.List;

/**
 * Something that was said about a fact and can mean several things, or nothing that the fact takes. It is asked back and never filled in.
 *
 * @param options the possible readings, the likeliest first; empty when only the person can say
 */
public record Clarification(String fact, Reason reason, List<Option> options, String quote) {
    /** The values that may be meant, the likeliest first. */
    public List<Value> readings() {
        return options.stream().map(Option::value).toList();
    }

    /** `value`: the value in the fact's unit. */
    public record Option(Value value, String label) {}

    public enum Reason {
        /** The digits can be read in several ways: "1.200", "1,5k", "5m". */
        NUMBER,
        /** A rate whose hours are not said: "3 per second". */
        HOURS,
        /** Only a limit is given: "up to 500", "fewer than 200", "200 at peak". */
        LIMIT,
        /** The message names several values for the one fact. */
        SEVERAL,
        /** A name that fits several entries of a catalogue. */
        NAME,
        /** A name that looks like an entry of a catalogue and is none; the options are the nearest ones. */
        UNKNOWN_NAME,
        /** An amount in another currency than the fact's. */
        CURRENCY,
        /** A number that the fact does not allow. */
        BOUNDS,
        /** It is about this fact, but says no value, or it may be about another fact. */
        UNSURE
    }
}
