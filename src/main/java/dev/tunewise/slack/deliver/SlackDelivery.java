package dev.tunewise.slack.deliver;

import dev.tunewise.chat.Post;
import dev.tunewise.session.outbox.Delivery;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.turn.PendingLink;
import dev.tunewise.slack.block.RenderedMessage;
import dev.tunewise.slack.client.SlackApi;
import dev.tunewise.slack.client.SlackBot;
import dev.tunewise.slack.client.SlackBots;
import dev.tunewise.slack.client.SlackErrors;
import dev.tunewise.slack.client.SlackRateLimiter;
import dev.tunewise.slack.client.SlackResult;
import dev.tunewise.slack.decode.SlackUser;
import dev.tunewise.slack.render.PostRenderer;
import dev.tunewise.slack.render.SlackPhrases;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends posts to Slack: the root card and the thread, edited in place; private notes; summaries in other channels. */
public record SlackDelivery(
        SlackBots bots,
        SlackApi api,
        SlackFileUploads uploads,
        ResponseUrls responseUrls,
        EphemeralMessages whispers,
        SlackRateLimiter pauses)
        implements Delivery {
    /** The channel's name in addresses. */
    public static final String CHANNEL = "slack";

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public Outcome deliver(Outbox.Item item) {
        Address address = item.address();
        Optional<SlackBot> bot = bots.find(address.workspace());
        if (bot.isEmpty()) {
            return bots.gone(address.workspace())
                    ? new Outcome.Refused("Tunewise is not installed in " + address.workspace() + " any more")
                    : new Outcome.Later(Duration.ofSeconds(5), "Slack gives no valid token");
        }
        String room = room(item);
        Duration pause = pauses.left(pauseKey(item, room));
        if (pause.isPositive()) {
            return new Outcome.Later(pause, "Slack wants a pause in " + room);
        }
        Post post =
                PendingLink.resolved(item.post(), new SlackThreadLinks(bots).link(item.conversation(), item.address()));
        SlackMessageSender messages = new SlackMessageSender(api, item.held());
        return deliver(new Job(item, bot.get(), messages, PostRenderer.render(item.conversation(), post), room));
    }

    private record Job(
            Outbox.Item item, SlackBot bot, SlackMessageSender messages, RenderedMessage message, String room) {
        String thread() {
            return item.address().thread();
        }
    }

    private static String pauseKey(Outbox.Item item, String room) {
        return item.address().workspace() + "/" + room;
    }

    private static String room(Outbox.Item item) {
        return item.post().place() instanceof Post.Elsewhere(String channel)
                ? channel
                : item.address().room();
    }

    private Outcome deliver(Job job) {
        SlackSentMessage old = SlackSentMessage.read(job.item().replaces());
        if (job.item().tries().out()) {
            return withFiles(job, old);
        }
        SlackResult<String> reply = switch (job.item().post().place()) {
            case Post.Root _ -> placed(job, old, job.thread());
            case Post.Thread _ ->
                job.thread().isEmpty()
                        ? new SlackResult.Refused<>("its thread was never made", List.of())
                        : placed(job, old, job.thread());
            case Post.Private(String person) -> whisper(job, person);
            case Post.Elsewhere _ -> placed(job, old, "");
        };
        return switch (reply) {
            case SlackResult.Done<String>(String timestamp) ->
                withFiles(job, timestamp.equals(old.timestamp()) ? old : new SlackSentMessage(timestamp, Map.of()));
            case SlackResult.Limited<String>(Duration wait) -> later(job, wait, "Slack answers 429");
            case SlackResult.Unreachable<String>(String reason) ->
                new Outcome.Later(backoff(job.item().attempts()), "Slack cannot be reached: " + reason, true);
            case SlackResult.Refused<String>(String error, var _) -> refused(job, error);
        };
    }

    /** Edits where there is something to edit, and posts again where it cannot be edited any more. */
    private SlackResult<String> placed(Job job, SlackSentMessage old, String thread) {
        if (!old.timestamp().isEmpty()) {
            SlackResult<String> edited = job.messages().update(job.bot(), job.room(), old.timestamp(), job.message());
            if (!(edited instanceof SlackResult.Refused<String>(String error, var _) && SlackErrors.ofEdit(error))) {
                return edited;
            }
        }
        if (job.item().tries().uncertain() && old.timestamp().isEmpty()) {
            // A try ended without an answer: it may have arrived, so Slack is asked before it is posted again.
            SlackResult<String> there = job.messages().find(job.bot(), job.room(), thread, mark(job));
            if (unknown(there)
                    || (there instanceof SlackResult.Done<String>(String timestamp) && !timestamp.isEmpty())) {
                return there;
            }
        }
        boolean broadcast = !thread.isEmpty() && job.item().post().place() instanceof Post.Thread(boolean wide) && wide;
        SlackMessageSender.Spot spot = new SlackMessageSender.Spot(job.room(), thread, broadcast);
        return job.messages().post(job.bot(), spot, job.message(), mark(job));
    }

    /** Who may never read the room posts without a look; everything else that Slack refuses for now is asked again. */
    private static boolean unknown(SlackResult<String> look) {
        return switch (look) {
            case SlackResult.Limited<String> _, SlackResult.Unreachable<String> _ -> true;
            case SlackResult.Refused<String>(String error, var _) ->
                SlackErrors.ofAccess(error) && !error.equals("missing_scope");
            case SlackResult.Done<String> _ -> false;
        };
    }

    private static String mark(Job job) {
        return job.item().conversation() + "/" + job.item().id();
    }

    private SlackResult<String> whisper(Job job, String person) {
        SlackResult<String> whispered =
                job.messages().whisper(job.bot(), job.room(), job.thread(), person, job.message());
        boolean outside =
                whispered instanceof SlackResult.Refused<String>(String error, var _) && SlackErrors.ofRoom(error);
        return outside && responseUrls.answer(job.room(), person, job.message())
                ? new SlackResult.Done<>("")
                : whispered;
    }

    private Outcome withFiles(Job job, SlackSentMessage reference) {
        if (job.message().pictures().isEmpty() && job.message().files().isEmpty()) {
            return sent(job, reference);
        }
        boolean elsewhere = job.item().post().place() instanceof Post.Elsewhere;
        String thread = elsewhere || job.thread().isEmpty() ? reference.timestamp() : job.thread();
        try {
            SlackFileUploads.Target target = new SlackFileUploads.Target(job.bot(), job.room(), thread);
            return sent(job, uploads.upload(job.item().conversation(), job.message(), target, reference));
        } catch (SlackFileUploads.Wait wait) {
            return new Outcome.Partly(
                    sent(job, reference), wait.pause(), "Slack takes no files now: " + wait.getMessage());
        } catch (RuntimeException failed) {
            String reason =
                    "an error of ours beside its words: " + failed.getClass().getSimpleName();
            return new Outcome.Partly(sent(job, reference), Duration.ofSeconds(5), reason);
        }
    }

    private static Outcome.Sent sent(Job job, SlackSentMessage reference) {
        Address address = job.item().address();
        boolean makesThread = job.item().post().place() instanceof Post.Root
                && address.thread().isEmpty();
        return new Outcome.Sent(reference.text(), makesThread ? address.withThread(reference.timestamp()) : address);
    }

    private Outcome later(Job job, Duration wait, String reason) {
        pauses.pause(pauseKey(job.item(), job.room()), wait);
        return new Outcome.Later(wait, reason);
    }

    private Outcome refused(Job job, String error) {
        if (SlackErrors.ofAccess(error)) {
            bots.expired(job.item().address().workspace());
            return new Outcome.Later(Duration.ofSeconds(1), "Slack refuses access: " + error);
        }
        return new Outcome.Refused("Slack refuses the message in " + job.room() + ": " + error);
    }

    @Override
    public void undelivered(Outbox.Item item, String person) {
        boolean told = item.replaces().isEmpty()
                && (item.post().place() instanceof Post.Root || item.post().place() instanceof Post.Thread);
        if (told && !person.isBlank()) {
            Address address = item.address();
            bots.find(address.workspace())
                    .ifPresent(bot -> whispers.tell(
                            bot,
                            new SlackUser(address.workspace(), person, ""),
                            address.room(),
                            "",
                            SlackPhrases.UNDELIVERED));
        }
    }

    private static Duration backoff(int attempts) {
        return Duration.ofSeconds(1L << Math.clamp(attempts, 0, 8));
    }
}
