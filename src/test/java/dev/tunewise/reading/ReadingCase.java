package dev.tunewise.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.format.FactValueParser;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text with what must be read from it. Fields of its JSON: `text`; `expect` values by fact; `absent` facts that may not be read; `proposed`
 * values that must wait for a yes; `may` facts that may be read; `asks` facts that must be asked back; `open` and `answers` for the context; `intent`.
 */
public record ReadingCase(JsonNode json, boolean strict) {
    private static final double TOLERANCE = 0.02;

    public String text() {
        return json.path("text").asText();
    }

    public ReadingContext context(Flow flow) {
        Answers answers = Answers.none();
        for (Map.Entry<String, JsonNode> answer : json.path("answers").properties()) {
            answers = answers.with(answer.getKey(), SourcedAnswer.of(value(flow, answer.getKey(), answer.getValue())));
        }
        return new ReadingContext(texts(json.path("open")), answers);
    }

    /**
     * What is wrong with a reading, in words; empty when it is right. What only moves look at may be read wherever it is said.
     *
     * @param ruled facts that rules, gates or findings depend on
     */
    public List<String> faults(Reading reading, Set<String> ruled) {
        List<String> faults = new ArrayList<>();
        Map<String, Value> read =
                reading.reads().stream().collect(Collectors.toMap(ExtractedAnswer::fact, ExtractedAnswer::value));
        Set<String> allowed = new HashSet<>(texts(json.path("may")));
        for (Map.Entry<String, JsonNode> expected : json.path("expect").properties()) {
            allowed.add(expected.getKey());
            Value value = read.get(expected.getKey());
            if (value == null) {
                faults.add("missed " + expected);
            } else if (!isSame(value, expected.getValue())) {
                faults.add("read " + expected.getKey() + " as " + value + ", expected " + expected.getValue());
            }
        }
        Set<String> forbidden = strict ? new TreeSet<>(ruled) : new TreeSet<>(texts(json.path("absent")));
        forbidden.removeAll(allowed);
        forbidden.retainAll(read.keySet());
        forbidden.forEach(fact -> faults.add("may not read " + fact + " as " + read.get(fact)));
        Map<String, Value> proposed = new HashMap<>();
        reading.proposed().forEach(one -> proposed.putIfAbsent(one.fact(), one.value()));
        for (Map.Entry<String, JsonNode> unsure : json.path("proposed").properties()) {
            Value value = proposed.get(unsure.getKey());
            if (value == null || !isSame(value, unsure.getValue())) {
                faults.add("did not propose " + unsure + " but " + value);
            }
        }
        List<String> asked = Stream.concat(reading.asks().stream().map(Clarification::fact), proposed.keySet().stream())
                .toList();
        texts(json.path("asks")).stream()
                .filter(fact -> !asked.contains(fact))
                .forEach(fact -> faults.add("did not ask back " + fact));
        String intent = name(reading.intent());
        if (json.has("intent") && !json.path("intent").asText().equals(intent)) {
            faults.add("took it for `" + intent + "`, expected `"
                    + json.path("intent").asText() + "`");
        }
        return faults;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static Value value(Flow flow, String fact, JsonNode node) {
        Object raw = node.isNumber()
                ? node.decimalValue()
                : node.isBoolean() ? (Object) node.asBoolean() : node.isArray() ? texts(node) : node.asText();
        return ((FactValueParser.Good) FactValueParser.of(flow.fact(fact).orElseThrow(), raw, _ -> true)).value();
    }

    private static boolean isSame(Value value, JsonNode expected) {
        return switch (value) {
            case Value.Choice(String id) -> id.equals(expected.asText());
            case Value.Choices(List<String> ids) -> Set.copyOf(ids).equals(Set.copyOf(texts(expected)));
            case Value.YesNo(boolean yes) -> expected.isBoolean() && yes == expected.asBoolean();
            case Value.Quantity quantity ->
                Math.abs(quantity.value().doubleValue() - expected.asDouble())
                        <= TOLERANCE * Math.abs(expected.asDouble());
        };
    }

    private static String name(Intent intent) {
        return switch (intent) {
            case Intent.None _ -> "none";
            case Intent.Command(String name, Map<String, String> arguments) ->
                (name + " " + String.join(",", arguments.values())).strip();
            case Intent.WhatIf(List<ExtractedAnswer> changes, var _, var _) ->
                "what-if " + changes.stream().map(ExtractedAnswer::fact).collect(Collectors.joining(","));
            case Intent.PriceOf(String _, List<String> entries, String _) -> "price " + String.join(",", entries);
            case Intent.BillOf bill -> "bill " + String.join(",", bill.models());
            case Intent.MeaningOf(String term, String said) -> "meaning " + (term.isEmpty() ? said : term);
            case Intent.SourceOf _ -> "source";
            case Intent.Difference(double better, double worse, int items) ->
                "difference " + Math.round(better) + "," + Math.round(worse) + "," + items;
            case Intent.Question _ -> "question";
            case Intent.Tokens(String _, Intent.Tokens.Part part) ->
                "tokens " + part.name().toLowerCase(java.util.Locale.ROOT);
            case Intent.SmallTalk(Intent.SmallTalk.Kind kind) -> kind.name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
