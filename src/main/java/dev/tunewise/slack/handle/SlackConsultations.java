package dev.tunewise.slack.handle;

import dev.tunewise.channel.ChannelFrame;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.slack.client.SlackUserNames;
import dev.tunewise.slack.decode.SlackUser;
import dev.tunewise.slack.deliver.SlackDelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands what people did to the consultations, with the key that makes every event count once. */
public record SlackConsultations(ChannelFrame frame, SlackUserNames names) {
    private static final Pattern NAMED = Pattern.compile("<@([A-Z0-9]{2,30})\\|([^<>]+)>");

    /** Later than this a new message in a direct message is about something new. */
    private static final Duration UNDER_WAY = Duration.ofHours(12);

    /** Keys that may have been cut are as long as this. */
    private static final int LONG_KEY = 100;

    private static final Pattern UNNAMED = Pattern.compile("<@([UW][A-Z0-9]{1,30})>");

    public static Address address(String workspace, String room, String thread) {
        return new Address(SlackDelivery.CHANNEL, workspace, room, thread, "");
    }

    Optional<ConversationSummary> at(String workspace, String room, String thread) {
        return thread.isEmpty() ? Optional.empty() : frame.store().digest(address(workspace, room, thread));
    }

    /** Says whether a card of ours may stand in this room although we do not know its thread yet. */
    boolean opening(String workspace, String room) {
        return frame.store().opening(address(workspace, room, ""));
    }

    /** What was typed, or the command that it is when it makes somebody the owner who is mentioned in it. */
    UserInput said(String named, String plain, boolean addressed) {
        List<Author> mentioned = NAMED.matcher(named)
                .results()
                .map(found -> new Author(found.group(1), found.group(2)))
                .toList();
        return ChannelFrame.said(plain, mentioned, addressed);
    }

    /** Takes what somebody did; throws {@link dev.tunewise.session.quota.QuotaExceeded} where it is too much. */
    Consultations.Taken take(ConversationSummary conversation, InboundEvent event) {
        admit(conversation.address(), event, false);
        return frame.consultations().take(conversation.id(), event);
    }

    /** Lets something be done, or throws {@link dev.tunewise.session.quota.QuotaExceeded} where it is too much. */
    void admit(Address place, InboundEvent event, boolean opens) {
        frame.admit(place, event.key(), event.author().id(), opens);
    }

    /** Whether a room is a direct message, by its id. */
    static boolean isDirect(String room) {
        return room.startsWith("D");
    }

    /**
     * Something that somebody did.
     *
     * @param key names the event, the same for every copy of it
     * @param message timestamp of the message it is about; may be empty
     * @param among whether others are there whom a look at the status or the form does not concern
     */
    InboundEvent event(SlackUser person, String key, Instant at, String message, UserInput input, boolean among) {
        return new InboundEvent(
                key, names.author(person.workspace(), person.user(), person.hint()), at, message, input, among);
    }

    /** The consultation of a direct message that changed last, whether it is decided or not. */
    Optional<ConversationSummary> latest(String workspace, String direct) {
        return frame.latest(address(workspace, direct, ""));
    }

    /** The consultation of a direct message that goes on when somebody writes below its thread instead of in it. */
    Optional<ConversationSummary> underWay(String workspace, String direct, Instant at) {
        return latest(workspace, direct)
                .filter(last -> last.state() == ConversationSummary.State.OPEN
                        && last.updatedAt().isAfter(at.minus(UNDER_WAY)));
    }

    /** A text as Slack sends it, with the names of people in place of their ids. */
    String named(String workspace, String text) {
        return UNNAMED.matcher(text).replaceAll(match -> {
            String name = names.author(workspace, match.group(1), "").name();
            return Matcher.quoteReplacement("<@" + match.group(1) + "|" + name.replaceAll("[<>|]", "") + ">");
        });
    }

    /** What a card shows now; the key of its post may be cut, as in the ids of blocks. Nothing where there is no such post. */
    List<Block> blocks(String conversation, String key) {
        return frame.newest(conversation, key)
                .or(() -> key.length() < LONG_KEY ? Optional.empty() : frame.newestBeginning(conversation, key))
                .map(Post::blocks)
                .orElse(List.of());
    }
}
