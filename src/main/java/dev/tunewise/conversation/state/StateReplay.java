package dev.tunewise.conversation.state;

import dev.tunewise.flow.Flow;
import java.util.List;

/**
 * Derives the state of a consultation from what happened in it. Entries may have been made with an older edition of the flow: renamed facts
 * carry over, unknown ones are left out, and values that no longer fit are asked again.
 */
public final class StateReplay {
    public static ConversationState state(Flow flow, List<Entry> entries) {
        ConversationState state = ConversationState.NEW;
        for (Entry entry : entries) {
            state = after(flow, state, entry);
        }
        return state;
    }

    public static ConversationState after(Flow flow, ConversationState state, Entry entry) {
        StateReducer folding = new StateReducer(flow, state, entry.author(), entry.at());
        entry.changes().forEach(folding::apply);
        return folding.done();
    }
}
