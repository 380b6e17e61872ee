package dev.tunewise.conversation;

import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.util.List;

/** What an input does to the consultation; the state is the fold of all changes. */
public sealed interface Change {

    /**
     * A fact has a value.
     *
     * @param fact id of the fact
     * @param value the value
     * @param quote the words it was read from; empty when clicked or filled in
     */
    record Answered(String fact, Value value, String quote) implements Change {}

    /** Nobody knows: the fact's default is assumed. */
    record Assumed(String fact) implements Change {}

    /** Left for later: the fact's default stands in until somebody answers. */
    record Skipped(String fact) implements Change {}

    /** The answer to a fact is taken back. */
    record Forgotten(String fact) implements Change {}

    /** A fact is asked next although it has a value. */
    record Reopened(String fact) implements Change {}

    /**
     * What was typed can mean several things, and the thread is asked which.
     *
     * @param fact id of the fact
     * @param readings the possible values
     * @param quote the words
     */
    record Unclear(String fact, List<Value> readings, String quote) implements Change {
        public Unclear {
            readings = List.copyOf(readings);
        }
    }

    /**
     * Somebody says otherwise than somebody else did before; the thread decides.
     *
     * @param fact id of the fact
     * @param value the new value
     * @param quote the words it was read from
     */
    record Disputed(String fact, Value value, String quote) implements Change {}

    /**
     * A language model proposes a value that a person has to confirm.
     *
     * @param fact id of the fact
     * @param value the proposed value
     * @param quote the words it was read from
     */
    record Proposed(String fact, Value value, String quote) implements Change {}

    /** Nothing could be read although a question was open. */
    record Missed(String fact) implements Change {}

    /**
     * A cost parameter is set by hand.
     *
     * @param parameter key of the parameter
     * @param value its value
     */
    record Tuned(String parameter, BigDecimal value) implements Change {}

    /**
     * The problem in the words of the person who opened the consultation.
     *
     * @param text the words
     */
    record Titled(String text) implements Change {}

    /** The last entry that changed anything is taken back. */
    record Undone() implements Change {}

    /** All answers are dropped. */
    record Restarted() implements Change {}

    /** The consultation rests; nothing is read from the thread. */
    record Stopped() implements Change {}

    /** It goes on. */
    record Resumed() implements Change {}
}
