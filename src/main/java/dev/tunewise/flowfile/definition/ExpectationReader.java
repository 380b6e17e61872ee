package dev.tunewise.flowfile.definition;

import dev.tunewise.condition.Condition;
import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.flow.Citation;
import dev.tunewise.flow.Expectations;
import dev.tunewise.flow.Expectations.Implication;
import dev.tunewise.flow.Expectations.Prior;
import dev.tunewise.flow.Fact;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import dev.tunewise.flowfile.yaml.YamlValueReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the sections `priors`, `implied` and `checklists`: what a flow expects before anybody says it. */
record ExpectationReader(
        FlowBuilder draft,
        IdRegistry ids,
        ProblemCollector report,
        ConditionReader conditions,
        CitationReader citations) {
    private static final String ASSUMPTION = "assumption";

    Expectations read(YamlFields flow) {
        List<Prior> priors = new ArrayList<>();
        Set<String> before = new HashSet<>();
        Map<String, YamlNode.Entry> declared = flow.map("priors");
        declared.forEach((id, entry) -> fact(id, entry).ifPresent(fact -> {
            priors.add(prior(fact, entry, before));
            before.add(id);
        }));
        if (!declared.isEmpty()) {
            draft.facts.stream()
                    .filter(fact -> !declared.containsKey(fact.id()))
                    .forEach(fact -> report.error("missing-prior", fact.position(), fact.id()));
        }
        List<Implication> implications = new ArrayList<>();
        flow.items("implied").forEach(item -> implication(item).ifPresent(implications::add));
        return new Expectations(priors, implications, ids.resolved(flow.texts("checklists"), draft.factIds(), "fact"));
    }

    private Optional<Fact> fact(String id, YamlNode.Entry entry) {
        if (ids.resolve(id, draft.factIds(), entry.key(), "fact")) {
            return draft.fact(id);
        }
        return Optional.empty();
    }

    private Prior prior(Fact fact, YamlNode.Entry entry, Set<String> before) {
        YamlFields fields = YamlFields.of(entry.value(), "the prior of `" + fact.id() + "`", report);
        double effort = fields.number("effort").map(BigDecimal::doubleValue).orElse(1.0);
        List<String> after = ids.resolved(fields.texts("after"), draft.factIds(), "fact");
        List<Prior.Case> cases = new ArrayList<>();
        if (fields.get("cases").isPresent()) {
            cases.addAll(fields.each("cases", "a case of `" + fact.id() + "`", inside -> read(fact, inside, before)));
            if (cases.isEmpty() || cases.getLast().when() != null) {
                report.error("prior-without-else", fields.at("cases"), fact.id());
            }
        } else {
            cases.add(read(fact, fields, before));
        }
        fields.done();
        return new Prior(fact.id(), effort > 0 ? effort : 1, after, cases, entry.key());
    }

    private Prior.Case read(Fact fact, YamlFields fields, Set<String> before) {
        Condition when = conditions.orNull(fields, "when");
        if (when != null) {
            when.facts().stream()
                    .filter(id -> !before.contains(id))
                    .sorted()
                    .forEach(id -> report.error("prior-order", fields.at("when"), fact.id(), id));
        }
        List<Citation> sources = sources(fields);
        fields.require("shares", "Give each value its share in percent, together 100.");
        return new Prior.Case(when, new ShareReader(fact, report).read(fields), sources);
    }

    /** Where shares come from: sources, or the word assumption. */
    private List<Citation> sources(YamlFields fields) {
        if (fields.get("cite").isPresent()) {
            return citations.read(fields);
        }
        fields.requireText("from", "Name a source with `cite: [source/section]`, or write `from: assumption`.")
                .filter(text -> !text.text().equals(ASSUMPTION))
                .ifPresent(text -> report.error("unknown-value", text.position(), text.text()));
        return List.of();
    }

    private Optional<Implication> implication(YamlNode item) {
        YamlFields fields = YamlFields.of(item, "an implied answer", report);
        Optional<YamlNode.Text> id = fields.requireText("fact", "Name the fact that follows.");
        Optional<YamlNode> value = fields.require("value", "Say which value follows.");
        Optional<YamlNode.Text> when = fields.requireText("when", "Write the condition from which it follows.");
        List<Citation> sources = sources(fields);
        fields.done();
        if (id.isEmpty() || value.isEmpty() || when.isEmpty()) {
            return Optional.empty();
        }
        if (!ids.resolve(id.get(), draft.factIds(), "fact")) {
            return Optional.empty();
        }
        Condition condition = conditions.read(when.get());
        if (condition.facts().contains(id.get().text())) {
            report.error("implied-by-itself", when.get().position(), id.get().text(), Suggestion.list(draft.factIds()));
        }
        return draft.fact(id.get().text())
                .flatMap(fact -> new YamlValueReader(report)
                        .read(fact, value.get())
                        .map(read -> new Implication(fact.id(), read, condition, sources, fields.position())));
    }
}
