package dev.tunewise.slack.decode;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is filled in. */
final class FieldValues {
    /** Values by action id, whatever kind of field they come from; fields without a value are left out. */
    static Map<String, List<String>> of(JsonObject state) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        JsonObject blocks = SlackEvent.inner(state, "values");
        blocks.keySet()
                .forEach(block -> SlackEvent.inner(blocks, block).asMap().forEach((actionId, field) -> {
                    List<String> values = values(field);
                    if (!values.isEmpty()) {
                        fields.put(actionId, values);
                    }
                }));
        return fields;
    }

    private static List<String> values(JsonElement field) {
        if (field instanceof JsonObject menu && menu.get("selected_options") instanceof JsonArray options) {
            return options.asList().stream()
                    .map(option -> SlackEvent.at(option, "value"))
                    .toList();
        }
        String value = value(field);
        return value.isBlank() ? List.of() : List.of(value);
    }

    /** What is chosen or typed in a field, or what a button carries. */
    static String value(JsonElement field) {
        return SlackEvent.at(field, "selected_option/value", "selected_conversation", "value");
    }
}
