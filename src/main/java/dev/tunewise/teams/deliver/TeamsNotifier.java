package dev.tunewise.teams.deliver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.channel.RetryLater;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.teams.client.BotConnector;
import dev.tunewise.teams.client.ConnectorResult;
import dev.tunewise.teams.client.TeamsRateLimiter;
import dev.tunewise.teams.render.CardRenderer;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows notices that belong to no consultation. */
public record TeamsNotifier(BotConnector connector, CardRenderer renderer, TeamsRateLimiter gate) {
    private static final Logger LOG = LoggerFactory.getLogger(TeamsNotifier.class);

    /** How ids of channels end, today and on older ones. */
    private static final List<String> CHANNELS = List.of("@thread.tacv2", "@thread.skype");

    /**
     * @param person who alone sees it; empty for everybody in the place
     * @throws RetryLater when Teams wants us to wait
     */
    public void tell(ConversationReference place, String person, CommandReplies.Notice notice) {
        enter(place);
        ObjectNode message = message(place, notice);
        judge(
                person.isEmpty()
                        ? connector.send(place.route().serviceUrl(), place.conversation(), message)
                        : toPerson(connector, place, person, message));
    }

    /** Sends what one person alone sees, which in their own chat is everything. */
    static ConnectorResult toPerson(
            BotConnector connector, ConversationReference place, String person, ObjectNode message) {
        String service = place.route().serviceUrl();
        if (place.kind() == ConversationReference.Kind.PERSONAL) {
            return connector.send(service, place.conversation(), message);
        }
        message.putObject("recipient").put("id", person);
        return connector.sendPrivately(service, place.conversation(), message);
    }

    /** Sends into another room of the same team or chat, in a channel as a post of its own. */
    static ConnectorResult toRoom(
            BotConnector connector, ConversationReference place, String room, ObjectNode message) {
        if (CHANNELS.stream().anyMatch(room::endsWith)) {
            return connector.open(place.route().serviceUrl(), OutgoingActivities.post(place, room, message));
        }
        message.putObject("conversation").put("id", room);
        return connector.send(place.route().serviceUrl(), room, message);
    }

    /**
     * Shows a notice to everybody in a room, in a channel as a post of its own.
     *
     * @param place somewhere in the same team or chat
     * @throws RetryLater when Teams wants us to wait
     */
    public void announce(ConversationReference place, String room, CommandReplies.Notice notice) {
        judge(toRoom(connector, place, room, message(place, notice)));
    }

    /**
     * Counts a call into a conversation.
     *
     * @throws RetryLater when Teams wants us to wait
     */
    public void enter(ConversationReference place) {
        if (gate.enter(place.conversation(), place.tenant()).isPositive()) {
            throw new RetryLater("Teams: the send limit for " + place.conversation());
        }
    }

    private ObjectNode message(ConversationReference place, CommandReplies.Notice notice) {
        Post post = new Post("notice", new Post.Thread(), notice.blocks(), notice.plain());
        return OutgoingActivities.card(place, renderer.card("", post), notice.plain());
    }

    private static void judge(ConnectorResult reply) {
        switch (reply) {
            case ConnectorResult.Done _ -> {}
            case ConnectorResult.Wait(Duration _, String reason) -> throw new RetryLater("Teams: " + reason);
            case ConnectorResult.Unknown(String reason) ->
                LOG.warn("A notice may not have arrived in Teams: {}", reason);
            case ConnectorResult.Refused(int _, String reason) -> LOG.warn("Teams refused a notice: {}", reason);
        }
    }
}
