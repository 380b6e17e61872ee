package dev.tunewise.session.turn;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.flow.Flow;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the adapters call: every method is one turn or one look, safe to call again with the same event. Posts that a turn returns are
 * committed and in the outbox; channels with a delivery wait for it, the others show them at once.
 */
public interface Consultations {
    /**
     * @param address where; its thread is empty when the root card makes the thread
     * @param inbound with {@link dev.tunewise.conversation.state.UserInput.Opened}
     */
    Taken open(String flow, Address address, InboundEvent inbound);

    Taken take(String conversation, InboundEvent inbound);

    /** The time for something came; whoever notices it, the same key counts once. */
    default Taken timeCame(String conversation, String key, Instant at, String occasion, Map<String, String> details) {
        UserInput input = new UserInput.TimeCame(occasion, details);
        return take(conversation, new InboundEvent(key, Author.SERVICE, at, "", input));
    }

    /** Waits a moment while turns are made: for work that can wait. */
    void letTurnsPass();

    /** What a form of a consultation would refuse: a sentence by the fact's id. */
    Map<String, String> refused(String conversation, Map<String, String> values);

    Optional<Conversation> find(String conversation);

    /** The same without its entries, which takes no reading of them. */
    Optional<Conversation> head(String conversation);

    /** All posts so far, in order; a later post with a known key replaces the earlier one in place. */
    List<ConversationStore.Kept> posts(String conversation);

    /** The last version of every post, in place of its earlier ones. */
    List<Post> newest(String conversation);

    /** A consultation with the state that it folds to, for records and exports; empty when it or its flow is not there. */
    Optional<Seen> see(String conversation);

    /** The same after a turn of this process that led to this version, without its entries where the state is at hand. */
    Optional<Seen> see(String conversation, long version);

    /** A consultation as it stands. */
    record Seen(Conversation conversation, Flow flow, ConversationState state) {}

    sealed interface Taken {
        /** One turn was made and committed. `version`: its version after the turn. */
        record Done(String conversation, long version, List<Post> posts) implements Taken {}

        /** The event was taken before; nothing was done. */
        record Repeated(String conversation) implements Taken {}

        /** There is no such consultation or flow. */
        record Missing(String what) implements Taken {}
    }
}
