package dev.tunewise.flowfile.definition;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Exclusion;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Finding;
import dev.tunewise.flow.Gate;
import dev.tunewise.flow.Lever;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Verdict;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads levers, rules, gates and findings. */
record RuleReader(
        FlowBuilder draft,
        IdRegistry ids,
        ProblemCollector report,
        ConditionReader conditions,
        CitationReader citations) {
    void readLever(String id, YamlNode.Entry entry) {
        ids.kebab(id, entry.key(), "lever");
        draft.place("levers." + id, entry.key());
        YamlFields fields = YamlFields.ofOptional(entry.value(), "lever `" + id + "`", report);
        draft.levers.add(new Lever(
                id,
                conditions.read(fields, "done").orElse(null),
                conditions.read(fields, "unfit").orElse(null),
                citations.read(fields)));
        fields.done();
    }

    void readVerdict(YamlNode yaml) {
        YamlFields fields = YamlFields.of(yaml, "a verdict", report);
        String id = id(fields, "verdict", "verdicts");
        boolean gates = fields.text("gates")
                .filter(text -> {
                    if (!text.text().equals("ask")) {
                        report.error(
                                "unknown-value",
                                text.position(),
                                "`gates` of a verdict is `ask`, found `" + text.text() + "`.",
                                "Write `gates: ask`, or leave it out.");
                    }
                    return text.text().equals("ask");
                })
                .isPresent();
        fields.done();
        if (!id.isEmpty()) {
            draft.verdicts.add(new Verdict(id, gates));
        }
    }

    /** The id of an item of a list; empty after reporting that there is none. */
    private String id(YamlFields fields, String what, String part) {
        return fields.requireText("id", "Give it a name in small letters, digits and `-`.")
                .map(text -> {
                    ids.kebab(text.text(), text.position(), what);
                    ids.claim(what, text.text(), text.position(), what);
                    draft.place(part + "." + text.text(), text.position());
                    return text.text();
                })
                .orElse("");
    }

    void readRule(YamlNode yaml) {
        YamlFields fields = YamlFields.of(yaml, name("rule", yaml), report);
        String id = id(fields, "rule", "rules");
        Optional<YamlNode.Text> when = fields.requireText("when", "Write its condition; `\"true\"` for the last rule.");
        when.ifPresent(text -> draft.place("rules." + id + ".when", text.position()));
        List<String> levers = draft.levers.stream().map(Lever::id).toList();
        String verdict = reference(
                fields, "verdict", draft.verdicts.stream().map(Verdict::id).toList());
        String lever = reference(fields, "lever", levers);
        String next = fields.get("next").isEmpty() ? null : reference(fields, "next", levers);
        boolean compares = fields.flag("compares");
        List<Rule.Headline> headlines = headlines(fields, id);
        List<Rule.Reason> reasons = reasons(fields, id);
        fields.done();
        if (!id.isEmpty()) {
            Condition condition = when.map(conditions::read).orElseGet(conditions::never);
            draft.rules.add(
                    new Rule(id, condition, verdict, lever, next, compares, headlines, reasons, fields.position()));
        }
    }

    private String reference(YamlFields fields, String key, List<String> allowed) {
        return fields.requireText(key, "Name one of: " + String.join(", ", allowed) + ".")
                .map(text -> {
                    ids.resolve(text.text(), allowed, text.position(), key.equals("next") ? "lever" : key);
                    return text.text();
                })
                .orElse("");
    }

    private List<Rule.Headline> headlines(YamlFields rule, String ruleId) {
        List<Rule.Headline> headlines = new ArrayList<>();
        for (YamlNode item : rule.items("headlines")) {
            YamlFields fields = YamlFields.of(item, name("headline", item), report);
            Optional<String> id = fields.requireText(
                            "id", "Give it a name; its words are under `rules." + ruleId + ".headlines`.")
                    .map(text -> {
                        ids.kebab(text.text(), text.position(), "headline");
                        ids.claim("headline of " + ruleId, text.text(), text.position(), "headline");
                        return text.text();
                    });
            Condition when = fields.requireText("when", "Say when it is used in place of the usual one.")
                    .map(conditions::read)
                    .orElseGet(conditions::never);
            fields.done();
            id.ifPresent(name -> headlines.add(new Rule.Headline(name, when)));
        }
        return headlines;
    }

    void readExclusion(YamlNode yaml) {
        YamlFields fields = YamlFields.of(yaml, name("exclusion", yaml), report);
        String id = id(fields, "exclusion", "exclusions");
        Optional<YamlNode.Text> text =
                fields.requireText("when", "Write the condition under which the levers are out.");
        Condition when = text.map(conditions::read).orElseGet(conditions::never);
        List<String> figures = draft.figures.stream().map(Figure::id).toList();
        if (text.isPresent() && when.facts().stream().anyMatch(figures::contains)) {
            report.error(
                    "figure-in-exclusion",
                    text.get().position(),
                    YamlFields.capital(fields.what()) + " tests a figure, and figures rest on what is excluded.",
                    "Test facts only; what follows from the comparison belongs into a rule.");
        }
        List<String> known = draft.levers.stream().map(Lever::id).toList();
        List<String> levers = new ArrayList<>();
        fields.require("excludes", "Name the levers that may not be recommended then.");
        for (YamlNode.Text lever : fields.texts("excludes")) {
            if (ids.resolve(lever.text(), known, lever.position(), "lever")) {
                levers.add(lever.text());
            }
        }
        Exclusion exclusion = new Exclusion(id, when, levers, citations.require(fields), fields.position());
        fields.done();
        if (!id.isEmpty()) {
            draft.exclusions.add(exclusion);
        }
    }

    private List<Rule.Reason> reasons(YamlFields rule, String ruleId) {
        rule.require("because", "Give the reasons, each with the facts it rests on and its source.");
        List<Rule.Reason> reasons = new ArrayList<>();
        for (YamlNode item : rule.items("because")) {
            YamlFields fields = YamlFields.of(item, name("reason", item), report);
            String id = fields.requireText("id", "Give it a name; its words are under `rules." + ruleId + ".because`.")
                    .map(text -> {
                        ids.kebab(text.text(), text.position(), "reason");
                        ids.claim("reason of " + ruleId, text.text(), text.position(), "reason");
                        return text.text();
                    })
                    .orElse("");
            List<String> facts = new ArrayList<>();
            for (YamlNode.Text fact : fields.texts("facts")) {
                if (ids.resolve(fact.text(), draft.factsAndFigures(), fact.position(), "fact")) {
                    facts.add(fact.text());
                }
            }
            Rule.Reason reason =
                    new Rule.Reason(id, facts, conditions.read(fields, "when").orElse(null), citations.require(fields));
            fields.done();
            if (!id.isEmpty()) {
                reasons.add(reason);
            }
        }
        return reasons;
    }

    void readGate(YamlNode yaml) {
        YamlFields fields = YamlFields.of(yaml, name("gate", yaml), report);
        String id = id(fields, "gate", "gates");
        boolean asks = fields.flag("ask");
        if (asks && fields.get("met").isEmpty()) {
            report.error(
                    "ask-without-met",
                    fields.at("ask"),
                    YamlFields.capital(fields.what()) + " asks, and has no condition to ask for.",
                    "Add `met`, or remove `ask`.");
        }
        Gate gate = new Gate(
                id,
                conditions.read(fields, "met").orElse(null),
                asks,
                fields.flag("blocks"),
                citations.read(fields),
                fields.position());
        fields.done();
        if (!id.isEmpty()) {
            draft.gates.add(gate);
        }
    }

    void readFinding(YamlNode yaml) {
        YamlFields fields = YamlFields.of(yaml, name("finding", yaml), report);
        String id = id(fields, "finding", "findings");
        Condition when = fields.requireText("when", "Write the condition under which it is pointed out.")
                .map(conditions::read)
                .orElseGet(conditions::never);
        Finding finding = new Finding(id, when, citations.read(fields), fields.position());
        fields.done();
        if (!id.isEmpty()) {
            draft.findings.add(finding);
        }
    }

    /** How messages call an item of a list: by its id, where it has one. */
    static String name(String what, YamlNode yaml) {
        return yaml instanceof YamlNode.Entries map
                        && map.entries().get("id") instanceof YamlNode.Entry entry
                        && entry.value() instanceof YamlNode.Text id
                ? what + " `" + id.text() + "`"
                : "a " + what;
    }
}
