package dev.tunewise.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;

/** Finds what can be clicked and filled in, by what people see on it. */
final class Clicks {
    private Clicks() {}

    /** The action of a click on the button or menu entry with this label. */
    static Optional<JsonObject> find(JsonObject block, String label) {
        if (block.has("accessory")) {
            Optional<JsonObject> found = find(block, block.getAsJsonObject("accessory"), label);
            if (found.isPresent()) {
                return found;
            }
        }
        if (block.get("type").getAsString().equals("actions")) {
            for (JsonElement element : block.getAsJsonArray("elements")) {
                Optional<JsonObject> found = find(block, element.getAsJsonObject(), label);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The action of the button with this id. */
    static Optional<JsonObject> button(JsonObject block, String actionId) {
        if (block.get("type").getAsString().equals("actions")) {
            for (JsonElement each : block.getAsJsonArray("elements")) {
                JsonObject element = each.getAsJsonObject();
                if (element.get("action_id").getAsString().equals(actionId)) {
                    JsonObject action = of(block, element);
                    action.add("value", element.get("value"));
                    return Optional.of(action);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonObject> find(JsonObject block, JsonObject element, String label) {
        if (element.has("text") && text(element.get("text")).equals(label)) {
            JsonObject action = of(block, element);
            action.add("value", element.get("value"));
            return Optional.of(action);
        }
        return option(element, label).map(option -> {
            JsonObject action = of(block, element);
            action.add("selected_option", option);
            return action;
        });
    }

    static JsonObject of(JsonObject block, JsonObject element) {
        JsonObject action = new JsonObject();
        action.add("type", element.get("type"));
        action.add("action_id", element.get("action_id"));
        action.addProperty(
                "block_id", block.has("block_id") ? block.get("block_id").getAsString() : "generated");
        return action;
    }

    /** The values of fields on a card in which these labels are chosen. */
    static JsonObject chosen(JsonArray blocks, Map<String, Boolean> labels) {
        JsonObject values = new JsonObject();
        for (JsonElement each : blocks) {
            JsonObject block = each.getAsJsonObject();
            if (block.get("type").getAsString().equals("input")) {
                JsonObject element = block.getAsJsonObject("element");
                JsonArray options = new JsonArray();
                labels.forEach((label, on) -> {
                    if (on) {
                        options.add(option(element, label)
                                .orElseThrow(() -> new AssertionError("no \"" + label + "\" in " + element)));
                    }
                });
                JsonObject field = new JsonObject();
                field.add("type", element.get("type"));
                field.add("selected_options", options);
                put(values, block, element, field);
            }
        }
        return values;
    }

    /** The values of a window in which the fields with these labels are filled in. */
    static JsonObject filled(JsonArray blocks, Map<String, String> filled) {
        JsonObject values = new JsonObject();
        for (JsonElement each : blocks) {
            JsonObject block = each.getAsJsonObject();
            if (!block.get("type").getAsString().equals("input")) {
                continue;
            }
            JsonObject element = block.getAsJsonObject("element");
            String value = filled.remove(text(block.get("label")));
            put(values, block, element, field(element, value));
        }
        if (!filled.isEmpty()) {
            throw new AssertionError("no field for " + filled + " in " + blocks);
        }
        return values;
    }

    private static JsonObject field(JsonObject element, String value) {
        JsonObject field = new JsonObject();
        field.add("type", element.get("type"));
        switch (element.get("type").getAsString()) {
            case "static_select" -> {
                if (value != null) {
                    field.add("selected_option", option(element, value).orElseThrow());
                }
            }
            case "checkboxes", "multi_static_select" -> {
                JsonArray options = new JsonArray();
                if (value != null) {
                    options.add(option(element, value).orElseThrow());
                }
                field.add("selected_options", options);
            }
            case "conversations_select" -> {
                if (value != null) {
                    field.addProperty("selected_conversation", value);
                }
            }
            default -> {
                if (value != null) {
                    field.addProperty("value", value);
                }
            }
        }
        return field;
    }

    private static void put(JsonObject values, JsonObject block, JsonObject element, JsonObject field) {
        JsonObject byAction = new JsonObject();
        byAction.add(element.get("action_id").getAsString(), field);
        values.add(block.get("block_id").getAsString(), byAction);
    }

    private static Optional<JsonObject> option(JsonObject element, String label) {
        if (element.has("options")) {
            for (JsonElement option : element.getAsJsonArray("options")) {
                if (text(option.getAsJsonObject().get("text")).equals(label)) {
                    return Optional.of(option.getAsJsonObject());
                }
            }
        }
        return Optional.empty();
    }

    private static String text(JsonElement text) {
        return text.getAsJsonObject().get("text").getAsString();
    }
}
