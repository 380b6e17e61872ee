package dev.tunewise.flow.forecast;

import dev.tunewise.flow.Rule;

/** What a team is advised: two are the same if verdict and lever are. `lever`: id of the lever to pull now. */
public record Conclusion(String verdict, String lever) {
    /** What a rule recommends. */
    public static Conclusion of(Rule rule) {
        return new Conclusion(rule.verdict(), rule.lever());
    }
}
