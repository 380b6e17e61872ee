package dev.tunewise.teams.deliver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.channel.TryAgain;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.teams.client.BotConnector;
import dev.tunewise.teams.client.ConnectorResult;
import dev.tunewise.teams.client.TeamsRateLimiter;
import dev.tunewise.teams.render.CardRenderer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows notices that belong to no consultation. */
public record TeamsNotifier(BotConnector connector, CardRenderer renderer, TeamsRateLimiter gate) {
    private static final Logger LOG = LoggerFactory.getLogger(TeamsNotifier.class);

    /**
     * @param person who alone sees it; empty for everybody in the place
     * @throws TryAgain when Teams wants us to wait
     */
    public void tell(ConversationReference place, String person, CommandReplies.Notice notice) {
        ObjectNode message = message(place, notice);
        enter(place);
        ConnectorResult reply;
        if (person.isEmpty() || place.kind() == ConversationReference.Kind.PERSONAL) {
            reply = connector.send(place.route().serviceUrl(), place.conversation(), message);
        } else {
            message.putObject("recipient").put("id", person);
            reply = connector.sendPrivately(place.route().serviceUrl(), place.conversation(), message);
        }
        judge(reply);
    }

    /**
     * Shows a notice to everybody in a room, in a channel as a post of its own.
     *
     * @param place somewhere in the same team or chat
     * @throws TryAgain when Teams wants us to wait
     */
    public void announce(ConversationReference place, String room, CommandReplies.Notice notice) {
        if (TeamsDelivery.isChannel(room)) {
            judge(connector.open(
                    place.route().serviceUrl(), OutgoingActivities.post(place, room, message(place, notice))));
        } else {
            judge(connector.send(place.route().serviceUrl(), room, message(place, notice)));
        }
    }

    /**
     * Counts a call into a conversation.
     *
     * @throws TryAgain when Teams wants us to wait
     */
    public void enter(ConversationReference place) {
        if (gate.enter(place.conversation(), place.tenant()).isPositive()) {
            throw new TryAgain("Teams: the send limit for " + place.conversation());
        }
    }

    private ObjectNode message(ConversationReference place, CommandReplies.Notice notice) {
        Post post = new Post("notice", new Post.Thread(), notice.blocks(), notice.plain());
        return OutgoingActivities.card(place, renderer.card("", post), notice.plain());
    }

    private static void judge(ConnectorResult reply) {
        switch (reply) {
            case ConnectorResult.Done _ -> {}
            case ConnectorResult.Wait(Duration _, String reason) -> throw new TryAgain("Teams: " + reason);
            case ConnectorResult.Unknown(String reason) ->
                LOG.warn("A notice may not have arrived in Teams: {}", reason);
            case ConnectorResult.Refused(int _, String reason) -> LOG.warn("Teams refused a notice: {}", reason);
        }
    }
}
