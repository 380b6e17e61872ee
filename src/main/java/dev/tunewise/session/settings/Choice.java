package dev.tunewise.session.settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that was chosen.
 *
 * @param value what; {@link #OFF} for nothing, which is a choice like any other
 * @param by name of who chose it; empty where nobody noted it
 * @param at when; the epoch where nobody noted it
 * @param place what the room was that it was chosen for, or that what was chosen is no more
 * @param cause the key of the event that chose it, or what a problem is about; empty where nobody noted it
 */
public record Choice(String value, String by, Instant at, Place place, String cause) {
    /** The value that says no. */
    public static final String OFF = "off";

    private static final String SEPARATOR = "\n";

    /** What a choice was made for, as far as that matters later. */
    public enum Place {
        /** A room that everybody could read, or nobody noted what it was. */
        OPEN,
        /** A room that only its members could read. */
        PRIVATE,
        /** The channel that was chosen was deleted since. */
        GONE
    }

    public Choice(String value, String by, Instant at) {
        this(value, by, at, Place.OPEN, "");
    }

    /** Whether the choice is against it. */
    public boolean off() {
        return value.isBlank() || value.equals(OFF);
    }

    /** The channel that was chosen; empty where none was, or it is gone. */
    public Optional<String> target() {
        return off() || gone() ? Optional.empty() : Optional.of(value);
    }

    /** Whether the channel that was chosen was deleted since. */
    public boolean gone() {
        return place == Place.GONE;
    }

    Choice in(Place now) {
        return new Choice(value, by, at, now, cause);
    }

    String text() {
        return Stream.of(value, by, at.toString(), place.name().toLowerCase(Locale.ROOT), cause)
                .map(part -> part.replace(SEPARATOR, " "))
                .collect(Collectors.joining(SEPARATOR));
    }

    /** Reads what was stored; earlier versions noted less, and the first of them the value alone. */
    public static Choice read(String text) {
        List<String> parts = List.of(text.split(SEPARATOR, -1));
        try {
            return parts.size() < 3
                    ? new Choice(text, "", Instant.EPOCH)
                    : new Choice(
                            parts.get(0),
                            parts.get(1),
                            Instant.parse(parts.get(2)),
                            parts.size() == 3
                                    ? Place.OPEN
                                    : Place.valueOf(parts.get(3).toUpperCase(Locale.ROOT)),
                            parts.size() < 5 ? "" : parts.get(4));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            return new Choice(text, "", Instant.EPOCH);
        }
    }
}
