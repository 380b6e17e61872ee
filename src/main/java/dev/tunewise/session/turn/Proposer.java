package dev.tunewise.session.turn;

import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.result.ReadingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Port: proposes readings for text that the rules leave unread. It is asked outside of any transaction. */
@FunctionalInterface
public interface Proposer {
    /**
     * Readings to confirm, the likeliest first; empty when it has none, is slow, or is not there. Must not throw.
     *
     * @param flow whose facts may be proposed
     */
    List<Proposal> propose(String text, Flow flow, ReadingContext context);

    /** None is configured. */
    Proposer NONE = (_, _, _) -> List.of();

    /** Both, where the second adds what it alone has a fact for. */
    default Proposer and(Proposer second) {
        if (second.equals(NONE)) {
            return this;
        }
        return (text, flow, context) -> {
            List<Proposal> all = new ArrayList<>(propose(text, flow, context));
            Set<String> facts = all.stream().map(Proposal::fact).collect(Collectors.toSet());
            second.propose(text, flow, context).stream()
                    .filter(proposal -> !facts.contains(proposal.fact()))
                    .forEach(all::add);
            return all;
        };
    }
}
