package dev.tunewise.flowfile.definition;

import dev.tunewise.condition.Condition;
import dev.tunewise.diagnostics.Position;
import dev.tunewise.flow.Figure;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads from what figures are worked out. */
final class FigureReader {
    private final FlowBuilder draft;
    private final IdRegistry ids;
    private final ProblemCollector report;
    private final Map<String, Map<String, Position>> uses = new LinkedHashMap<>();
    private final Set<String> inCycle = new LinkedHashSet<>();

    FigureReader(FlowBuilder draft, IdRegistry ids, ProblemCollector report) {
        this.draft = draft;
        this.ids = ids;
        this.report = report;
    }

    /** Notes which figures a figure names as inputs, so that cycles can be told from plain mistakes. */
    void note(String id, YamlFields fields, Set<String> figures) {
        Map<String, Position> used = new HashMap<>();
        for (YamlNode item : fields.items("inputs")) {
            YamlNode named =
                    item instanceof YamlNode.Entries map && map.entries().get("fact") instanceof YamlNode.Entry entry
                            ? entry.value()
                            : item;
            if (named instanceof YamlNode.Text text && figures.contains(text.text())) {
                used.put(text.text(), text.position());
            }
        }
        uses.put(id, used);
    }

    /** Reports every way round among the figures, once. */
    void reportCycles() {
        uses.keySet().forEach(id -> follow(id, new ArrayList<>()));
    }

    private void follow(String id, List<String> way) {
        int from = way.indexOf(id);
        if (from >= 0) {
            List<String> round = way.subList(from, way.size());
            if (round.stream().noneMatch(inCycle::contains)) {
                inCycle.addAll(round);
                Position at = Objects.requireNonNull(
                        uses.getOrDefault(way.getLast(), Map.of()).get(id));
                report.error("cycle", at, String.join(" → ", round), id);
            }
            return;
        }
        way.add(id);
        uses.getOrDefault(id, Map.of()).keySet().stream().sorted().forEach(used -> follow(used, way));
        way.removeLast();
    }

    Figure read(
            String id,
            YamlNode.Entry entry,
            YamlFields fields,
            FactDefinitionReader.Head head,
            ConditionReader conditions) {
        fields.require("inputs", "List the facts it is worked out from; `[]` where it needs none.");
        List<Figure.Input> inputs = new ArrayList<>();
        for (YamlNode item : fields.items("inputs")) {
            if (item instanceof YamlNode.Text text) {
                if (isFact(text, id)) {
                    inputs.add(new Figure.Input(text.text(), List.of(), null));
                }
                continue;
            }
            YamlFields input = YamlFields.of(item, "an input of figure `" + id + "`", report);
            input.requireText("fact", "Name the fact.")
                    .filter(fact -> isFact(fact, id))
                    .ifPresent(fact -> inputs.add(
                            new Figure.Input(fact.text(), facts(input, "unless_known", id), when(input, conditions))));
            input.allow("unless_known").allow("when").done();
        }
        List<String> hints = facts(fields, "hints", id);
        fields.done();
        return new Figure(id, head.type(), head.choices(), head.unit(), inputs, hints, entry.key());
    }

    private List<String> facts(YamlFields fields, String key, String figure) {
        return fields.texts(key).stream()
                .filter(text -> isFact(text, figure))
                .map(YamlNode.Text::text)
                .toList();
    }

    private @Nullable Condition when(YamlFields input, ConditionReader conditions) {
        Condition when = conditions.orNull(input, "when");
        if (when != null) {
            when.facts().stream()
                    .filter(uses::containsKey)
                    .findFirst()
                    .ifPresent(figure -> report.error(
                            "figure-as-input", input.get("when").orElseThrow().position(), figure));
        }
        return when;
    }

    private boolean isFact(YamlNode.Text text, String figure) {
        if (uses.containsKey(text.text())) {
            if (!inCycle.contains(figure) || !inCycle.contains(text.text())) {
                report.error("figure-as-input.listed", text.position(), text.text());
            }
            return false;
        }
        return ids.resolve(text, draft.factIds(), "fact");
    }
}
