package dev.tunewise.flowfile.definition;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads figures that are worked out from others, with the ways to do it. */
record DerivedFigureReader(FlowBuilder draft, IdRegistry ids, ProblemCollector report, ConditionReader conditions) {
    Guidance.Derived read(String figure, YamlNode.Entry entry) {
        ids.resolve(figure, draft.factsAndFigures(), entry.key(), "figure");
        List<YamlNode> ways = entry.value() instanceof YamlNode.Items list ? list.items() : List.of(entry.value());
        return new Guidance.Derived(
                figure,
                ways.stream()
                        .map(way -> YamlFields.read(way, "a way to work out `" + figure + "`", report, this::way))
                        .toList());
    }

    private Guidance.Way way(YamlFields fields) {
        SlotCheck slots = new SlotCheck(draft, report);
        @Nullable Condition when = conditions.orNull(fields, "when");
        Optional<YamlNode.Text> sum = fields.requireText("sum", "Write the calculation, such as `rows * epochs`.");
        sum.ifPresent(words -> slots.sum(words.text(), words, conditions));
        Optional<YamlNode.Text> how =
                fields.requireText("how", "Say how it is worked out, with values such as `{rows.number}`.");
        how.ifPresent(text -> slots.check(text, true));
        how.ifPresent(text -> slots.sums(text, conditions));
        return new Guidance.Way(
                when,
                sum.map(YamlNode.Text::text).orElse(""),
                how.map(YamlNode.Text::text).orElse(""));
    }
}
