package dev.tunewise.conversation;

import dev.tunewise.flow.Flow;
import java.util.List;

/**
 * Derives the state of a consultation from what happened in it. Entries may have been made with an older edition of the flow: renamed facts
 * carry over, unknown ones are left out, and values that no longer fit are asked again.
 */
public final class Fold {
    private Fold() {}

    /** The state after all entries. */
    public static State state(Flow flow, List<Entry> entries) {
        State state = State.NEW;
        for (Entry entry : entries) {
            state = after(flow, state, entry);
        }
        return state;
    }

    /** The state after one more entry. */
    public static State after(Flow flow, State state, Entry entry) {
        Folding folding = new Folding(flow, state, entry.author(), entry.at());
        entry.changes().forEach(folding::apply);
        return folding.done();
    }
}
