package dev.tunewise.flowfile.definition;

import dev.tunewise.condition.Condition;
import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds the values that a text of a move names to the facts and figures of the flow. */
record SlotCheck(FlowBuilder draft, ProblemCollector report) {
    private static final Pattern SLOT = Pattern.compile("\\{(?!=)([^{}.]*)(\\.[^{}]*)?\\}");
    private static final Pattern SUM = Pattern.compile("\\{=([^{}]*)\\}");

    /** `bare`: whether the bare number of a quantity may be named too. */
    void check(YamlNode.Text text, boolean bare) {
        Matcher slot = SLOT.matcher(text.text());
        while (slot.find()) {
            List<String> known = draft.factsAndFigures();
            draft.named.add(slot.group(1));
            boolean form = slot.group(2) == null
                    || (bare && List.of(".number", ".sign", ".currency", ".how").contains(slot.group(2)));
            if (!known.contains(slot.group(1)) || !form) {
                String near = Suggestion.nearest(slot.group(1), known).orElse("");
                report.error(
                        "unknown-placeholder." + (near.isEmpty() ? "far" : bare ? "near-bare" : "near"),
                        text.places().at(text.text(), 1, slot.start() + 1),
                        slot.group(),
                        near);
            }
        }
    }

    /** Reads the calculations of a text; each is read as the left side of a comparison, which knows how far it is from 0. */
    void sums(YamlNode.Text text, ConditionReader conditions) {
        SUM.matcher(text.text()).results().map(slot -> slot.group(1)).forEach(words -> sum(words, text, conditions));
    }

    /** Reads one calculation. */
    void sum(String words, YamlNode.Text text, ConditionReader conditions) {
        Condition read = conditions.read(
                new YamlNode.Text("0 + (" + words.strip() + ") > 0", false, false, text.places(), text.position()));
        read.tests().stream()
                .filter(test -> test.balance() != null)
                .findFirst()
                .ifPresent(test -> draft.formulas.put(words, test));
    }
}
