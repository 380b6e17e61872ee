package dev.tunewise.slack.decode;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A command, a click, a window or a shortcut, read by name out of one tree. What is missing is empty. */
public record SlackInteraction(JsonObject payload) implements SlackRequest {
    public enum Kind {
        COMMAND(""),
        CLICK("block_actions"),
        WINDOW("view_submission"),
        SHORTCUT("message_action"),
        OTHER("");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    public Kind kind() {
        String type = text("type");
        return payload.has("command")
                ? Kind.COMMAND
                : Stream.of(Kind.values())
                        .filter(kind -> !type.isEmpty() && kind.type.equals(type))
                        .findFirst()
                        .orElse(Kind.OTHER);
    }

    public String text(String... path) {
        return SlackEvent.at(payload, path);
    }

    private String either(String[]... paths) {
        return Stream.of(paths)
                .map(this::text)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String[] path(String... names) {
        return names;
    }

    /** Who did it; a command has flat fields. */
    public SlackUser person() {
        String team = either(
                path("view", "app_installed_team_id"), path("team", "id"), path("user", "team_id"), path("team_id"));
        String enterprise = either(path("enterprise", "id"), path("enterprise_id"));
        return new SlackUser(
                SlackUser.workspace(
                        text("is_enterprise_install").equals("true"), enterprise.isEmpty() ? null : enterprise, team),
                either(path("user", "id"), path("user_id")),
                either(path("user", "name"), path("user", "username"), path("user_name")));
    }

    public String room() {
        return either(path("channel", "id"), path("container", "channel_id"), path("channel_id"));
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
                    text("container", "thread_ts"),
                    text("view", "type").equals("modal"),
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
