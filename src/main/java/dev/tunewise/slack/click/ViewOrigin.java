package dev.tunewise.slack.click;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;

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
        JsonObject object = new JsonObject();
        object.addProperty("c", conversation);
        object.addProperty("p", post.length() > 1_000 ? "" : post);
        object.addProperty("r", room);
        return object.toString();
    }

    /** Reads what {@link #text()} wrote; empty for anything else. */
    public static Optional<ViewOrigin> read(String text) {
        try {
            JsonObject object = JsonParser.parseString(text).getAsJsonObject();
            return Optional.of(new ViewOrigin(
                    object.get("c").getAsString(),
                    object.get("p").getAsString(),
                    object.get("r").getAsString()));
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | NullPointerException other) {
            return Optional.empty();
        }
    }
}
