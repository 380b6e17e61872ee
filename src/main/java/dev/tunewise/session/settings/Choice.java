package dev.tunewise.session.settings;

import java.time.DateTimeException;
import java.time.Instant;

/**
 * Something that was chosen.
 *
 * @param value what; {@link #OFF} for nothing, which is a choice like any other
 * @param by name of who chose it; empty where nobody noted it
 * @param at when; the epoch where nobody noted it
 */
public record Choice(String value, String by, Instant at) {
    /** The value that says no. */
    public static final String OFF = "off";

    private static final String SEPARATOR = "\n";

    /** Whether the choice is against it. */
    public boolean off() {
        return value.isBlank() || value.equals(OFF);
    }

    /** As it is stored. */
    String text() {
        return String.join(SEPARATOR, value, by.replace(SEPARATOR, " "), at.toString());
    }

    /** Reads what was stored; earlier versions noted the value alone. */
    public static Choice read(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length == 3) {
            try {
                return new Choice(parts[0], parts[1], Instant.parse(parts[2]));
            } catch (DateTimeException notOurs) {
                return new Choice(text, "", Instant.EPOCH);
            }
        }
        return new Choice(text, "", Instant.EPOCH);
    }
}
