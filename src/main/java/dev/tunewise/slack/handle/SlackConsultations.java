package dev.tunewise.slack.handle;

import dev.tunewise.conversation.followup.FollowUpPhrases;
import dev.tunewise.conversation.state.Author;
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
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands what people did to the consultations, with the key that makes every event count once. */
public final class SlackConsultations {
    private static final Pattern MENTION = Pattern.compile("<@([A-Z0-9]{2,20})>");
    private static final Pattern NAMED = Pattern.compile("<@([A-Z0-9]{2,20})\\|([^<>]+)>");

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

    /** A text in which mentions of people carry the names that they go by. */
    String named(String workspace, String text) {
        return MENTION.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement("<@" + found.group(1) + "|"
                        + names.author(workspace, found.group(1), "").name() + ">"));
    }

    /** What was typed, or the command that it is when it makes somebody the owner who is mentioned in it. */
    UserInput said(String named, String plain, boolean addressed) {
        List<Author> mentioned = NAMED.matcher(named)
                .results()
                .map(found -> new Author(found.group(1), found.group(2)))
                .toList();
        return FollowUpPhrases.owner(plain, mentioned)
                .<UserInput>map(UserInput.Clicked::new)
                .orElseGet(() -> new UserInput.Said(plain, addressed));
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
