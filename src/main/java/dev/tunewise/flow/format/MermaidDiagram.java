package dev.tunewise.flow.format;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Draws a flow for Mermaid: the rules from top to bottom, each with the facts that it is the first to need, and the verdict it gives. The text
 * depends on the flow alone, so that a change of it shows what an edit changed.
 */
public final class MermaidDiagram {
    public static String mermaid(Flow flow) {
        List<String> lines = new ArrayList<>();
        lines.add("%% Generated from flow.yaml by `tunewise flow graph`; do not edit.");
        lines.add("flowchart TD");
        lines.add("  start([\"" + text(flow.texts().find("title").orElse(flow.id())) + "\"])");
        Set<String> known = new HashSet<>();
        String before = "start";
        for (int i = 0; i < flow.rules().size(); i++) {
            Rule rule = flow.rules().get(i);
            String node = "r" + (i + 1);
            List<String> facts = firstNeeded(flow, rule, known);
            String asks = facts.isEmpty() ? "" : "<br/>asks " + text(String.join(", ", facts));
            lines.add("  " + node + "{{\"" + text(rule.id()) + asks + "\"}}");
            lines.add("  " + before + (i == 0 ? " --> " : " -- no --> ") + node);
            lines.add("  " + node + " -- yes --> v" + (i + 1) + "[\"" + outcome(flow, rule) + "\"]:::"
                    + style(rule.verdict()));
            before = node;
        }
        for (int i = 0; i < flow.verdicts().size(); i++) {
            lines.add("  classDef " + style(flow.verdicts().get(i).id()) + " " + colours(i));
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> firstNeeded(Flow flow, Rule rule, Set<String> known) {
        List<String> needed = new ArrayList<>();
        Set<String> mentioned = rule.when().facts();
        flow.facts().stream().map(Fact::id).filter(mentioned::contains).forEach(needed::add);
        flow.figures().stream()
                .filter(figure -> mentioned.contains(figure.id()))
                .forEach(figure -> figure.inputs().forEach(input -> needed.add(input.fact())));
        return needed.stream().distinct().filter(known::add).toList();
    }

    private static String outcome(Flow flow, Rule rule) {
        String verdict = flow.texts().find("verdicts." + rule.verdict()).orElse(rule.verdict());
        String lever = flow.texts().find("levers." + rule.lever() + ".name").orElse(rule.lever());
        return text(verdict) + ": " + text(lever);
    }

    private static String style(String verdict) {
        return "verdict_" + verdict.replace('-', '_');
    }

    /** Colours that differ in lightness too, one for each verdict. */
    private static String colours(int verdict) {
        return switch (verdict % 4) {
            case 0 -> "fill:#f6d5d5,stroke:#8c2f2f,color:#1d1d1d";
            case 1 -> "fill:#fbeec6,stroke:#8a6d1a,color:#1d1d1d";
            case 2 -> "fill:#cfe8d2,stroke:#2f6b3a,color:#1d1d1d";
            default -> "fill:#d6e2f3,stroke:#2f4f7f,color:#1d1d1d";
        };
    }

    /** Text as it may stand between quotes in Mermaid. */
    private static String text(String text) {
        return text.replace("&", "#amp;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;");
    }
}
