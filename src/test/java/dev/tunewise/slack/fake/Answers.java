package dev.tunewise.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Refusals as Slack words them. */
public final class Answers {
    private Answers() {}

    /** Blocks are refused, each with the reason and a pointer. */
    public static JsonObject invalidBlocks(String... reasons) {
        JsonObject body = WebApi.error("invalid_blocks");
        JsonArray errors = new JsonArray();
        JsonArray messages = new JsonArray();
        for (String reason : reasons) {
            errors.add(reason);
            messages.add("[ERROR] " + reason);
        }
        JsonObject metadata = new JsonObject();
        metadata.add("messages", messages);
        body.add("errors", errors);
        body.add("response_metadata", metadata);
        return body;
    }
}
