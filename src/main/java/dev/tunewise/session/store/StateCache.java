package dev.tunewise.session.store;

import dev.tunewise.conversation.state.ConversationState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Port: folded consultations kept at hand, so that a turn need not read its whole history. It may forget at any time; what it gives may be
 * old, which the compare-and-set of the store finds out.
 */
public interface StateCache {
    /** The fold of a consultation, if it is at hand. */
    Optional<Fold> get(String conversation);

    void put(String conversation, Fold fold);

    void forget(String conversation);

    /** `edition`: fingerprint of the flow that it was folded along. */
    record Fold(Conversation head, String edition, ConversationState state) {}

    /** The most recently used ones, at most so many, within this process. */
    static StateCache recent(int most) {
        return new Recent(most);
    }

    final class Recent implements StateCache {
        private final Map<String, Fold> folds;

        private Recent(int most) {
            folds = new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Fold> eldest) {
                    return size() > most;
                }
            };
        }

        @Override
        public synchronized Optional<Fold> get(String conversation) {
            return Optional.ofNullable(folds.get(conversation));
        }

        @Override
        public synchronized void put(String conversation, Fold fold) {
            folds.put(conversation, fold);
        }

        @Override
        public synchronized void forget(String conversation) {
            folds.remove(conversation);
        }
    }
}
