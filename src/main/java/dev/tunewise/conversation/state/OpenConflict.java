package dev.tunewise.conversation.state;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import java.util.List;
import java.util.Optional;

/** Something about a fact that the thread has to decide. */
public sealed interface OpenConflict {
    Author by();

    /** The words; empty when it was clicked. */
    String quote();

    /** Index of the entry that raised it. */
    long entry();

    /** The same, raised by another entry. */
    default OpenConflict raised(long now) {
        return switch (this) {
            case Readings(List<Value> readings, Author by, String quote, long _) ->
                new Readings(readings, by, quote, now);
            case Dispute(Value value, Author by, String quote, long _) -> new Dispute(value, by, quote, now);
            case Proposal(Value value, Author by, String quote, long _) -> new Proposal(value, by, quote, now);
        };
    }

    /** What of it a fact can take; empty where that is nothing. */
    default Optional<OpenConflict> within(Fact fact) {
        return switch (this) {
            case Readings(List<Value> readings, Author by, String quote, long entry) ->
                Optional.of(readings.stream()
                                .filter(value -> ValueConstraints.fits(fact, value))
                                .toList())
                        .filter(fitting -> !fitting.isEmpty())
                        .map(fitting -> new Readings(fitting, by, quote, entry));
            case Dispute dispute ->
                Optional.<OpenConflict>of(dispute).filter(_ -> ValueConstraints.fits(fact, dispute.value()));
            case Proposal proposal ->
                Optional.<OpenConflict>of(proposal).filter(_ -> ValueConstraints.fits(fact, proposal.value()));
        };
    }

    /** What was typed can mean several things. */
    record Readings(List<Value> readings, Author by, String quote, long entry) implements OpenConflict {}

    /** Somebody says otherwise than somebody else did before. */
    record Dispute(Value value, Author by, String quote, long entry) implements OpenConflict {}

    /** Examples or a language model propose a value. */
    record Proposal(Value value, Author by, String quote, long entry) implements OpenConflict {}
}
