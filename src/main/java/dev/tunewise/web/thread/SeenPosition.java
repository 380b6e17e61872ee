package dev.tunewise.web.thread;

import java.util.Optional;

/** How much of a consultation a page shows. `posts`: sequence of the last post; -1 for none. */
public record SeenPosition(long entries, long posts) {
    public static final SeenPosition NOTHING = new SeenPosition(0, -1);

    /** Reads what {@link #toString()} wrote. */
    public static Optional<SeenPosition> parse(String text) {
        int dot = text.indexOf('.');
        try {
            return dot < 0
                    ? Optional.empty()
                    : Optional.of(new SeenPosition(
                            Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1))));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return entries + "." + posts;
    }
}
