package dev.tunewise.conversation.card;

import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.interview.NamedThings;
import java.util.List;

/** What stands beside an answer in place of a question: the comparison of all options where that could change it, and what it would ask first. */
record ComparisonOffer(FlowContext kit) {
    /** `fact`: what would be asked first. Without spans where no comparison of costs bears on what was asked. */
    Text text(String fact, ConversationState state) {
        if (asksElse(state)) {
            return new Text(List.of());
        }
        return isTold(fact, state)
                ? kit.text("for-the-whole")
                : kit.text("for-the-whole-first", kit.words().question(kit.fact(fact)));
    }

    /** Whether what was asked has nothing to do with costs. */
    private boolean asksElse(ConversationState state) {
        return !new NamedThings(kit.flow().guidance().mentions()).names(Guidance.COMPARED, state.title());
    }

    /** Whether a message seems to say it already, as a guess, as something that waits or by a clue. */
    private static boolean isTold(String fact, ConversationState state) {
        return state.doubts().containsKey(fact)
                || state.understood().knows(fact)
                || state.understood().knows(Guidance.TOLD);
    }
}
