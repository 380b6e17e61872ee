package dev.tunewise.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.flow.Answers;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Given;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.ValueParse;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a record is made from and collects all that is wrong with it. One reader reads one record. */
final class OriginReader {
    private static final int LONGEST_NAME = 200;

    private final Flow flow;
    private final List<String> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    OriginReader(Flow flow) {
        this.flow = flow;
    }

    RecordJson.Reading read(JsonNode root) {
        String fingerprint = root.path("flow").path("fingerprint").asText();
        if (!fingerprint.equals(flow.fingerprint())) {
            remarks.add(
                    "The flow `" + flow.id() + "` has changed since the record was made, so the advice may differ.");
        }
        Origin origin = new Origin(
                root.path("title").asText(),
                flow.id(),
                flow.version(),
                flow.fingerprint(),
                instant("/opened_at", root.path("opened_at")),
                instant("/changed_at", root.path("changed_at")),
                answers(root.path("facts")),
                parameters(root.path("parameters")));
        return problems.isEmpty()
                ? new RecordJson.Reading.Read(origin, remarks)
                : new RecordJson.Reading.Refused(problems);
    }

    private Answers answers(JsonNode facts) {
        if (!facts.isObject()) {
            problems.add("`/facts` is missing; it must hold the answers by fact.");
            return Answers.none();
        }
        Answers answers = Answers.none();
        for (Map.Entry<String, JsonNode> entry : facts.properties()) {
            Optional<Fact> fact = flow.fact(entry.getKey());
            if (fact.isEmpty()) {
                remarks.add("The flow has no fact `" + entry.getKey() + "` any more; its answer is left out.");
                continue;
            }
            Given given = given(fact.get(), "/facts/" + entry.getKey(), entry.getValue());
            if (given != null) {
                answers = answers.with(fact.get().id(), given);
            }
        }
        return answers;
    }

    private @Nullable Given given(Fact fact, String place, JsonNode node) {
        Value value = value(fact, place + "/value", node.path("value"));
        if (value == null) {
            return null;
        }
        if (value instanceof Value.Quantity quantity && (node.has("low") || node.has("high"))) {
            value = ranged(place, quantity.value(), node);
        }
        boolean assumed = node.path("assumed").asBoolean();
        if (!node.has("author")) {
            return new Given(value, assumed, null);
        }
        Instant at = instant(place + "/at", node.path("at"));
        String author = node.path("author").asText();
        return at == null
                ? new Given(value, assumed, null)
                : new Given(
                        value,
                        assumed,
                        new Given.Origin(author, at, node.path("quote").asText()));
    }

    private @Nullable Value value(Fact fact, String place, JsonNode node) {
        Object raw = raw(node);
        return switch (ValueParse.of(fact, raw, id -> id.length() <= LONGEST_NAME)) {
            case ValueParse.Good(Value value) -> value;
            case ValueParse.Bad(String message) -> {
                problems.add("`" + place + "`: " + message);
                yield null;
            }
        };
    }

    private static @Nullable Object raw(JsonNode node) {
        if (node.isTextual()) {
            return node.asText();
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(item.asText()));
            return items;
        }
        return null;
    }

    private Value.Quantity ranged(String place, BigDecimal value, JsonNode node) {
        JsonNode low = node.path("low");
        JsonNode high = node.path("high");
        boolean ordered = low.isNumber()
                && high.isNumber()
                && low.decimalValue().compareTo(value) <= 0
                && high.decimalValue().compareTo(value) >= 0;
        if (!ordered) {
            problems.add("`" + place + "`: `low` and `high` must be numbers around the value " + value.toPlainString()
                    + ", found " + low + " and " + high + ".");
            return Value.Quantity.of(value);
        }
        return new Value.Quantity(value, low.decimalValue(), high.decimalValue());
    }

    private Map<String, BigDecimal> parameters(JsonNode node) {
        Map<String, BigDecimal> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (entry.getValue().isNumber()) {
                parameters.put(entry.getKey(), entry.getValue().decimalValue());
            } else {
                problems.add("`/parameters/" + entry.getKey() + "` must be a number, found " + entry.getValue() + ".");
            }
        }
        return parameters;
    }

    private @Nullable Instant instant(String place, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        try {
            return Instant.parse(node.asText());
        } catch (DateTimeException e) {
            problems.add("`" + place + "` must be a time such as 2026-11-20T08:00:00Z, found " + node + ".");
            return null;
        }
    }
}
