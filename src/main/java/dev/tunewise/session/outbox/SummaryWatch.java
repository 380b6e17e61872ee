package dev.tunewise.session.outbox;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.TeamSettings.Name;
import dev.tunewise.session.store.Address;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * A delivery under watch: where a summary cannot be posted in the channel that was chosen for it, the thread, the settings and the log say so.
 *
 * @param delivery the channel's own delivery
 * @param settings where it is noted
 * @param notices what the thread is told
 * @param clock the present
 * @param log told the conversation and the reason
 */
public record SummaryWatch(
        Delivery delivery,
        TeamSettings settings,
        CommandReplies notices,
        InstantSource clock,
        BiConsumer<String, String> log)
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
        if (item.post().place() instanceof Post.Elsewhere) {
            switch (outcome) {
                case Outcome.Refused(String reason) -> tell(item, reason);
                case Outcome.Sent _ -> settings.note(item.address(), Name.SUMMARY_PROBLEM, "", clock.instant());
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

    private void tell(Outbox.Item item, String refusal) {
        log.accept(item.conversation(), refusal);
        String reason = plain(refusal);
        boolean digest = item.post().key().startsWith(TeamSettings.Name.DIGEST.key() + ":");
        if (digest && item.post().place() instanceof Post.Elsewhere(String channel)) {
            // A digest is the channel's own affair: the thread beside which it is kept has nothing to do with it.
            Address room = new Address(item.address().channel(), item.address().workspace(), channel, "", "");
            settings.note(room, Name.SUMMARY_PROBLEM, reason, clock.instant());
            return;
        }
        settings.note(item.address(), Name.SUMMARY_PROBLEM, reason, clock.instant());
        CommandReplies.Notice notice = notices.say("summary-undelivered", reason);
        Post post = new Post("undelivered", new Post.Thread(), notice.blocks(), notice.plain());
        // Sent by itself, once: what is said about a post that failed need not outlive a crash.
        delivery.deliver(new Outbox.Item(
                -item.id(), item.conversation(), item.entry(), item.address(), post, "", Outbox.Tries.NONE));
    }
}
