package dev.tunewise.flow.interview;

import dev.tunewise.flow.Value;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that counts.
 *
 * @param assumed whether nobody knew and the fact's default stands in
 * @param origin who said it, or null where a program gave it
 */
public record SourcedAnswer(
        Value value, boolean assumed, @Nullable Origin origin) {
    /** Says whether it stands in for what nobody confirmed, but was read from somebody's words. */
    public boolean read() {
        return assumed && origin != null && !origin.quote().isEmpty();
    }

    public static SourcedAnswer of(Value value) {
        return new SourcedAnswer(value, false, null);
    }

    /**
     * Where an answer comes from.
     *
     * @param author name to show
     * @param at when it was said
     * @param quote the words it was read from; empty when it was clicked
     * @param from facts that it follows from; none where somebody said it
     */
    public record Origin(String author, Instant at, String quote, List<String> from) {
        /** What somebody said. */
        public Origin(String author, Instant at, String quote) {
            this(author, at, quote, List.of());
        }
    }
}
