package dev.tunewise.condition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads `guests=4, meals=lunch+snack, outdoors=true` as raw values. */
public final class Facts {
    private Facts() {}

    public static Map<String, Object> parse(String text) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (String part : text.isBlank() ? new String[0] : text.strip().split(",\\s*")) {
            String name = part.substring(0, part.indexOf('='));
            String value = part.substring(name.length() + 1);
            facts.put(name, raw(name, value));
        }
        return facts;
    }

    private static Object raw(String name, String value) {
        return switch (Objects.requireNonNull(Sample.declarations().get(name)).kind()) {
            case CHOICE, UNCLEAR -> value;
            case CHOICES -> value.isEmpty() ? List.of() : List.of(value.split("\\+"));
            case QUANTITY -> Double.valueOf(value);
            case YES_NO -> Boolean.valueOf(value);
        };
    }
}
