package dev.tunewise.session.outbox;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.session.settings.Choice;
import dev.tunewise.session.settings.SummaryChannels;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.TeamSettings.Name;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Announcements;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
    private static final Pattern NOT_THERE = Pattern.compile(
            "not_in_channel|channel_not_found|ConversationNotFound|NotInConversation|\\b40[34]\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String channel() {
        return delivery.channel();
    }

    @Override
    public Outcome deliver(Outbox.Item item) {
        Outcome outcome = delivery.deliver(item);
        if (item.post().place() instanceof Post.Elsewhere(String channel)) {
            switch (outcome) {
                case Outcome.Refused(String reason) -> tell(item, reason);
                case Outcome.Sent _ -> arrived(item, channel);
                case Outcome.Later _ -> {}
            }
        }
        return outcome;
    }

    @Override
    public void undelivered(Outbox.Item item, String person) {
        delivery.undelivered(item, person);
    }

    /** The words of a platform are for the log; people are told what they can do. */
    private String plain(String refusal) {
        return notices.say(
                        ARCHIVED.matcher(refusal).find()
                                ? "undelivered-archived"
                                : NOT_THERE.matcher(refusal).find() ? "undelivered-not-there" : "undelivered-refused")
                .plain();
    }

    /** Notes the reason where it is new, also for the workspace where its channel is meant; gives since when it holds. */
    private Instant note(Address room, String reason, boolean summary) {
        Optional<Choice> known =
                settings.ofRoom(room, Name.SUMMARY_PROBLEM).filter(choice -> reason.equals(choice.value()));
        if (known.isPresent()) {
            return known.get().at();
        }
        Instant now = clock.instant();
        settings.note(room, Name.SUMMARY_PROBLEM, reason, now);
        if (summary && settings.ofRoom(room, Name.SUMMARY_CHANNEL).isEmpty()) {
            settings.note(workspace(room), Name.SUMMARY_PROBLEM, reason, now);
        }
        return now;
    }

    /** Only a summary that arrived where those of its room go now shows that they arrive again; other posts show nothing of that. */
    private void arrived(Outbox.Item item, String channel) {
        Address room = item.address();
        boolean own = settings.ofRoom(room, Name.SUMMARY_CHANNEL).isPresent();
        List<Address> noted = Stream.of(room, workspace(room))
                .limit(own ? 1 : 2)
                .filter(each -> settings.ofRoom(each, Name.SUMMARY_PROBLEM).isPresent())
                .toList();
        if (noted.isEmpty()) {
            return;
        }
        Optional<String> summaries = new SummaryChannels(settings).of(room);
        if (summaries.isEmpty() && channel.equals(room.room())) {
            // Where summaries go nowhere, a problem can be only that of a post to the room itself.
            over(room);
        } else if (summaries.filter(channel::equals).isPresent()
                && item.post().key().equals(SummaryChannels.KEY + channel)) {
            noted.forEach(this::over);
        }
    }

    private void over(Address place) {
        settings.note(place, Name.SUMMARY_PROBLEM, "", clock.instant());
    }

    private Address workspace(Address room) {
        return new Address(
                room.channel(), room.workspace(), settings.directory().scope(room), "", "");
    }

    private void tell(Outbox.Item item, String refusal) {
        String reason = plain(refusal);
        boolean digest = item.post().key().startsWith(TeamSettings.Name.DIGEST.key() + ":");
        if (digest && item.post().place() instanceof Post.Elsewhere(String channel)) {
            // A digest is the channel's own affair: the thread beside which it is kept has nothing to do with it.
            Address room = new Address(item.address().channel(), item.address().workspace(), channel, "", "");
            settings.note(room, Name.SUMMARY_PROBLEM, reason, clock.instant());
            return;
        }
        Instant since = note(item.address(), reason, item.post().key().startsWith(SummaryChannels.KEY));
        String key = String.join("/", "undelivered", item.conversation(), since.toString());
        if (!announcements.make(key, clock.instant(), "", List.of())) {
            return;
        }
        CommandReplies.Notice notice = notices.say("summary-undelivered", reason);
        Post post = new Post("undelivered", new Post.Thread(), notice.blocks(), notice.plain());
        // Sent by itself, once: what is said about a post that failed need not outlive a crash.
        delivery.deliver(new Outbox.Item(
                -item.id(), item.conversation(), item.entry(), item.address(), post, "", Outbox.Tries.NONE));
    }
}
