package dev.tunewise.advice.result;

import dev.tunewise.flow.Flow;
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

    public static final Counterfactuals NONE = new Counterfactuals(List.of(), true);

    /** Those that lead elsewhere than the advice, whose figures rest on more samples than the search for them. */
    public Counterfactuals leadingElsewhere(Advice advice, Flow flow) {
        List<Counterfactual> elsewhere = flips.stream()
                .filter(flip -> advice.decision()
                        .filter(decision ->
                                flip.result() instanceof Counterfactual.Result.Decides to && same(decision, to, flow))
                        .isEmpty())
                .toList();
        return new Counterfactuals(elsewhere, complete);
    }

    private static boolean same(Decision decision, Counterfactual.Result.Decides to, Flow flow) {
        boolean byMoney =
                flow.rule(decision.rule()).compares() && flow.rule(to.rule()).compares();
        return decision.verdict().equals(to.verdict())
                && (byMoney || decision.lever().equals(to.lever()));
    }

    /** Says whether another value of this fact would change the verdict or lever, or open questions that could. */
    public boolean matters(String fact) {
        return flips.stream().anyMatch(flip -> flip.fact().equals(fact));
    }
}
