package dev.tunewise.slack.decode;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** A message that somebody forwards: Slack puts it into an attachment, and it stays its author's. `author`: empty where Slack does not say. */
public record SharedMessage(String author, String text) {
    public static List<SharedMessage> in(JsonObject message) {
        JsonArray all = message.get("attachments") instanceof JsonArray found ? found : new JsonArray();
        return all.asList().stream().flatMap(SharedMessage::of).toList();
    }

    /** Previews of links are attachments too, and nobody's words. */
    private static Stream<SharedMessage> of(JsonElement attachment) {
        boolean shared = !SlackEvent.at(attachment, "is_share", "is_msg_unfurl").isEmpty();
        String text = SlackEvent.at(attachment, "text");
        return shared && !text.isBlank()
                ? Stream.of(new SharedMessage(SlackEvent.at(attachment, "author_id"), text.strip()))
                : Stream.empty();
    }

    /** Marked as somebody else's: a reader takes nothing of it for the words of who forwards it. */
    public String quoted() {
        return "\n\n&gt; " + text.replaceAll("\\s*\n\\s*", "\n&gt; ");
    }
}
