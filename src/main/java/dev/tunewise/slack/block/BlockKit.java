package dev.tunewise.slack.block;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of Block Kit that we use, as JSON. Written by hand because the SDK's model lacks tables and would lose what it does not know; every
 * text is cut here to what its place may hold.
 */
public final class BlockKit {
    public static JsonObject typed(String type) {
        JsonObject object = new JsonObject();
        object.addProperty("type", type);
        return object;
    }

    public static JsonArray array(List<? extends JsonElement> elements) {
        JsonArray array = new JsonArray();
        elements.forEach(array::add);
        return array;
    }

    public static JsonObject plain(String text, int max) {
        JsonObject object = typed("plain_text");
        object.addProperty("text", Truncate.filled(text, max));
        object.addProperty("emoji", false);
        return object;
    }

    /** Markup made by {@link Mrkdwn}; too long a text must be cut before it is marked up. */
    public static JsonObject mrkdwn(String text) {
        JsonObject object = typed("mrkdwn");
        object.addProperty("text", text.isBlank() ? "…" : text);
        // Otherwise Slack turns addresses and names in it into links.
        object.addProperty("verbatim", true);
        return object;
    }

    public static JsonObject header(String text) {
        JsonObject block = typed("header");
        block.add("text", plain(text, SlackLimits.HEADER_TEXT));
        return block;
    }

    public static JsonObject section(JsonObject text, @Nullable JsonObject accessory) {
        JsonObject block = typed("section");
        block.add("text", text);
        if (accessory != null) {
            block.add("accessory", accessory);
        }
        return block;
    }

    public static JsonObject fields(List<JsonObject> fields) {
        JsonObject block = typed("section");
        block.add("fields", array(fields));
        return block;
    }

    public static JsonObject context(JsonObject... texts) {
        JsonObject block = typed("context");
        block.add("elements", array(List.of(texts)));
        return block;
    }

    public static JsonObject actions(String blockId, List<JsonObject> elements) {
        JsonObject block = typed("actions");
        block.addProperty("block_id", blockId);
        block.add("elements", array(elements));
        return block;
    }

    public static JsonObject button(String actionId, String label, String value) {
        JsonObject button = typed("button");
        button.addProperty("action_id", actionId);
        button.add("text", plain(label, SlackLimits.BUTTON_TEXT));
        button.addProperty("value", value);
        return button;
    }

    public static JsonObject overflow(String actionId, List<JsonObject> options) {
        JsonObject menu = typed("overflow");
        menu.addProperty("action_id", actionId);
        menu.add("options", array(options));
        return menu;
    }

    public static JsonObject select(String type, String actionId, String placeholder, List<JsonObject> options) {
        JsonObject select = typed(type);
        select.addProperty("action_id", actionId);
        select.add("placeholder", plain(placeholder, SlackLimits.PLACEHOLDER));
        select.add("options", array(options));
        return select;
    }

    public static JsonObject option(String label, String value, String description) {
        JsonObject option = new JsonObject();
        option.add("text", plain(label, SlackLimits.OPTION_TEXT));
        option.addProperty("value", value);
        if (!description.isBlank()) {
            option.add("description", plain(description, SlackLimits.OPTION_TEXT));
        }
        return option;
    }

    public static JsonObject input(String blockId, String label, String hint, boolean optional, JsonObject element) {
        JsonObject block = typed("input");
        block.addProperty("block_id", blockId);
        block.add("label", plain(label, SlackLimits.INPUT_LABEL));
        if (!hint.isBlank()) {
            block.add("hint", plain(hint, SlackLimits.INPUT_LABEL));
        }
        block.addProperty("optional", optional);
        block.add("element", element);
        return block;
    }
}
