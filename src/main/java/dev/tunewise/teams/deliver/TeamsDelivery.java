package dev.tunewise.teams.deliver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Post;
import dev.tunewise.session.outbox.Delivery;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.turn.PendingLink;
import dev.tunewise.teams.client.BotConnector;
import dev.tunewise.teams.client.ConnectorResult;
import dev.tunewise.teams.client.TeamsRateLimiter;
import dev.tunewise.teams.render.CardRenderer;
import java.time.Duration;
import java.util.Optional;

/** Sends posts to Teams: the root card and what stands under it, edited in place; private notes; summaries in other channels. */
public record TeamsDelivery(
        BotConnector connector, CardRenderer renderer, FileOffers offers, TeamsReadingAll heard, TeamsRateLimiter gate)
        implements Delivery {
    /** The channel's name in addresses. */
    public static final String CHANNEL = "teams";

    private static final int NOT_FOUND = 404;
    private static final Duration AFTER_UNKNOWN = Duration.ofSeconds(10);

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public Outcome deliver(Outbox.Item item) {
        Optional<ConversationReference> place = ConversationReference.of(item.address());
        if (place.isEmpty()) {
            return new Outcome.Refused(
                    "nobody knows how to reach " + item.address().room() + " in Teams");
        }
        Job job = new Job(item, connector.held(item.held()), place.get(), TeamsSentMessage.read(item.replaces()));
        Duration wait = gate.enter(job.limited(), place.get().tenant());
        if (wait.isPositive()) {
            return new Outcome.Later(wait, "the send limit of Teams for " + job.limited());
        }
        Outcome outcome = outcome(job, call(job));
        if (outcome instanceof Outcome.Sent && job.sent().isEmpty()) {
            offers.make(job.place(), item.conversation(), item.post());
        }
        return outcome;
    }

    private record Job(
            Outbox.Item item, BotConnector connector, ConversationReference place, Optional<TeamsSentMessage> sent) {
        String service() {
            return place.route().serviceUrl();
        }

        Post post() {
            return item.post();
        }

        /** The conversation whose limit counts. */
        String limited() {
            return post().place() instanceof Post.Elsewhere(String channel) ? channel : place.conversation();
        }
    }

    private ConnectorResult call(Job job) {
        String conversation = job.item().conversation();
        Post post = PendingLink.resolved(
                job.post(), new TeamsThreadLinks().link(conversation, job.item().address()));
        ObjectNode card =
                renderer.card(conversation, heard.shown(job.place(), offers.shown(job.place(), conversation, post)));
        ObjectNode message =
                OutgoingActivities.card(job.place(), card, job.post().plain());
        if (job.sent().isPresent()) {
            TeamsSentMessage sent = job.sent().get();
            message.put("id", sent.activity());
            message.putObject("conversation").put("id", sent.conversation());
            ConnectorResult edited =
                    job.connector().update(job.service(), sent.conversation(), sent.activity(), message);
            if (!(edited instanceof ConnectorResult.Refused(int status, String _) && status == NOT_FOUND)) {
                return edited;
            }
            // Somebody deleted it; it is sent again.
            message.remove("id");
            message.putObject("conversation").put("id", job.place().conversation());
        }
        return create(job, message);
    }

    private ConnectorResult create(Job job, ObjectNode message) {
        return switch (job.post().place()) {
            case Post.Elsewhere(String channel) -> TeamsNotifier.toRoom(job.connector(), job.place(), channel, message);
            case Post.Private(String person) -> TeamsNotifier.toPerson(job.connector(), job.place(), person, message);
            case Post.Root _
            when needsThread(job) ->
                job.connector()
                        .open(
                                job.service(),
                                OutgoingActivities.post(job.place(), job.place().room(), message));
            case Post.Thread _ when needsThread(job) -> new ConnectorResult.Refused(0, "its thread was never made");
            case Post.Root _, Post.Thread _ ->
                job.connector().send(job.service(), job.place().conversation(), message);
        };
    }

    private static boolean needsThread(Job job) {
        return job.place().kind() == ConversationReference.Kind.CHANNEL
                && job.place().thread().isEmpty();
    }

    private Outcome outcome(Job job, ConnectorResult reply) {
        return switch (reply) {
            case ConnectorResult.Done done -> sent(job, done);
            case ConnectorResult.Wait(Duration wait, String reason) -> {
                gate.blocked(job.limited(), wait);
                yield new Outcome.Later(wait, "Teams: " + reason);
            }
            // It may have arrived, and Teams gives no means to look: an answer twice is better than none.
            case ConnectorResult.Unknown(String reason) ->
                new Outcome.Later(AFTER_UNKNOWN, "Teams: " + reason + "; it may have arrived", true);
            case ConnectorResult.Refused(int _, String reason) -> new Outcome.Refused("Teams: " + reason);
        };
    }

    private static Outcome sent(Job job, ConnectorResult.Done done) {
        if (job.sent().isPresent()
                && (done.id().isEmpty() || done.id().equals(job.sent().get().activity()))) {
            return new Outcome.Sent(job.item().replaces(), job.item().address());
        }
        int message = done.id().indexOf(ConversationReference.MESSAGE);
        boolean opened = message >= 0 || !done.activityId().isEmpty();
        String activity = done.activityId().isEmpty()
                ? message < 0 ? done.id() : done.id().substring(message + ConversationReference.MESSAGE.length())
                : done.activityId();
        String conversation = opened ? done.id() : conversation(job);
        Address address = job.item().address();
        boolean makesThread =
                job.post().place() instanceof Post.Root && address.thread().isEmpty();
        return new Outcome.Sent(
                activity.isEmpty() ? "" : new TeamsSentMessage(conversation, activity).text(),
                makesThread && !activity.isEmpty() ? address.withThread(activity) : address);
    }

    private static String conversation(Job job) {
        return job.post().place() instanceof Post.Elsewhere(String channel)
                ? channel
                : job.place().conversation();
    }
}
