package dev.tunewise.flowfile.definition;

import dev.tunewise.condition.Condition;
import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.flow.Citation;
import dev.tunewise.flow.Expectations;
import dev.tunewise.flow.Expectations.Implication;
import dev.tunewise.flow.Expectations.Prior;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.format.FactValueParser;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import dev.tunewise.flowfile.yaml.YamlNumbers;
import dev.tunewise.flowfile.yaml.YamlValueReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the sections `priors`, `implied` and `checklists`: what a flow expects before anybody says it. */
record ExpectationReader(
        FlowBuilder draft,
        IdRegistry ids,
        ProblemCollector report,
        ConditionReader conditions,
        CitationReader citations) {
    private static final String ASSUMPTION = "assumption";
    private static final String UNSAID = "unsaid";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    Expectations read(YamlFields flow) {
        List<Prior> priors = new ArrayList<>();
        Set<String> before = new HashSet<>();
        List<Later> later = new ArrayList<>();
        Map<String, YamlNode.Entry> declared = flow.map("priors");
        declared.forEach((id, entry) -> fact(id, entry).ifPresent(fact -> {
            priors.add(prior(fact, entry, before, later));
            before.add(id);
        }));
        // What nobody is ever drawn with may stand anywhere.
        Set<String> undrawn = priors.stream()
                .filter(prior ->
                        prior.cases().stream().allMatch(each -> each.shares().isEmpty()))
                .map(Prior::fact)
                .collect(Collectors.toSet());
        later.stream()
                .filter(each -> !undrawn.contains(each.on()))
                .forEach(each -> report.error("prior-order", each.at(), each.fact(), each.on()));
        if (!declared.isEmpty()) {
            draft.facts.stream()
                    .filter(fact -> !declared.containsKey(fact.id()))
                    .forEach(fact -> report.error("missing-prior", fact.position(), fact.id()));
        }
        List<Implication> implications = new ArrayList<>();
        flow.items("implied").forEach(item -> implication(item).ifPresent(implications::add));
        return new Expectations(priors, implications, ids.resolved(flow.texts("checklists"), draft.factIds(), "fact"));
    }

    /** Shares of a fact that depend on one whose prior is not further up. */
    private record Later(String fact, String on, Position at) {}

    private Optional<Fact> fact(String id, YamlNode.Entry entry) {
        if (ids.resolve(id, draft.factIds(), entry.key(), "fact")) {
            return draft.fact(id);
        }
        return Optional.empty();
    }

    private Prior prior(Fact fact, YamlNode.Entry entry, Set<String> before, List<Later> later) {
        YamlFields fields = YamlFields.of(entry.value(), "the prior of `" + fact.id() + "`", report);
        double effort = fields.number("effort").map(BigDecimal::doubleValue).orElse(1.0);
        List<String> after = ids.resolved(fields.texts("after"), draft.factIds(), "fact");
        List<Prior.Case> cases = new ArrayList<>();
        if (fields.get("cases").isPresent()) {
            cases.addAll(
                    fields.each("cases", "a case of `" + fact.id() + "`", inside -> read(fact, inside, before, later)));
            if (cases.isEmpty() || cases.getLast().when() != null) {
                report.error("prior-without-else", fields.at("cases"), fact.id());
            }
        } else {
            cases.add(read(fact, fields, before, later));
        }
        fields.done();
        return new Prior(fact.id(), effort > 0 ? effort : 1, after, cases, entry.key());
    }

    private Prior.Case read(Fact fact, YamlFields fields, Set<String> before, List<Later> later) {
        Condition when = conditions.orNull(fields, "when");
        if (when != null) {
            when.facts().stream()
                    .filter(id -> !before.contains(id))
                    .sorted()
                    .forEach(id -> later.add(new Later(fact.id(), id, fields.at("when"))));
        }
        List<Citation> sources = sources(fields);
        fields.require("shares", "Give each value its share in percent, together 100.");
        return new Prior.Case(when, shares(fact, fields), sources);
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

    /**
     * Shares in percent, those that are wrong left out after reporting them: by choice, by `yes` and `no`, by choices joined with `+` (or `none`), by
     * quantity or by quantities as `10..200`, and `unsaid` for teams that cannot say it.
     */
    private List<Prior.Share> shares(Fact fact, YamlFields fields) {
        List<Prior.Share> shares = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        boolean counted = true;
        for (var entry : fields.map("shares").entrySet()) {
            Optional<BigDecimal> share =
                    entry.getValue().value() instanceof YamlNode.Text text ? YamlNumbers.read(text) : Optional.empty();
            if (share.isEmpty() || share.get().signum() < 0) {
                report.error(
                        "shares.value",
                        entry.getValue().key(),
                        fact.id(),
                        "has the share " + entry.getValue().value().kind(),
                        "Write a percentage.");
                counted = false;
                continue;
            }
            sum = sum.add(share.get());
            if (!entry.getKey().equals(UNSAID)) {
                double part = share.get().doubleValue() / WHOLE.doubleValue();
                share(fact, entry.getKey(), part, entry.getValue()).ifPresent(shares::add);
            }
        }
        if (counted && sum.signum() > 0 && sum.compareTo(WHOLE) != 0) {
            report.error(
                    "shares",
                    fields.at("shares"),
                    fact.id(),
                    sum.stripTrailingZeros().toPlainString());
        }
        return shares;
    }

    private Optional<Prior.Share> share(Fact fact, String key, double share, YamlNode.Entry entry) {
        String[] ends = fact.type() == FactType.QUANTITY ? key.split("\\.\\.", 2) : new String[] {key};
        Optional<Value> low = value(fact, ends[0], entry);
        Optional<Value> high = ends.length == 2 ? value(fact, ends[1], entry) : low;
        return low.flatMap(least -> high.map(most -> new Prior.Share(new Prior.Span(least.raw(), most.raw()), share)));
    }

    private Optional<Value> value(Fact fact, String key, YamlNode.Entry entry) {
        String written =
                fact.type() == FactType.CHOICES ? key.equals("none") ? "" : key.replaceAll("\\s*\\+\\s*", ",") : key;
        return switch (FactValueParser.parse(fact, written, _ -> true)) {
            case FactValueParser.Good(Value value) -> Optional.of(value);
            case FactValueParser.Bad(String message) -> {
                report.error("bad-value", entry.key(), message);
                yield Optional.empty();
            }
        };
    }
}
