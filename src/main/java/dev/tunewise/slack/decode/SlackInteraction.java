package dev.tunewise.slack.decode;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command, a click, a window or a shortcut, read by name out of one tree. What is missing is empty. */
public record SlackInteraction(JsonObject payload) implements SlackRequest {
    public static final String COMMAND = "command";
    public static final String CLICK = "block_actions";
    public static final String WINDOW = "view_submission";
    public static final String SHORTCUT = "message_action";

    public String type() {
        return payload.has(COMMAND) ? COMMAND : text("type");
    }

    /** The first plain value at one of these places, each a path such as `view/id`. */
    public String text(String... places) {
        return SlackEvent.at(payload, places);
    }

    /** Who did it; a command has flat fields. */
    public SlackUser person() {
        String team = text("view/app_installed_team_id", "team/id", "user/team_id", "team_id");
        String enterprise = text("enterprise/id", "enterprise_id");
        return new SlackUser(
                SlackUser.workspace(
                        text("is_enterprise_install").equals("true"), enterprise.isEmpty() ? null : enterprise, team),
                text("user/id", "user_id"),
                text("user/name", "user/username", "user_name"));
    }

    public String room() {
        return text("channel/id", "container/channel_id", "channel_id");
    }

    /** What is filled in, by action id. */
    public Map<String, List<String>> fields() {
        JsonObject view = SlackEvent.inner(payload, "view");
        return FieldValues.of(SlackEvent.inner(payload.get("view") instanceof JsonObject ? view : payload, "state"));
    }

    public List<SlackClick> clicks() {
        List<SlackClick> clicks = new ArrayList<>();
        Map<String, List<String>> fields = fields();
        for (JsonElement action : payload.get("actions") instanceof JsonArray all ? all : new JsonArray()) {
            clicks.add(new SlackClick(
                    person(),
                    room(),
                    text("container/thread_ts"),
                    text("view/type").equals("modal"),
                    text("trigger_id"),
                    SlackEvent.at(action, "action_id"),
                    SlackEvent.at(action, "block_id"),
                    FieldValues.value(action),
                    SlackEvent.at(action, "action_ts"),
                    fields));
        }
        return clicks;
    }
}
