package dev.tunewise.slack.handle;

import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.quota.Quotas;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.slack.client.SlackUserNames;
import dev.tunewise.slack.decode.SlackTimestamp;
import dev.tunewise.slack.decode.SlackUser;
import dev.tunewise.slack.deliver.SlackDelivery;
import java.time.Instant;
import java.util.Optional;

/** Hands what people did to the consultations, with the key that makes every event count once. */
public final class SlackConsultations {
    private final Consultations consultations;
    private final ConversationStore store;
    private final SlackUserNames names;
    private final Quotas quotas;

    public SlackConsultations(
            Consultations consultations, ConversationStore store, SlackUserNames names, Quotas quotas) {
        this.consultations = consultations;
        this.store = store;
        this.names = names;
        this.quotas = quotas;
    }

    /**
     * What somebody did.
     *
     * @param person who
     * @param key names the event, the same for every copy of it
     * @param at when
     * @param message timestamp of the message it is about; may be empty
     * @param input what they did
     */
    record Deed(SlackUser person, String key, Instant at, String message, UserInput input) {
        static Deed at(String timestamp, SlackUser person, String key, UserInput input) {
            return new Deed(person, key, SlackTimestamp.of(timestamp), timestamp, input);
        }
    }

    public static Address address(String workspace, String room, String thread) {
        return new Address(SlackDelivery.CHANNEL, workspace, room, thread, "");
    }

    Optional<Conversation> at(String workspace, String room, String thread) {
        return thread.isEmpty() ? Optional.empty() : consultations.at(address(workspace, room, thread));
    }

    /** Says whether a card of ours may stand in this room although we do not know its thread yet. */
    boolean opening(String workspace, String room) {
        return store.opening(address(workspace, room, ""));
    }

    Optional<Conversation> find(String conversation) {
        return consultations.find(conversation);
    }

    /** Takes what somebody did; throws {@link dev.tunewise.session.quota.QuotaExceeded} where it is too much. */
    Consultations.Taken take(Conversation conversation, Deed deed) {
        admit(conversation.address(), deed, false);
        return consultations.take(conversation.id(), inbound(deed));
    }

    /** Lets something be done, or throws {@link dev.tunewise.session.quota.QuotaExceeded} where it is too much. */
    void admit(Address place, Deed deed, boolean opens) {
        quotas.check(Quotas.Kind.TURN, deed.key(), place, deed.person().user());
        if (opens) {
            quotas.check(Quotas.Kind.OPENING, deed.key(), place, deed.person().user());
        }
    }

    InboundEvent inbound(Deed deed) {
        SlackUser person = deed.person();
        return new InboundEvent(
                deed.key(),
                names.author(person.workspace(), person.user(), person.hint()),
                deed.at(),
                deed.message(),
                deed.input());
    }
}
