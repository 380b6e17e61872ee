package dev.tunewise.session.turn;

import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.Answers;
import java.util.List;

/** Port: a language model that proposes readings for text that the rules leave unread. It is asked outside of any transaction. */
@FunctionalInterface
public interface Proposer {
    /**
     * Readings to confirm; empty when it has none, is slow, or is not there. Must not throw.
     *
     * @param text what was typed
     * @param flow whose facts may be proposed
     * @param answers what is known already
     */
    List<Proposal> propose(String text, Flow flow, Answers answers);

    /** None is configured. */
    Proposer NONE = (_, _, _) -> List.of();
}
