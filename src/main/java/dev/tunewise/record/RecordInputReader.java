package dev.tunewise.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.advice.Consultant;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.format.FactValueParser;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
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
final class RecordInputReader {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_DIGITS = 30;

    private final Flow flow;
    private final Map<String, CostParameter> dials;
    private final List<String> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    RecordInputReader(Consultant consultant) {
        this.flow = consultant.flow();
        this.dials = consultant.parameters();
    }

    RecordJson.Reading read(JsonNode root) {
        String fingerprint = root.path("flow").path("fingerprint").asText();
        if (!fingerprint.equals(flow.fingerprint())) {
            remarks.add(
                    "The flow `" + flow.id() + "` has changed since the record was made, so the advice may differ.");
        }
        RecordInput origin = new RecordInput(
                root.path("title").asText(),
                flow.id(),
                flow.version(),
                flow.fingerprint(),
                instant("/opened_at", root.path("opened_at")),
                instant("/changed_at", root.path("changed_at")),
                answers(root.path("facts")),
                parameters(root.path("parameters")));
        return problems.isEmpty()
                ? new RecordJson.Reading.Read(origin, PreviousResult.of(root.path("answer")), remarks)
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
                remarks.add("The flow has no fact `" + RecordJson.shortened(entry.getKey())
                        + "` any more; its answer is left out.");
                continue;
            }
            SourcedAnswer given = given(fact.get(), "/facts/" + entry.getKey(), entry.getValue());
            if (given != null) {
                answers = answers.with(fact.get().id(), given);
            }
        }
        return answers;
    }

    private @Nullable SourcedAnswer given(Fact fact, String place, JsonNode node) {
        Value value = value(fact, place + "/value", node.path("value"));
        if (value == null) {
            return null;
        }
        if (value instanceof Value.Quantity quantity && (node.has("low") || node.has("high"))) {
            value = ranged(place, quantity.value(), node);
        }
        boolean assumed = node.path("assumed").asBoolean();
        return new SourcedAnswer(value, assumed, said(place, node));
    }

    private SourcedAnswer.@Nullable Origin said(String place, JsonNode node) {
        Instant at = node.has("author") ? instant(place + "/at", node.path("at")) : null;
        return at == null
                ? null
                : new SourcedAnswer.Origin(
                        node.path("author").asText(), at, node.path("quote").asText(), from(node.path("from")));
    }

    private static List<String> from(JsonNode facts) {
        return facts.valueStream().map(JsonNode::asText).toList();
    }

    private @Nullable Value value(Fact fact, String place, JsonNode node) {
        Object raw = raw(node);
        return switch (FactValueParser.of(fact, raw, id -> id.length() <= LONGEST_NAME)) {
            case FactValueParser.Good(Value value) -> value;
            case FactValueParser.Bad(String message) -> {
                problems.add("`" + place + "`: " + message);
                yield null;
            }
        };
    }

    private static @Nullable Object raw(JsonNode node) {
        if (node.isTextual()) {
            return node.asText();
        }
        if (node.isNumber() && !isMonstrous(node.decimalValue())) {
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
                && !isMonstrous(low.decimalValue())
                && !isMonstrous(high.decimalValue())
                && low.decimalValue().compareTo(value) <= 0
                && high.decimalValue().compareTo(value) >= 0;
        if (!ordered) {
            problems.add("`" + place + "`: `low` and `high` must be numbers around the value " + value.toPlainString()
                    + ", found " + RecordJson.shown(low) + " and " + RecordJson.shown(high) + ".");
            return Value.Quantity.of(value);
        }
        return new Value.Quantity(value, low.decimalValue(), high.decimalValue());
    }

    private Map<String, SourcedAnswer> parameters(JsonNode node) {
        Map<String, SourcedAnswer> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            CostParameter dial = dials.get(entry.getKey());
            if (dial == null) {
                remarks.add("There is no cost parameter `" + RecordJson.shortened(entry.getKey())
                        + "` any more; its value is left out.");
            } else {
                parameter(dial, "/parameters/" + entry.getKey(), entry.getValue(), parameters);
            }
        }
        return parameters;
    }

    /** A plain number where nobody noted who set it, else an object as for facts. */
    private void parameter(CostParameter dial, String place, JsonNode node, Map<String, SourcedAnswer> parameters) {
        JsonNode number = node.isObject() ? node.path("value") : node;
        if (!number.isNumber() || isMonstrous(number.decimalValue())) {
            problems.add("`" + place + "` must be a number, or an object with a number as `value`; found "
                    + RecordJson.shown(node) + ".");
        } else if (!dial.takes(number.decimalValue())) {
            problems.add("`" + place + "` must be from " + dial.written(dial.least())
                    + (dial.most() == null ? " on" : " to " + dial.written(dial.most())) + ", found "
                    + RecordJson.shown(number) + ".");
        } else {
            parameters.put(
                    dial.key(), new SourcedAnswer(Value.Quantity.of(number.decimalValue()), false, said(place, node)));
        }
    }

    private static boolean isMonstrous(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS;
    }

    private @Nullable Instant instant(String place, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        try {
            return Instant.parse(node.asText());
        } catch (DateTimeException e) {
            problems.add("`" + place + "` must be a time such as 2026-11-20T08:00:00Z, found " + RecordJson.shown(node)
                    + ".");
            return null;
        }
    }
}
