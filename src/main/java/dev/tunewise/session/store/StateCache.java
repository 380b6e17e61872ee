package dev.tunewise.session.store;

import dev.tunewise.conversation.followup.ConversationOutline;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.flow.interview.RecentResults;
import java.time.Instant;

/**
 * Folded consultations kept at hand within this process, so that a turn need not read its whole history; what it gives may be old, which the
 * compare-and-set of the store finds out.
 */
public final class StateCache extends RecentResults<String, StateCache.Fold> {
    private StateCache(int most) {
        super(most);
    }

    /** The most recently used ones, at most so many. */
    public static StateCache recent(int most) {
        return new StateCache(most);
    }

    /** `edition`: fingerprint of the flow that it was folded along. */
    public record Fold(Conversation head, String edition, ConversationState state) {
        /** What lists show after a turn that led to this state. */
        public ConversationSummary summary(ConversationEngine machine, ConversationState after, Instant at) {
            ConversationOutline outline = machine.outline(after);
            ConversationSummary.State where = after.stopped()
                    ? ConversationSummary.State.STOPPED
                    : outline.verdict().isEmpty()
                            ? ConversationSummary.State.OPEN
                            : ConversationSummary.State.CONCLUDED;
            return new ConversationSummary(
                    head.id(),
                    head.flow(),
                    head.address(),
                    outline.title(),
                    where,
                    outline.verdict(),
                    outline.headline(),
                    outline.monthly(),
                    head.createdAt(),
                    at,
                    outline.logged());
        }
    }
}
