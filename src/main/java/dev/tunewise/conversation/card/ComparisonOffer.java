package dev.tunewise.conversation.card;

import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.interview.NamedThings;

/** What stands beside an answer in place of a question: the comparison of all options, and what it would ask first where that is fitting. */
record ComparisonOffer(FlowContext kit) {
    /** `fact`: what would be asked first. */
    Text text(String fact, ConversationState state) {
        return asksElse(state) || isTold(fact, state)
                ? kit.text("for-the-whole")
                : kit.text("for-the-whole-first", kit.words().question(kit.fact(fact)));
    }

    /** Whether what was asked has nothing to do with whether to train: what would be asked about that is out of place beside its answer. */
    private boolean asksElse(ConversationState state) {
        return state.title().contains("?")
                && !new NamedThings(kit.flow().guidance().mentions()).names(Guidance.WHETHER, state.title());
    }

    /** Whether a message seems to say it already, as a guess, as something that waits or by a clue. */
    private static boolean isTold(String fact, ConversationState state) {
        return state.doubts().containsKey(fact)
                || state.understood().knows(fact)
                || state.understood().knows(Guidance.TOLD);
    }
}
