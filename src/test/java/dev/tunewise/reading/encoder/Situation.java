package dev.tunewise.reading.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tunewise.flow.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A situation that somebody describes, with the choices that its words state (`fact=value`), those that follow from them, and those that may
 * be proposed without being wrong.
 */
record Situation(String text, boolean sealed, Set<String> stated, Set<String> allowed) {

    /** `name`: the file of resources that holds them. */
    static List<Situation> all(String name) throws IOException {
        JsonNode file = new ObjectMapper().readTree(Files.readString(Path.of("src/test/resources/reading/" + name)));
        List<Situation> all = new ArrayList<>();
        for (JsonNode one : file.path("cases")) {
            Set<String> stated = pairs(one.path("stated"));
            Set<String> allowed = new HashSet<>(stated);
            allowed.addAll(pairs(one.path("implied")));
            allowed.addAll(pairs(one.path("may")));
            all.add(new Situation(one.path("text").asText(), one.path("sealed").asBoolean(), stated, allowed));
        }
        return all;
    }

    private static Set<String> pairs(JsonNode byFact) {
        Set<String> pairs = new HashSet<>();
        for (Map.Entry<String, JsonNode> fact : byFact.properties()) {
            fact.getValue().forEach(value -> pairs.add(fact.getKey() + "=" + value.asText()));
        }
        return pairs;
    }

    /** A value as pairs: one for each item of a list. */
    static List<String> pairs(String fact, Value value) {
        return switch (value) {
            case Value.Choice(String id) -> List.of(fact + "=" + id);
            case Value.YesNo(boolean yes) -> List.of(fact + "=" + (yes ? "yes" : "no"));
            case Value.Choices(List<String> ids) ->
                ids.isEmpty()
                        ? List.of(fact + "=" + ExampleLines.NOTHING)
                        : ids.stream().map(id -> fact + "=" + id).toList();
            case Value.Quantity _ -> List.of();
        };
    }
}
