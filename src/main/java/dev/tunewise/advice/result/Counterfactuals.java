package dev.tunewise.advice.result;

import dev.tunewise.flow.Flow;
import java.util.List;
import java.util.Set;

/** All that would change the verdict, looked for to the end. */
public record Counterfactuals(List<Counterfactual> flips, boolean complete, Set<String> tried) implements Outlook {
    public static final Counterfactuals NONE = new Counterfactuals(List.of(), true, Set.of());

    /** Whether a flip leads elsewhere than the advice, whose figures rest on more samples than the search for it. */
    public static boolean leadsElsewhere(Counterfactual flip, Advice advice, Flow flow) {
        return advice.decision()
                .filter(decision ->
                        flip.result() instanceof Counterfactual.Result.Decides to && same(decision, to, flow))
                .isEmpty();
    }

    private static boolean same(Decision decision, Counterfactual.Result.Decides to, Flow flow) {
        boolean byMoney =
                flow.rule(decision.rule()).compares() && flow.rule(to.rule()).compares();
        return decision.verdict().equals(to.verdict())
                && (byMoney || decision.lever().equals(to.lever()));
    }
}
