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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads levers, rules, gates and findings. */
record RuleReader(
        FlowBuilder draft,
        IdRegistry ids,
        ProblemCollector report,
        ConditionReader conditions,
        CitationReader citations) {
    private static final Pattern REVIEW = Pattern.compile("([1-9]\\d?) months?");

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
        String id = id(fields, "verdict");
        boolean gates = fields.only("gates", "ask", "a verdict");
        int review = fields.text("review").map(this::reviewMonths).orElse(0);
        fields.done();
        if (!id.isEmpty()) {
            draft.verdicts.add(new Verdict(id, gates, review));
        }
    }

    private int reviewMonths(YamlNode.Text text) {
        Matcher months = REVIEW.matcher(text.text());
        if (months.matches()) {
            return Integer.parseInt(months.group(1));
        }
        report.error(
                "unknown-value",
                text.position(),
                "`review` of a verdict is a number of months, found `" + text.text() + "`.",
                "Write for example `review: 6 months`, 1 to 99, or leave it out.");
        return 0;
    }

    private String id(YamlFields fields, String what) {
        return ids.part(fields, what, draft).orElse("");
    }

    void readRule(YamlNode yaml) {
        YamlFields fields = YamlFields.of(yaml, name("rule", yaml), report);
        String id = id(fields, "rule");
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
            Optional<String> id = ids.name(
                    fields,
                    "headline",
                    "headline of " + ruleId,
                    "Give it a name; its words are under `rules." + ruleId + ".headlines`.");
            Condition when = fields.requireText("when", "Say when it is used in place of the usual one.")
                    .map(conditions::read)
                    .orElseGet(conditions::never);
            boolean adds = fields.flag("adds");
            fields.done();
            id.ifPresent(name -> headlines.add(new Rule.Headline(name, when, adds)));
        }
        return headlines;
    }

    void readExclusion(YamlNode yaml) {
        YamlFields fields = YamlFields.of(yaml, name("exclusion", yaml), report);
        String id = id(fields, "exclusion");
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
            String id = ids.name(
                            fields,
                            "reason",
                            "reason of " + ruleId,
                            "Give it a name; its words are under `rules." + ruleId + ".because`.")
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
        String id = id(fields, "gate");
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
        String id = id(fields, "finding");
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
