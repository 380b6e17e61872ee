package dev.tunewise.slack.block;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * A block, and what to send in its stead where Slack does not know or take it.
 *
 * @param plainer older blocks with the same content; empty when nothing can stand in
 */
public record BlockWithFallback(JsonObject block, List<JsonObject> plainer) {
    public static BlockWithFallback only(JsonObject block) {
        return new BlockWithFallback(block, List.of());
    }
}
