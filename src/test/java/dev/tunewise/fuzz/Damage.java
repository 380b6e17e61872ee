package dev.tunewise.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Damages what is whole: a value of a JSON document, or some characters of a text. */
final class Damage {
    /** Words of a stranger that would make a log line of their own. */
    static final String FORGED = "\r\n2026-11-27T05:00:00.000Z ERROR forged by a stranger";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            FORGED,
            "\u001b[31mred\u001b[0m",
            "\u202Eright to left",
            "${jndi:ldap://127.0.0.1/x}",
            "<script>alert(1)</script>",
            "<!channel> <@U1> @here",
            "../../../../etc/passwd",
            "%00%ff%",
            "'; drop table posts; --",
            "{{7*7}}",
            "NaN",
            "1e400000000",
            "-1e99999999",
            "999999999999999999999999999999999999",
            "5 to 5 to 5 to 5 to 5",
            "2026-13-45",
            "19:x@thread.tacv2;messageid=",
            "1700000000.000001",
            "😀𝒳",
            "\uD800",
            "what if what if what if",
            "\u0301".repeat(150),
            "about 50,000 calls a day, 88 % today, 91 % needed");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "0.5",
            "1e308",
            "1e400000000",
            "-0.0",
            "99999999999999999999999999",
            "[]",
            "{}",
            "[null]",
            "[[[[[[1]]]]]]",
            "{\"a\":{\"a\":{\"a\":1}}}",
            "\"\\ud800\"",
            "[1,\"1\",true,null,{}]");
    private static final String SHARDS = "{}[]\",:\\'=&%+;#<>|\u0000\t\n é-1e9";

    private final Random random;
    private final Map<String, JsonNode> trees = new HashMap<>();

    Damage(Random random) {
        this.random = random;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A document with one to three values in the place of others; sometimes one that is none any more. */
    String json(String whole) {
        try {
            JsonNode known = trees.get(whole);
            if (known == null) {
                known = JSON.readTree(whole);
                trees.put(whole, known);
            }
            JsonNode tree = known.deepCopy();
            for (int i = random.nextInt(3); i >= 0; i--) {
                change(tree);
            }
            String text = JSON.writeValueAsString(tree);
            String raw = random.nextInt(3) == 0 ? text.replaceFirst("\"@value\"", oneOf(VALUES)) : text;
            return random.nextBoolean() ? text(raw) : raw;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void change(JsonNode tree) {
        List<JsonNode> places = new ArrayList<>();
        collect(tree, places);
        if (places.isEmpty()) {
            return;
        }
        JsonNode place = oneOf(places);
        if (place instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.isEmpty() || random.nextInt(8) == 0 ? oneOf(TEXTS) : oneOf(names);
            if (random.nextInt(6) == 0) {
                object.remove(name);
            } else {
                object.put(name, value());
            }
        } else if (place instanceof ArrayNode array) {
            array.add(value());
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }

    private String value() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> "@value";
            case 3 -> oneOf(TEXTS).repeat(1 + random.nextInt(200));
            default -> oneOf(TEXTS);
        };
    }

    /** A text with some characters taken out, put in or repeated. */
    String text(String whole) {
        StringBuilder text = new StringBuilder(whole);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(20));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, SHARDS.charAt(random.nextInt(SHARDS.length())));
                case 2 -> text.insert(from, oneOf(TEXTS));
                case 3 -> text.insert(from, text.substring(from, to));
                default -> text.insert(from, oneOf(VALUES));
            }
        }
        return text.toString();
    }

    /** Any bytes. */
    byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        return bytes;
    }

    String oddText() {
        return oneOf(TEXTS);
    }
}
