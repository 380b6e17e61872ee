package dev.tunewise.session.outbox;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.session.settings.Choice;
import dev.tunewise.session.settings.RoomFacts;
import dev.tunewise.session.settings.SummaryChannels;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.TeamSettings.Name;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Announcements;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A delivery under watch: where a summary cannot be posted in the channel that was chosen for it, the thread, the settings and the log say so.
 *
 * @param settings where it is noted
 */
public record SummaryWatch(
        Delivery delivery,
        TeamSettings settings,
        CommandReplies notices,
        InstantSource clock,
        Announcements announcements)
        implements Delivery {
    private static final Pattern ARCHIVED = Pattern.compile("archived", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSED = Pattern.compile(
            "archived|not_in_channel|channel_not_found|NotInConversation|not installed", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_THERE = Pattern.compile(
            "not_in_channel|channel_not_found|ConversationNotFound|NotInConversation|\\b40[34]\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String channel() {
        return delivery.channel();
    }

    @Override
    public Outcome deliver(Outbox.Item item) {
        if (!(item.post().place() instanceof Post.Elsewhere(String channel))) {
            Outcome there = delivery.deliver(item);
            if (there instanceof Outcome.Refused(String reason)
                    && CLOSED.matcher(reason).find()) {
                closed(item.address(), reason);
                return new Outcome.Closed(reason);
            }
            return there;
        }
        Outcome outcome = held(item, channel).orElseGet(() -> delivery.deliver(item));
        switch (outcome) {
            case Outcome.Refused(String reason) -> tell(item, channel, reason);
            case Outcome.Sent _, Outcome.Partly _ -> arrived(item, channel);
            case Outcome.Later _, Outcome.Closed _, Outcome.Withheld _ -> {}
        }
        return outcome;
    }

    private void closed(Address room, String reason) {
        RoomFacts.Posts now = ARCHIVED.matcher(reason).find() ? RoomFacts.Posts.ARCHIVED : RoomFacts.Posts.NOT_THERE;
        settings.closed(room, now, clock.instant());
    }

    /**
     * What is said in a room leaves it only if the platform says so at this moment: a room may have turned private since, and what was known of it
     * a minute ago, when the post was made, does not count.
     */
    private Optional<Outcome> held(Outbox.Item item, String channel) {
        Address room = item.address();
        if (isDigest(item) || item.redacts() || channel.equals(room.room())) {
            return Optional.empty();
        }
        settings.directory().forget(room);
        if (new SummaryChannels(settings).of(room).filter(channel::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                settings.directory().room(room).known()
                        ? new Outcome.Withheld("the room tells that channel nothing any more")
                        : new Outcome.Later(
                                Duration.ZERO, "whether the room is private now, the platform does not say"));
    }

    @Override
    public void undelivered(Outbox.Item item, String person) {
        delivery.undelivered(item, person);
    }

    /** What of a room could not be posted, and where: a digest and a broadcast are the channel's own affair. */
    private static String cause(Outbox.Item item, String channel) {
        String kind = item.post().key().replaceFirst(":.*", "");
        return kind.equals(Name.DIGEST.key()) || kind.equals(Name.BROADCAST.key())
                ? kind + ":" + channel
                : SummaryChannels.KEY + channel;
    }

    private static Address room(Outbox.Item item, String channel) {
        Address beside = item.address();
        return isDigest(item) ? new Address(beside.channel(), beside.workspace(), channel, "", "") : beside;
    }

    private static boolean isDigest(Outbox.Item item) {
        return item.post().key().startsWith(Name.DIGEST.key() + ":");
    }

    /** The words of a platform are for the log; people are told what they can do. */
    private CommandReplies.Notice plain(String cause, String refusal) {
        String reason = notices.say(
                        ARCHIVED.matcher(refusal).find()
                                ? "undelivered-archived"
                                : NOT_THERE.matcher(refusal).find() ? "undelivered-not-there" : "undelivered-refused")
                .plain();
        String what = cause.startsWith(Name.DIGEST.key())
                ? "undelivered-digest"
                : cause.startsWith(Name.BROADCAST.key()) ? "undelivered-broadcast" : "undelivered-summary";
        return notices.say(what, reason);
    }

    /** Notes it where it is new; gives since when it holds. */
    private Instant note(Address place, String sentence, String cause) {
        Optional<Choice> known = settings.ofRoom(place, Name.SUMMARY_PROBLEM)
                .filter(choice -> sentence.equals(choice.value()) && cause.equals(choice.cause()));
        if (known.isPresent()) {
            return known.get().at();
        }
        settings.problem(place, sentence, cause, clock.instant());
        return clock.instant();
    }

    /** What arrived where it could not be posted before is no problem any more; a note about a summary is no summary. */
    private void arrived(Outbox.Item item, String channel) {
        if (isDigest(item)) {
            settings.digestCame(room(item, channel));
        }
        String cause = cause(item, channel);
        if (cause.startsWith(SummaryChannels.KEY) && !item.post().key().equals(cause)) {
            return;
        }
        for (Address place : List.of(room(item, channel), workspace(item.address()))) {
            if (settings.ofRoom(place, Name.SUMMARY_PROBLEM)
                    .filter(problem ->
                            problem.cause().isEmpty() || problem.cause().equals(cause))
                    .isPresent()) {
                settings.problem(place, "", "", clock.instant());
            }
        }
    }

    private Address workspace(Address room) {
        return new Address(
                room.channel(), room.workspace(), settings.directory().scope(room), "", "");
    }

    private void tell(Outbox.Item item, String channel, String refusal) {
        String cause = cause(item, channel);
        CommandReplies.Notice notice = plain(cause, refusal);
        Instant since = note(room(item, channel), notice.plain(), cause);
        if (isDigest(item)) {
            if (CLOSED.matcher(refusal).find()) {
                Address room = room(item, channel);
                closed(room, refusal);
                settings.digestWaits(
                        room, item.post().key().substring(Name.DIGEST.key().length() + 1), clock.instant());
            }
            // The thread beside which a digest is kept has nothing to do with it.
            return;
        }
        if (cause.startsWith(SummaryChannels.KEY)
                && settings.ofRoom(item.address(), Name.SUMMARY_CHANNEL).isEmpty()) {
            note(workspace(item.address()), notice.plain(), cause);
        }
        String key = String.join("/", "undelivered", item.conversation(), since.toString());
        if (!announcements.make(key, clock.instant(), "", List.of())) {
            return;
        }
        Post post = new Post("undelivered", new Post.Thread(), notice.blocks(), notice.plain());
        // Sent by itself, once: what is said about a post that failed need not outlive a crash.
        delivery.deliver(new Outbox.Item(
                -item.id(), item.conversation(), item.entry(), item.address(), post, "", Outbox.Tries.NONE));
    }
}
