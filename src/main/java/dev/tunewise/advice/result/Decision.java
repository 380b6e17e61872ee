package dev.tunewise.advice.result;

import java.util.List;

/**
 * The verdict with its reasons.
 *
 * @param rule id of the rule that decided
 * @param verdict id of the verdict
 * @param lever id of the lever to pull now
 * @param headline the verdict in a sentence
 * @param asksGates whether this verdict is one that asks for its gates
 * @param reasons in order, the strongest first
 */
public record Decision(
        String rule, String verdict, String lever, String headline, boolean asksGates, List<Reason> reasons) {
    public Decision {
        reasons = List.copyOf(reasons);
    }

    /**
     * One reason.
     *
     * @param id name within the rule
     * @param text what it says
     * @param rule id of the rule it belongs to
     * @param basis the answers and figures it rests on
     * @param sources where it comes from
     */
    public record Reason(String id, String text, String rule, List<Evidence> basis, List<SourceReference> sources) {
        public Reason {
            basis = List.copyOf(basis);
            sources = List.copyOf(sources);
        }
    }
}
