package dev.tunewise.advice.result;

import java.util.List;

/**
 * What would change the verdict.
 *
 * @param flips single changes that do, the nearest and most plausible first; empty while nothing is decided
 * @param complete false where working out figures was cut short to stay quick, so that a far flip of a quantity may be missing
 */
public record Counterfactuals(List<Counterfactual> flips, boolean complete) {
    public Counterfactuals {
        flips = List.copyOf(flips);
    }

    /** While nothing is decided. */
    public static final Counterfactuals NONE = new Counterfactuals(List.of(), true);

    /** Says whether another value of this fact would change the verdict or lever, or open questions that could. */
    public boolean matters(String fact) {
        return flips.stream().anyMatch(flip -> flip.fact().equals(fact));
    }
}
