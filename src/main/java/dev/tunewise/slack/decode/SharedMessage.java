package dev.tunewise.slack.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A message that somebody forwards: Slack puts it into an attachment, and it stays its author's. `author`: empty where Slack does not say. */
public record SharedMessage(String author, String text) {
    public static List<SharedMessage> in(JsonNode message) {
        return message.path("attachments")
                .valueStream()
                .filter(each ->
                        !SlackEvent.at(each, "is_share", "is_msg_unfurl").isEmpty())
                // Previews of links are attachments too, and nobody's words.
                .map(each -> new SharedMessage(
                        each.path("author_id").asText(""),
                        each.path("text").asText("").strip()))
                .filter(shared -> !shared.text().isEmpty())
                .toList();
    }

    /** Marked as somebody else's: a reader takes nothing of it for the words of who forwards it. */
    public String quoted() {
        return "\n\n&gt; " + text.replaceAll("\\s*\n\\s*", "\n&gt; ");
    }
}
