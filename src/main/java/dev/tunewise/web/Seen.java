package dev.tunewise.web;

import java.util.Optional;

/**
 * How much of a consultation a page shows.
 *
 * @param entries number of entries
 * @param posts sequence of the last post; -1 for none
 */
public record Seen(long entries, long posts) {
    /** Nothing yet. */
    static final Seen NOTHING = new Seen(0, -1);

    /** Reads what {@link #toString()} wrote. */
    static Optional<Seen> parse(String text) {
        int dot = text.indexOf('.');
        try {
            return dot < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Seen(Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1))));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return entries + "." + posts;
    }
}
