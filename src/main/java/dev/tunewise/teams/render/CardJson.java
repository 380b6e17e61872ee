package dev.tunewise.teams.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small pieces of cards. */
final class CardJson {
    private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

    static ObjectNode object() {
        return FACTORY.objectNode();
    }

    static ObjectNode typed(String type) {
        return object().put("type", type);
    }

    static ArrayNode array(List<? extends JsonNode> items) {
        ArrayNode array = FACTORY.arrayNode();
        items.forEach(array::add);
        return array;
    }

    static ArrayNode texts(List<String> items) {
        ArrayNode array = FACTORY.arrayNode();
        items.forEach(array::add);
        return array;
    }

    /** Wrapping text in Teams' Markdown; it must have been escaped where people typed it. */
    static ObjectNode text(String markdown) {
        return typed("TextBlock").put("text", markdown).put("wrap", true);
    }

    static ObjectNode small(String markdown) {
        return text(markdown).put("isSubtle", true).put("size", "Small").put("spacing", "Small");
    }

    static ObjectNode heading(String markdown) {
        return text(markdown).put("size", "Medium").put("weight", "Bolder").put("style", "heading");
    }

    static ObjectNode container(List<? extends JsonNode> items) {
        return typed("Container").set("items", array(items));
    }

    /** Weight in bytes as it goes over the wire. */
    static int weight(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
