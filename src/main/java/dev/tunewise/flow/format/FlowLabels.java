package dev.tunewise.flow.format;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Texts;

/** What a flow calls its facts, levers, verdicts and rules; an id in words where it has no name for one. */
public final class FlowLabels {
    private final Texts texts;

    public FlowLabels(Flow flow) {
        this.texts = flow.texts();
    }

    public String question(Fact fact) {
        return texts.find("facts." + fact.id() + ".question").orElseGet(() -> label(fact) + "?");
    }

    public String label(Fact fact) {
        return label(fact.id());
    }

    /** The short name of a fact or figure. */
    public String label(String fact) {
        return texts.find("facts." + fact + ".label")
                .or(() -> texts.find("figures." + fact + ".label"))
                .orElseGet(() -> readable(fact));
    }

    public String why(Fact fact) {
        return texts.find("facts." + fact.id() + ".why").orElse("");
    }

    /** What stands in for an answer that nobody knows, in words; the value itself where the flow says nothing else. */
    public String assumed(String fact, String value) {
        return texts.find("facts." + fact + ".assumed").orElse(value);
    }

    public String hint(Fact fact) {
        return texts.find("facts." + fact.id() + ".hint").orElse("");
    }

    public String choiceHint(Fact fact, String choice) {
        return texts.find("facts." + fact.id() + ".hints." + choice).orElse("");
    }

    /** The direction that a rule points to, in a few words: its verdict with its lever. */
    public String direction(Rule rule) {
        return verdict(rule.verdict()) + ": " + lever(rule.lever());
    }

    public String verdict(String verdict) {
        return texts.find("verdicts." + verdict).orElseGet(() -> readable(verdict));
    }

    /** What a lever asks for, in a sentence; empty where the flow does not say. */
    public String does(String lever) {
        return texts.find("levers." + lever + ".does").orElse("");
    }

    public String lever(String lever) {
        return texts.find("levers." + lever + ".name").orElseGet(() -> readable(lever));
    }

    /** What the consultation is about, for one that was opened without words. */
    public String title() {
        return texts.find("title").orElse("");
    }

    private static String readable(String id) {
        String words = id.replace('_', ' ').replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
