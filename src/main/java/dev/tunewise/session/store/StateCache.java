package dev.tunewise.session.store;

import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.flow.interview.Latest;
import java.util.Optional;

/**
 * Folded consultations kept at hand within this process, so that a turn need not read its whole history; what it gives may be old, which the
 * compare-and-set of the store finds out.
 */
public final class StateCache {
    private final Latest<String, Fold> folds;

    private StateCache(int most) {
        folds = new Latest<>(most);
    }

    /** The most recently used ones, at most so many. */
    public static StateCache recent(int most) {
        return new StateCache(most);
    }

    /** The fold of a consultation, if it is at hand. */
    public Optional<Fold> get(String conversation) {
        return folds.get(conversation);
    }

    public void put(String conversation, Fold fold) {
        folds.put(conversation, fold);
    }

    public void forget(String conversation) {
        folds.forget(conversation);
    }

    public void forgetAll() {
        folds.forgetAll();
    }

    /** `edition`: fingerprint of the flow that it was folded along. */
    public record Fold(Conversation head, String edition, ConversationState state) {}
}
