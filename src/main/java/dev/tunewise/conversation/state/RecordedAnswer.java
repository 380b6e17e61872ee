package dev.tunewise.conversation.state;

import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it stands, with all that the thread wants to know of it.
 *
 * @param by who said it, or said that nobody knows
 * @param quote the words it was read from; empty when it was clicked, and of what was taken as most likely without any words
 * @param from the facts that it follows from; empty unless it is implied
 */
public record RecordedAnswer(
        Value value, Basis basis, Author by, Instant at, String quote, long entry, List<String> from) {
    /** An answer that does not follow from others. */
    public RecordedAnswer(Value value, Basis basis, Author by, Instant at, String quote, long entry) {
        this(value, basis, by, at, quote, entry, List.of());
    }

    /** What is taken as most likely; where the thread was asked about just that, with the words it was proposed from. */
    static RecordedAnswer presumed(Value value, @Nullable OpenConflict doubt, Author by, Instant at, long entry) {
        String quote = doubt instanceof OpenConflict.Proposal proposal
                        && proposal.value().equals(value)
                ? proposal.quote()
                : "";
        return new RecordedAnswer(value, Basis.PRESUMED, by, at, quote, entry);
    }

    public enum Basis {
        SAID,
        /** Nobody knows: the fact's default. */
        ASSUMED,
        /** Left for later: open until somebody answers; the value is what would be assumed. */
        SKIPPED,
        /** It follows from what was said, and is shown as such. */
        IMPLIED,
        /** Not asked: taken as most likely, so that there is an answer, until somebody says something. */
        PRESUMED;

        static Basis of(boolean assumed, List<String> from) {
            return from.isEmpty() ? assumed ? ASSUMED : SAID : IMPLIED;
        }
    }

    /** Says whether nobody said it. */
    public boolean assumed() {
        return basis != Basis.SAID;
    }

    public boolean leftForLater() {
        return basis == Basis.SKIPPED;
    }

    SourcedAnswer given() {
        boolean read = basis == Basis.SAID || basis == Basis.PRESUMED;
        return new SourcedAnswer(value, assumed(), new SourcedAnswer.Origin(by.name(), at, read ? quote : "", from));
    }
}
