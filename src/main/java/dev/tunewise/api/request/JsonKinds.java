package dev.tunewise.api.request;

import com.fasterxml.jackson.databind.JsonNode;

/** Names kinds of JSON for messages. */
public final class JsonKinds {
    private static final int LONGEST = 60;

    static String of(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            case MISSING -> "nothing";
        };
    }

    /** The value itself where it is short, else its kind. */
    static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() <= LONGEST ? "`" + text + "`" : of(node) + " of " + text.length() + " characters";
    }

    /** A name as a message may hold it. */
    public static String name(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
    }
}
