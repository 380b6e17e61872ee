package dev.tunewise.flowfile.definition;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Lever;
import dev.tunewise.flow.Rule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The keys of texts that a flow needs, with the part of the flow that needs each, and those that it may have. */
public final class TextKeys {
    /** Branches whose keys follow from the flow; other branches are the author's own. */
    static final Set<String> BRANCHES =
            Set.of("title tagline topics facts figures verdicts levers rules gates findings exclusions".split(" "));

    final Map<String, String> required = new LinkedHashMap<>();
    final Set<String> optional = new LinkedHashSet<>();

    public TextKeys(FlowBuilder draft) {
        required.put("title", "flow");
        required.put("tagline", "flow");
        draft.topics.forEach(topic -> required.put("topics." + topic.id(), "topics." + topic.id()));
        draft.verdicts.forEach(verdict -> required.put("verdicts." + verdict.id(), "verdicts." + verdict.id()));
        draft.facts.forEach(this::addFact);
        draft.figures.forEach(this::addFigure);
        draft.levers.forEach(this::addLever);
        draft.rules.forEach(this::addRule);
        draft.gates.forEach(gate -> {
            need("gates." + gate.id(), "name", "todo");
            may("gates." + gate.id(), "unknown");
        });
        draft.findings.forEach(finding -> need("findings." + finding.id(), "title", "text"));
        draft.exclusions.forEach(exclusion -> need("exclusions." + exclusion.id(), "reason"));
    }

    private void need(String part, String... keys) {
        for (String key : keys) {
            required.put(part + "." + key, part);
        }
    }

    private void may(String part, String... keys) {
        for (String key : keys) {
            optional.add(part + "." + key);
        }
    }

    private void addFact(Fact fact) {
        String part = "facts." + fact.id();
        need(part, "label", "question", "why");
        may(part, "hint", "assumed", "uncosted", "guessed", "read");
        for (String choice : fact.choices()) {
            required.put(part + ".choices." + choice, part + ".choices." + choice);
            optional.add(part + ".hints." + choice);
        }
        if (fact.type() == FactType.YES_NO) {
            may(part, "yes", "no");
        }
        if (fact.type() == FactType.CHOICES) {
            may(part, "none");
        }
    }

    private void addFigure(Figure figure) {
        String part = "figures." + figure.id();
        need(part, "label");
        figure.choices().forEach(choice -> optional.add(part + ".choices." + choice));
    }

    private void addLever(Lever lever) {
        String part = "levers." + lever.id();
        need(part, "name", "does");
        addState(part + ".done", part, lever.done() != null);
        addState(part + ".unfit", part, lever.unfit() != null);
    }

    private void addState(String key, String part, boolean needed) {
        if (needed) {
            required.put(key, part);
        } else {
            optional.add(key);
        }
    }

    private void addRule(Rule rule) {
        String part = "rules." + rule.id();
        need(part, "headline");
        may(part, "unknown", "first", "first_unknown", "headline_without_costs");
        rule.headlines().forEach(headline -> optional.add(part + ".headlines_without_costs." + headline.id()));
        rule.headlines().forEach(headline -> required.put(part + ".headlines." + headline.id(), part));
        rule.because().forEach(reason -> required.put(part + ".because." + reason.id(), part));
    }
}
