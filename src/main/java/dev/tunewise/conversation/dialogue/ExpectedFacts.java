package dev.tunewise.conversation.dialogue;

import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The facts that the open card asks for, the question first; what people type next is taken as an answer to them. */
public record ExpectedFacts(List<String> asked, ConversationState state, Flow flow) {
    /** The question that is open and of which nothing waits to be confirmed. */
    public Optional<Fact> question() {
        return asked.stream()
                .findFirst()
                .filter(fact -> !state.doubts().containsKey(fact))
                .flatMap(flow::fact);
    }

    /** What an answer may be to: what is asked, and beside it what was just put for a decision, unless a number could be meant for both. */
    public List<String> open() {
        List<String> open = new ArrayList<>(asked);
        boolean number = asked.stream().anyMatch(this::isQuantity);
        state.doubts().forEach((fact, doubt) -> {
            boolean fresh = !(doubt instanceof OpenConflict.Proposal) && doubt.entry() == state.entries() - 1;
            if (fresh && !open.contains(fact) && !(number && isQuantity(fact))) {
                open.add(fact);
            }
        });
        return open;
    }

    private boolean isQuantity(String fact) {
        return flow.fact(fact).filter(one -> one.type() == FactType.QUANTITY).isPresent();
    }
}
