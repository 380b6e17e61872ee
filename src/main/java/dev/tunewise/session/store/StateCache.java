package dev.tunewise.session.store;

import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.flow.interview.Latest;

/**
 * Folded consultations kept at hand within this process, so that a turn need not read its whole history; what it gives may be old, which the
 * compare-and-set of the store finds out.
 */
public final class StateCache extends Latest<String, StateCache.Fold> {
    private StateCache(int most) {
        super(most);
    }

    /** The most recently used ones, at most so many. */
    public static StateCache recent(int most) {
        return new StateCache(most);
    }

    /** `edition`: fingerprint of the flow that it was folded along. */
    public record Fold(Conversation head, String edition, ConversationState state) {}
}
