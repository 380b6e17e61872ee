package dev.tunewise.flowfile.definition;

import dev.tunewise.condition.Declaration;
import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow.Topic;
import dev.tunewise.flow.Unit;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.UnitParser;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import dev.tunewise.flowfile.yaml.YamlValueReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what facts and figures declare about themselves. */
record FactDefinitionReader(
        FlowBuilder draft, IdRegistry ids, ProblemCollector report, Map<String, Declaration> declarations) {
    private static final Map<String, FactType> TYPES = Map.of(
            "choice", FactType.CHOICE,
            "choices", FactType.CHOICES,
            "quantity", FactType.QUANTITY,
            "yes-no", FactType.YES_NO);

    void readFact(String id, YamlNode.Entry entry) {
        ids.snake(id, entry.key(), "fact");
        ids.claim("fact", id, entry.key(), "fact or figure");
        draft.place("facts." + id, entry.key());
        YamlFields fields = YamlFields.of(entry.value(), "fact `" + id + "`", report);
        Optional<FactType> type = type(fields, List.of("choice", "choices", "quantity", "yes-no"));
        String topic = topic(fields);
        String catalogue = type.filter(FactType.CHOICE::equals)
                .flatMap(_ -> fields.text("catalogue"))
                .map(YamlNode.Text::text)
                .orElse(null);
        List<String> choices = choices(fields, "facts." + id, type.orElse(null), catalogue != null);
        Bounds bounds = bounds(fields, type.orElse(null));
        List<String> was = was(fields);
        Optional<YamlNode> assumed = fields.require("assume", "Say what to calculate with when nobody knows.");
        if (type.isEmpty()) {
            draft.unclearFacts.add(id);
            fields.reportMissing();
            declarations.put(id, Declaration.unclear());
            return;
        }
        fields.done();
        Fact fact = new Fact(
                id,
                type.get(),
                topic,
                choices,
                catalogue,
                bounds.unit,
                bounds.min,
                bounds.max,
                bounds.whole,
                YamlValueReader.anyOf(type.get()),
                was,
                entry.key());
        draft.facts.add(assumed.flatMap(value -> new YamlValueReader(report).read(fact, value))
                .map(fact::assuming)
                .orElse(fact));
        declarations.put(id, declaration(type.get(), choices, catalogue != null, bounds));
    }

    /** The type of a figure with its choices or unit. */
    record Head(
            FactType type, List<String> choices, @Nullable Unit unit) {}

    Optional<Head> readFigure(String id, YamlNode.Entry entry, YamlFields fields) {
        ids.snake(id, entry.key(), "figure");
        ids.claim("fact", id, entry.key(), "fact or figure");
        draft.place("figures." + id, entry.key());
        Optional<FactType> type = type(fields, List.of("choice", "quantity"));
        List<String> choices = choices(fields, "figures." + id, type.orElse(null), false);
        Unit unit = type.filter(FactType.QUANTITY::equals)
                .flatMap(_ -> unit(fields))
                .orElse(null);
        if (type.isEmpty()) {
            draft.unclearFigures.add(id);
            fields.reportMissing();
            declarations.put(id, Declaration.unclear());
            return Optional.empty();
        }
        declarations.put(
                id,
                type.get() == FactType.CHOICE
                        ? choices.isEmpty() ? Declaration.unclear() : Declaration.choice(choices)
                        : Declaration.quantity(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        return Optional.of(new Head(type.get(), choices, unit));
    }

    private Optional<FactType> type(YamlFields fields, List<String> allowed) {
        Optional<YamlNode.Text> text =
                fields.requireText("type", "Write `type: " + String.join("`, `type: ", allowed) + "`.");
        Optional<FactType> type =
                text.filter(name -> allowed.contains(name.text())).map(name -> TYPES.get(name.text()));
        if (text.isPresent() && type.isEmpty()) {
            report.error(
                    "unknown-type",
                    text.get().position(),
                    text.get().text(),
                    Suggestion.remedy(text.get().text(), allowed));
        }
        return type;
    }

    private String topic(YamlFields fields) {
        Optional<YamlNode.Text> topic = fields.requireText("topic", "Name one of the flow's topics.");
        topic.ifPresent(
                text -> ids.resolve(text, draft.topics.stream().map(Topic::id).toList(), "topic"));
        return topic.map(YamlNode.Text::text).orElse("");
    }

    private List<String> choices(YamlFields fields, String part, @Nullable FactType type, boolean catalogued) {
        if (type != FactType.CHOICE && type != FactType.CHOICES) {
            return List.of();
        }
        if (catalogued) {
            fields.get("choices")
                    .ifPresent(choices -> report.error("choices-and-catalogue", choices.position(), fields.what()));
            return List.of();
        }
        if (fields.require("choices", "List the ids of its choices.").isEmpty()) {
            return List.of();
        }
        List<String> choices = new ArrayList<>();
        for (YamlNode.Text choice : fields.texts("choices")) {
            ids.kebab(choice.text(), choice.position(), "choice");
            ids.claim(part + ".choices", choice.text(), choice.position(), "choice");
            draft.place(part + ".choices." + choice.text(), choice.position());
            choices.add(choice.text());
        }
        if (choices.isEmpty()) {
            report.error("no-choices", fields.at("choices"), YamlFields.capital(fields.what()));
        }
        return choices.stream().distinct().toList();
    }

    /** Unit and limits of a quantity. */
    private record Bounds(
            @Nullable Unit unit,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            boolean whole) {}

    private Bounds bounds(YamlFields fields, @Nullable FactType type) {
        if (type != FactType.QUANTITY) {
            return new Bounds(null, null, null, false);
        }
        BigDecimal min = fields.number("min").orElse(null);
        BigDecimal max = fields.number("max").orElse(null);
        if (min != null && max != null && min.compareTo(max) >= 0) {
            report.error("bounds", fields.at("max"), fields.what(), max.toPlainString(), min.toPlainString());
            return new Bounds(unit(fields).orElse(null), null, null, fields.flag("whole"));
        }
        return new Bounds(unit(fields).orElse(null), min, max, fields.flag("whole"));
    }

    private Optional<Unit> unit(YamlFields fields) {
        Optional<YamlNode.Text> text =
                fields.requireText("unit", "Name what is counted, for example `unit: examples`.");
        Optional<Unit> unit = text.flatMap(name -> UnitParser.read(name.text()));
        if (text.isPresent() && unit.isEmpty()) {
            report.error("unknown-unit", text.get().position(), text.get().text());
        }
        return unit;
    }

    private List<String> was(YamlFields fields) {
        fields.texts("was")
                .forEach(name -> ids.claim("fact", name.text(), name.position(), "fact, figure or former name"));
        return fields.strings("was");
    }

    private static Declaration declaration(FactType type, List<String> choices, boolean open, Bounds bounds) {
        return switch (type) {
            case CHOICE -> choices.isEmpty() && !open ? Declaration.unclear() : Declaration.choice(choices);
            case CHOICES -> choices.isEmpty() ? Declaration.unclear() : Declaration.choices(choices);
            case YES_NO -> Declaration.yesNo();
            case QUANTITY ->
                Declaration.quantity(
                        bounds.min == null ? Double.NEGATIVE_INFINITY : bounds.min.doubleValue(),
                        bounds.max == null ? Double.POSITIVE_INFINITY : bounds.max.doubleValue());
        };
    }
}
