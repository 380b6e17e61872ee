package dev.tunewise.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.Notices;
import dev.tunewise.teams.card.CardRenderer;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows notices that belong to no consultation. */
final class Teller {
    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

    private final Connector connector;
    private final CardRenderer renderer;
    private final SendGate gate;
    private final InstantSource clock;

    Teller(Connector connector, CardRenderer renderer, SendGate gate, InstantSource clock) {
        this.connector = connector;
        this.renderer = renderer;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Shows a notice.
     *
     * @param person who alone sees it; empty for everybody in the place
     * @throws TryAgain when Teams wants us to wait
     */
    void tell(Place place, String person, Notices.Notice notice) {
        Post post = new Post("notice", new Post.Thread(), notice.blocks(), notice.plain());
        ObjectNode message = Messages.card(place, renderer.card("", post), notice.plain());
        Duration wait = gate.enter(place.conversation(), place.tenant(), clock.instant());
        if (wait.isPositive()) {
            throw new TryAgain("the send limit of Teams for " + place.conversation());
        }
        Reply reply;
        if (person.isEmpty() || place.kind() == Place.Kind.PERSONAL) {
            reply = connector.send(place.route().serviceUrl(), place.conversation(), message);
        } else {
            message.putObject("recipient").put("id", person);
            reply = connector.sendPrivately(place.route().serviceUrl(), place.conversation(), message);
        }
        switch (reply) {
            case Reply.Done _ -> {}
            case Reply.Wait(Duration _, String reason) -> throw new TryAgain(reason);
            case Reply.Unknown(String reason) -> LOG.warn("A notice may not have arrived in Teams: {}", reason);
            case Reply.Refused(int _, String reason) -> LOG.warn("Teams refused a notice: {}", reason);
        }
    }

    /** Nothing was shown yet; the activity is to be worked off again later. */
    static final class TryAgain extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TryAgain(String reason) {
            super("Teams: " + reason);
        }
    }
}
