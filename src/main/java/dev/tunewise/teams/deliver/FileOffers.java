package dev.tunewise.teams.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.teams.client.BotConnector;
import dev.tunewise.teams.client.ConnectorResult;
import dev.tunewise.teams.client.TeamsRateLimiter;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers files in personal chats, the only place where Teams lets a bot hand over files: the person agrees, and the file goes to their OneDrive. An
 * offer is made once and never again by itself, since the link on the card or another export can take its place.
 */
public record FileOffers(BotConnector connector, SignedFileUrls pages, TeamsRateLimiter gate) {
    static final String CONSENT = "application/vnd.microsoft.teams.card.file.consent";
    public static final String INFO = "application/vnd.microsoft.teams.card.file.info";
    private static final Logger LOG = LoggerFactory.getLogger(FileOffers.class);

    /** What an offer is about; it comes back from the client. */
    public record About(String conversation, String export) {
        public static About read(JsonNode context) {
            return new About(
                    context.path("consultation").asText(""),
                    context.path("export").asText(""));
        }

        ObjectNode json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("consultation", conversation)
                    .put("export", export);
        }
    }

    /** The post as a card shows it here: files that are offered need no line about a missing address. */
    Post shown(ConversationReference place, String conversation, Post post) {
        if (place.kind() != ConversationReference.Kind.PERSONAL || files(post).isEmpty()) {
            return post;
        }
        List<Block> blocks = post.blocks().stream()
                .filter(block -> !(block instanceof Block.File file)
                        || pages.file(conversation, file.export(), file.name()).isPresent())
                .toList();
        return new Post(post.key(), post.place(), blocks, post.plain());
    }

    /** Offers the files of a post that has just been sent. */
    void make(ConversationReference place, String conversation, Post post) {
        if (place.kind() != ConversationReference.Kind.PERSONAL) {
            return;
        }
        for (Block.File file : files(post)) {
            pages.content(conversation, file.export()).ifPresent(content -> {
                ObjectNode offer = OutgoingActivities.attached(place, CONSENT, file.name(), post.plain());
                ObjectNode details = offer.withArray("attachments").path(0).withObject("content");
                details.put("description", post.plain()).put("sizeInBytes", content.length);
                About about = new About(conversation, file.export());
                details.set("acceptContext", about.json());
                details.set("declineContext", about.json());
                Duration wait = gate.enter(place.conversation(), place.tenant());
                ConnectorResult reply = wait.isPositive()
                        ? new ConnectorResult.Wait(wait, "the send limit of Teams")
                        : connector.send(place.route().serviceUrl(), place.conversation(), offer);
                if (!(reply instanceof ConnectorResult.Done)) {
                    LOG.warn("The file {} could not be offered in Teams: {}", file.name(), reply);
                }
            });
        }
    }

    private static List<Block.File> files(Post post) {
        return Block.of(Block.File.class, post.blocks().stream()).toList();
    }
}
