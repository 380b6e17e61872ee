package dev.tunewise.conversation.state;

import dev.tunewise.flow.Value;
import java.util.List;

/** Something about a fact that the thread has to decide. */
public sealed interface OpenConflict {
    Author by();

    /** The words; empty when it was clicked. */
    String quote();

    /** Index of the entry that raised it. */
    long entry();

    /** What was typed can mean several things. */
    record Readings(List<Value> readings, Author by, String quote, long entry) implements OpenConflict {
        public Readings {
            readings = List.copyOf(readings);
        }
    }

    /** Somebody says otherwise than somebody else did before. */
    record Dispute(Value value, Author by, String quote, long entry) implements OpenConflict {}

    /** Examples or a language model propose a value. */
    record Proposal(Value value, Author by, String quote, long entry) implements OpenConflict {}
}
