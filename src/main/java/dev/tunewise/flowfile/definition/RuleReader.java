package dev.tunewise.flowfile.definition;

import dev.tunewise.condition.Condition;
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
import java.util.function.BiFunction;
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
                id, conditions.orNull(fields, "done"), conditions.orNull(fields, "unfit"), citations.read(fields)));
        fields.done();
    }

    /** Reads one part of the flow and keeps it, where it has an id. */
    private <T> void part(
            YamlNode yaml, String called, String what, List<T> parts, BiFunction<YamlFields, String, T> reader) {
        YamlFields.read(yaml, called, report, fields -> {
            Optional<String> id = ids.part(fields, what, draft);
            T part = reader.apply(fields, id.orElse(""));
            id.ifPresent(_ -> parts.add(part));
            return id;
        });
    }

    private <T> void part(YamlNode yaml, String what, List<T> parts, BiFunction<YamlFields, String, T> reader) {
        part(yaml, YamlFields.named(what, yaml), what, parts, reader);
    }

    void readVerdict(YamlNode yaml) {
        part(yaml, "a verdict", "verdict", draft.verdicts, (fields, id) -> {
            boolean gates = fields.only("gates", "ask", "a verdict");
            return new Verdict(
                    id, gates, fields.text("review").map(this::reviewMonths).orElse(0));
        });
    }

    private int reviewMonths(YamlNode.Text text) {
        Matcher months = REVIEW.matcher(text.text());
        if (months.matches()) {
            return Integer.parseInt(months.group(1));
        }
        report.error("unknown-value.review", text.position(), text.text());
        return 0;
    }

    void readRule(YamlNode yaml) {
        part(yaml, "rule", draft.rules, (fields, id) -> {
            Optional<YamlNode.Text> when =
                    fields.requireText("when", "Write its condition; `\"true\"` for the last rule.");
            when.ifPresent(text -> draft.place("rules." + id + ".when", text.position()));
            List<String> verdicts = draft.verdicts.stream().map(Verdict::id).toList();
            return new Rule(
                    id,
                    when.map(conditions::read).orElseGet(conditions::never),
                    reference(fields, "verdict", verdicts),
                    reference(fields, "lever", draft.leverIds()),
                    fields.get("next").isEmpty() ? null : reference(fields, "next", draft.leverIds()),
                    fields.flag("compares"),
                    inside(fields, "headlines", "headline", id, this::headline),
                    reasons(fields, id),
                    fields.position());
        });
    }

    private String reference(YamlFields fields, String key, List<String> allowed) {
        Optional<YamlNode.Text> text = fields.requireText(key, "Name one of: " + String.join(", ", allowed) + ".");
        text.ifPresent(name -> ids.resolve(name, allowed, key.equals("verdict") ? key : "lever"));
        return text.map(YamlNode.Text::text).orElse("");
    }

    /** The named parts of a rule, those without a name left out. */
    private <T> List<T> inside(
            YamlFields rule, String key, String what, String ruleId, BiFunction<YamlFields, String, T> reader) {
        List<T> parts = new ArrayList<>();
        for (YamlNode item : rule.items(key)) {
            YamlFields.read(item, YamlFields.named(what, item), report, fields -> {
                String remedy = "Give it a name; its words are under `rules." + ruleId + "." + key + "`.";
                Optional<String> id = ids.name(fields, what, what + " of " + ruleId, remedy);
                T part = reader.apply(fields, id.orElse(""));
                id.ifPresent(_ -> parts.add(part));
                return id;
            });
        }
        return parts;
    }

    private Rule.Headline headline(YamlFields fields, String id) {
        Condition when = conditions.when(fields, "Say when it is used in place of the usual one.");
        return new Rule.Headline(id, when, fields.flag("adds"));
    }

    private List<Rule.Reason> reasons(YamlFields rule, String ruleId) {
        rule.require("because", "Give the reasons, each with the facts it rests on and its source.");
        return inside(rule, "because", "reason", ruleId, (fields, id) -> {
            List<String> facts = ids.resolved(fields.texts("facts"), draft.factsAndFigures(), "fact");
            return new Rule.Reason(id, facts, conditions.orNull(fields, "when"), citations.require(fields));
        });
    }

    void readExclusion(YamlNode yaml) {
        part(yaml, "exclusion", draft.exclusions, (fields, id) -> {
            Condition when = conditions.when(fields, "Write the condition under which the levers are out.");
            List<String> figures = draft.figures.stream().map(Figure::id).toList();
            if (when.facts().stream().anyMatch(figures::contains)) {
                report.error(
                        "figure-in-exclusion",
                        fields.get("when").orElseThrow().position(),
                        YamlFields.capital(fields.what()));
            }
            fields.require("excludes", "Name the levers that may not be recommended then.");
            List<String> levers = ids.resolved(fields.texts("excludes"), draft.leverIds(), "lever");
            String until = fields.get("until").isEmpty() ? null : reference(fields, "until", draft.leverIds());
            return new Lever.Exclusion(id, when, levers, until, citations.require(fields), fields.position());
        });
    }

    void readGate(YamlNode yaml) {
        part(yaml, "gate", draft.gates, (fields, id) -> {
            boolean asks = fields.flag("ask");
            if (asks && fields.get("met").isEmpty()) {
                report.error("ask-without-met", fields.at("ask"), YamlFields.capital(fields.what()));
            }
            Condition met = conditions.orNull(fields, "met");
            return new Gate(id, met, asks, fields.flag("blocks"), citations.read(fields), fields.position());
        });
    }

    void readFinding(YamlNode yaml) {
        part(yaml, "finding", draft.findings, (fields, id) -> {
            Condition when = conditions.when(fields, "Write the condition under which it is pointed out.");
            return new Finding(id, when, citations.read(fields), fields.position());
        });
    }
}
