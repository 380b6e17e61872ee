package dev.tunewise.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Slack refuses in blocks: counts, lengths, duplicates, types that a surface does not take. Written from the reference and from
 * `@slack/types` 3.2.0, and on purpose without a look at the renderer.
 */
public final class BlockRules {

    /** Where blocks are shown. */
    public enum Surface {
        MESSAGE(50, Set.of()),
        MODAL(100, Set.of("table", "markdown")),
        HOME(100, Set.of("table", "markdown"));

        private final int blocks;
        private final Set<String> refused;

        Surface(int blocks, Set<String> refused) {
            this.blocks = blocks;
            this.refused = refused;
        }
    }

    private static final Set<String> BLOCKS = Set.of(
            "actions", "context", "divider", "header", "image", "input", "rich_text", "section", "markdown", "table");

    /** Slack's own refusal is `msg_blocks_too_long` at about 13,200. */
    private static final int ALL_CHARACTERS = 12_000;

    private final List<String> faults = new ArrayList<>();
    private final Set<String> blockIds = new HashSet<>();
    private final Set<String> actionIds = new HashSet<>();
    private int characters;
    private int tables;

    private BlockRules() {}

    /** The faults, each with a JSON pointer as Slack writes it; empty when Slack would take the blocks. */
    public static List<String> faults(JsonArray blocks, Surface surface) {
        BlockRules rules = new BlockRules();
        if (blocks.size() > surface.blocks) {
            rules.fault("no more than " + surface.blocks + " items allowed", "");
        }
        for (int i = 0; i < blocks.size(); i++) {
            rules.block(blocks.get(i).getAsJsonObject(), surface, "/blocks/" + i);
        }
        if (rules.tables > 1) {
            rules.fault("only_one_table_allowed", "");
        }
        if (surface == Surface.MESSAGE && rules.characters > ALL_CHARACTERS) {
            rules.fault("msg_blocks_too_long: " + rules.characters, "");
        }
        return List.copyOf(rules.faults);
    }

    private void block(JsonObject block, Surface surface, String at) {
        String type = string(block, "type");
        if (!BLOCKS.contains(type) || surface.refused.contains(type)) {
            fault("unsupported type: " + type, at + "/type");
            return;
        }
        if (block.has("block_id")) {
            length(string(block, "block_id"), 1, 255, at + "/block_id");
            if (!blockIds.add(string(block, "block_id"))) {
                fault("duplicate block_id", at + "/block_id");
            }
        }
        switch (type) {
            case "actions" -> elements(block, 25, at);
            case "context" -> context(block, at);
            case "header" -> plainText(block.get("text"), 150, at + "/text");
            case "input" -> input(block, at);
            case "rich_text" -> richText(block, at);
            case "section" -> section(block, at);
            case "table" -> table(block, at);
            default -> fault("not checked here: " + type, at);
        }
    }

    private void section(JsonObject block, String at) {
        if (!block.has("text") && !block.has("fields")) {
            fault("missing text", at);
        }
        if (block.has("text")) {
            text(block.get("text"), 3_000, at + "/text");
        }
        if (block.has("fields")) {
            JsonArray fields = block.getAsJsonArray("fields");
            size(fields, 1, 10, at + "/fields");
            for (int i = 0; i < fields.size(); i++) {
                text(fields.get(i), 2_000, at + "/fields/" + i);
            }
        }
        if (block.has("accessory")) {
            element(block.getAsJsonObject("accessory"), at + "/accessory");
        }
    }

    private void elements(JsonObject block, int max, String at) {
        JsonArray elements = block.getAsJsonArray("elements");
        size(elements, 1, max, at + "/elements");
        for (int i = 0; i < elements.size(); i++) {
            element(elements.get(i).getAsJsonObject(), at + "/elements/" + i);
        }
    }

    private void context(JsonObject block, String at) {
        JsonArray elements = block.getAsJsonArray("elements");
        size(elements, 1, 10, at + "/elements");
        for (int i = 0; i < elements.size(); i++) {
            text(elements.get(i), 3_000, at + "/elements/" + i);
        }
    }

    private void input(JsonObject block, String at) {
        plainText(block.get("label"), 2_000, at + "/label");
        if (block.has("hint")) {
            plainText(block.get("hint"), 2_000, at + "/hint");
        }
        element(block.getAsJsonObject("element"), at + "/element");
    }

    private void element(JsonObject element, String at) {
        length(string(element, "action_id"), 1, 255, at + "/action_id");
        if (!actionIds.add(string(element, "action_id"))) {
            fault("duplicate action_id", at + "/action_id");
        }
        if (element.has("placeholder")) {
            plainText(element.get("placeholder"), 150, at + "/placeholder");
        }
        switch (string(element, "type")) {
            case "button" -> button(element, at);
            case "overflow" -> options(element, "options", 1, 5, at);
            case "static_select", "multi_static_select" -> options(element, "options", 1, 100, at);
            case "checkboxes", "radio_buttons" -> options(element, "options", 1, 10, at);
            case "number_input", "plain_text_input", "conversations_select" -> {}
            default -> fault("unsupported element: " + string(element, "type"), at + "/type");
        }
        initial(element, at);
    }

    private void button(JsonObject button, String at) {
        plainText(button.get("text"), 75, at + "/text");
        if (button.has("value")) {
            length(string(button, "value"), 0, 2_000, at + "/value");
            characters += string(button, "value").length();
        }
        if (button.has("url")) {
            length(string(button, "url"), 1, 3_000, at + "/url");
        }
        if (button.has("style") && !Set.of("primary", "danger").contains(string(button, "style"))) {
            fault("unknown style", at + "/style");
        }
    }

    private void options(JsonObject element, String name, int min, int max, String at) {
        JsonArray options = element.getAsJsonArray(name);
        size(options, min, max, at + "/" + name);
        Set<String> values = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            JsonObject option = options.get(i).getAsJsonObject();
            String here = at + "/" + name + "/" + i;
            plainText(option.get("text"), 75, here + "/text");
            length(string(option, "value"), 1, 75, here + "/value");
            characters += string(option, "value").length();
            if (option.has("description")) {
                plainText(option.get("description"), 75, here + "/description");
            }
            if (!values.add(string(option, "value"))) {
                fault("duplicate value", here + "/value");
            }
        }
    }

    private void initial(JsonObject element, String at) {
        List<JsonElement> chosen = new ArrayList<>();
        if (element.has("initial_option")) {
            chosen.add(element.get("initial_option"));
        }
        if (element.has("initial_options")) {
            size(element.getAsJsonArray("initial_options"), 1, 100, at + "/initial_options");
            element.getAsJsonArray("initial_options").forEach(chosen::add);
        }
        for (JsonElement each : chosen) {
            if (!element.getAsJsonArray("options").contains(each)) {
                fault("initial option is none of the options", at);
            }
        }
    }

    private void richText(JsonObject block, String at) {
        JsonArray parts = block.getAsJsonArray("elements");
        size(parts, 1, 1_000, at + "/elements");
        for (JsonElement part : parts) {
            if (string(part.getAsJsonObject(), "type").equals("rich_text_list")) {
                part.getAsJsonObject().getAsJsonArray("elements").forEach(item -> spans(item.getAsJsonObject(), at));
            } else {
                spans(part.getAsJsonObject(), at);
            }
        }
    }

    private void spans(JsonObject section, String at) {
        JsonArray spans = section.getAsJsonArray("elements");
        size(spans, 1, 5_000, at + "/elements");
        for (JsonElement span : spans) {
            JsonObject object = span.getAsJsonObject();
            if (!Set.of("text", "link").contains(string(object, "type"))) {
                fault("a span that can ping or load: " + string(object, "type"), at);
            }
            length(string(object, "text"), 1, 12_000, at);
            characters += string(object, "text").length();
        }
    }

    private void table(JsonObject table, String at) {
        tables++;
        JsonArray rows = table.getAsJsonArray("rows");
        size(rows, 1, 100, at + "/rows");
        int width = rows.get(0).getAsJsonArray().size();
        for (JsonElement row : rows) {
            JsonArray cells = row.getAsJsonArray();
            size(cells, 1, 20, at + "/rows");
            if (cells.size() != width) {
                fault("rows of different lengths", at + "/rows");
            }
            for (JsonElement cell : cells) {
                JsonObject object = cell.getAsJsonObject();
                if (string(object, "type").equals("raw_text")) {
                    length(string(object, "text"), 1, 3_000, at + "/rows");
                    characters += string(object, "text").length();
                } else {
                    richText(object, at + "/rows");
                }
            }
        }
        if (table.has("column_settings")) {
            size(table.getAsJsonArray("column_settings"), 0, 20, at + "/column_settings");
        }
    }

    private void plainText(JsonElement text, int max, String at) {
        if (text == null || !string(text.getAsJsonObject(), "type").equals("plain_text")) {
            fault("must be plain_text", at);
            return;
        }
        text(text, max, at);
    }

    private void text(JsonElement text, int max, String at) {
        JsonObject object = text.getAsJsonObject();
        boolean known = Map.of("plain_text", true, "mrkdwn", true).containsKey(string(object, "type"));
        if (!known) {
            fault("unknown text type", at + "/type");
        }
        String characters = string(object, "text");
        length(characters, 1, max, at + "/text");
        this.characters += characters.length();
        if (string(object, "type").equals("mrkdwn") && characters.matches("(?s).*<[!@#].*")) {
            fault("pings", at + "/text");
        }
    }

    private void size(JsonArray array, int min, int max, String at) {
        if (array == null || array.size() < min || array.size() > max) {
            fault("must have " + min + " to " + max + " items, has " + (array == null ? "none" : array.size()), at);
        }
    }

    private void length(String text, int min, int max, String at) {
        if (text.length() < min || text.length() > max) {
            fault("must have " + min + " to " + max + " characters, has " + text.length(), at);
        }
    }

    private void fault(String what, String at) {
        faults.add("[ERROR] " + what + " [json-pointer:" + at + "]");
    }

    private static String string(JsonObject object, String key) {
        return object.has(key) && object.get(key).isJsonPrimitive()
                ? object.get(key).getAsString()
                : "";
    }
}
