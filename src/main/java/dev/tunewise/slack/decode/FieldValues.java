package dev.tunewise.slack.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is filled in. */
final class FieldValues {
    /** Values by action id, whatever kind of field they come from; fields without a value are left out. */
    static Map<String, List<String>> of(JsonNode state) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (JsonNode block : state.path("values")) {
            block.properties().forEach(field -> {
                List<String> values = values(field.getValue());
                if (!values.isEmpty()) {
                    fields.put(field.getKey(), values);
                }
            });
        }
        return fields;
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
    static String value(JsonNode field) {
        return SlackEvent.at(field, "selected_option/value", "selected_conversation", "value");
    }
}
