package dev.tunewise.slack.click;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.channel.JsonText;
import dev.tunewise.slack.block.BlockKit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a window was opened, carried in its private metadata.
 *
 * @param conversation id of the consultation; empty when the window starts one
 * @param post key of the post whose button opened it
 * @param room channel in which that happened; empty for the Home tab
 */
public record ViewOrigin(String conversation, String post, String room) {
    /** As written into the window; a key that is too long is left out, and the window's answers still find their consultation. */
    public String text() {
        return BlockKit.object()
                .put("c", conversation)
                .put("p", post.length() > 1_000 ? "" : post)
                .put("r", room)
                .toString();
    }

    /** Reads what {@link #text()} wrote; empty for anything else. */
    public static Optional<ViewOrigin> read(String text) {
        JsonNode kept = JsonText.read(text);
        return Stream.of("c", "p", "r").allMatch(name -> kept.path(name).isTextual())
                ? Optional.of(new ViewOrigin(
                        kept.path("c").asText(),
                        kept.path("p").asText(),
                        kept.path("r").asText()))
                : Optional.empty();
    }
}
