package dev.tunewise.slack.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A command, a click, a window or a shortcut, read by name out of one tree. What is missing is empty. */
public record SlackInteraction(JsonNode payload) implements SlackRequest {
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
                SlackUser.workspace(text("is_enterprise_install").equals("true"), enterprise, team),
                text("user/id", "user_id"),
                text("user/name", "user/username", "user_name"));
    }

    public String room() {
        return text("channel/id", "container/channel_id", "channel_id");
    }

    /** What is filled in, by action id, whatever kind of field it comes from; fields without a value are left out. */
    public Map<String, List<String>> fields() {
        JsonNode view = payload.path("view");
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (JsonNode block : (view.isObject() ? view : payload).path("state").path("values")) {
            block.properties().forEach(field -> {
                List<String> values = values(field.getValue());
                if (!values.isEmpty()) {
                    fields.put(field.getKey(), values);
                }
            });
        }
        return fields;
    }

    public List<SlackClick> clicks() {
        List<SlackClick> clicks = new ArrayList<>();
        Map<String, List<String>> fields = fields();
        for (JsonNode action : payload.path("actions")) {
            clicks.add(new SlackClick(
                    person(),
                    room(),
                    text("container/thread_ts"),
                    text("view/type").equals("modal"),
                    text("trigger_id"),
                    action.path("action_id").asText(""),
                    action.path("block_id").asText(""),
                    value(action),
                    action.path("action_ts").asText(""),
                    fields));
        }
        return clicks;
    }

    private static List<String> values(JsonNode field) {
        JsonNode options = field.path("selected_options");
        String value = options.isArray() ? "" : value(field);
        return options.isArray()
                ? options.valueStream()
                        .map(option -> option.path("value").asText(""))
                        .toList()
                : value.isBlank() ? List.of() : List.of(value);
    }

    /** What is chosen or typed in a field, or what a button carries. */
    private static String value(JsonNode field) {
        return SlackEvent.at(field, "selected_option/value", "selected_conversation", "value");
    }
}
