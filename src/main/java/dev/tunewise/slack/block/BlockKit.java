package dev.tunewise.slack.block;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Truncate;
import java.util.List;

/**
 * The parts of Block Kit that we use, as JSON. Written by hand because the SDK's model lacks tables and would lose what it does not know; every
 * text is cut here to what its place may hold.
 */
public final class BlockKit {
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ObjectNode typed(String type) {
        return object().put("type", type);
    }

    public static ArrayNode array(List<? extends JsonNode> elements) {
        return JsonNodeFactory.instance.arrayNode().addAll(elements);
    }

    public static ObjectNode plain(String text, int max) {
        return typed("plain_text").put("text", Truncate.filled(text, max)).put("emoji", false);
    }

    /** Markup made by {@link Mrkdwn}; too long a text must be cut before it is marked up. */
    public static ObjectNode mrkdwn(String text) {
        // Otherwise Slack turns addresses and names in it into links.
        return typed("mrkdwn").put("text", text.isBlank() ? "…" : text).put("verbatim", true);
    }

    public static ObjectNode header(String text) {
        return typed("header").set("text", plain(text, SlackLimits.HEADER_TEXT));
    }

    public static ObjectNode section(ObjectNode text) {
        return typed("section").set("text", text);
    }

    /** A sentence with something to click beside it. */
    public static ObjectNode section(String blockId, ObjectNode text, ObjectNode accessory) {
        return section(text).put("block_id", blockId).set("accessory", accessory);
    }

    public static ObjectNode fields(List<ObjectNode> fields) {
        return typed("section").set("fields", array(fields));
    }

    public static ObjectNode context(ObjectNode... texts) {
        return typed("context").set("elements", array(List.of(texts)));
    }

    public static ObjectNode actions(String blockId, List<ObjectNode> elements) {
        return typed("actions").put("block_id", blockId).set("elements", array(elements));
    }

    public static ObjectNode button(String actionId, String label, String value) {
        ObjectNode button = element("button", actionId).put("value", value);
        return button.set("text", plain(label, SlackLimits.BUTTON_TEXT));
    }

    public static ObjectNode overflow(String actionId, List<ObjectNode> options) {
        return element("overflow", actionId).set("options", array(options));
    }

    public static ObjectNode select(String type, String actionId, String placeholder, List<ObjectNode> options) {
        ObjectNode select = element(type, actionId).set("options", array(options));
        return select.set("placeholder", plain(placeholder, SlackLimits.PLACEHOLDER));
    }

    /** Something to click or fill in. */
    public static ObjectNode element(String type, String actionId) {
        return typed(type).put("action_id", actionId);
    }

    public static ObjectNode option(String label, String value, String description) {
        ObjectNode option = object().put("value", value).set("text", plain(label, SlackLimits.OPTION_TEXT));
        return description.isBlank() ? option : option.set("description", plain(description, SlackLimits.OPTION_TEXT));
    }

    public static ObjectNode input(String blockId, String label, String hint, boolean optional, ObjectNode element) {
        ObjectNode block = typed("input").put("block_id", blockId).put("optional", optional);
        if (!hint.isBlank()) {
            block.set("hint", plain(hint, SlackLimits.INPUT_LABEL));
        }
        block.set("label", plain(label, SlackLimits.INPUT_LABEL));
        return block.set("element", element);
    }
}
