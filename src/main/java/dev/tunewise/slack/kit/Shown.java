package dev.tunewise.slack.kit;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * A block, and what to send in its stead where Slack does not know or take it.
 *
 * @param block the block
 * @param plainer older blocks with the same content; empty when nothing can stand in
 */
record Shown(JsonObject block, List<JsonObject> plainer) {
    Shown {
        plainer = List.copyOf(plainer);
    }

    static Shown only(JsonObject block) {
        return new Shown(block, List.of());
    }
}
