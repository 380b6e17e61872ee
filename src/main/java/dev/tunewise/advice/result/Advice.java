package dev.tunewise.advice.result;

import dev.tunewise.flow.Flow;
import java.util.List;
import java.util.Optional;

/**
 * Everything that follows from the answers so far. All texts are plain characters with values filled in; nothing in them is mark-up.
 *
 * @param needs facts to ask next, first one first: those that the first undecided rule needs, or after the verdict those of its gates
 * @param findings the risks that surely hold, in the flow's order
 * @param explanation why this verdict and no other; empty of content while nothing is decided
 * @param assumptions what was taken for granted on the way, in the flow's order
 */
public record Advice(
        Optional<Decision> decision,
        List<String> needs,
        List<LadderStep> ladder,
        List<GateState> gates,
        List<Observation> findings,
        Explanation explanation,
        List<Assumption> assumptions) {
    public Advice with(Decision other) {
        return new Advice(Optional.of(other), needs, ladder, gates, findings, explanation, assumptions);
    }

    /** The same advice with its assumptions in other words. */
    public Advice assuming(List<Assumption> others) {
        return new Advice(decision, needs, ladder, gates, findings, explanation, others);
    }

    /** Says whether the verdict stands and no gate is left to ask for. */
    public boolean concluded() {
        return decision.isPresent() && needs.isEmpty();
    }

    /** The rung in this state, where the ladder has one; for {@link LadderStep.State#NOW} and {@link LadderStep.State#NEXT} there is one at most. */
    public Optional<LadderStep> rung(LadderStep.State state) {
        return ladder.stream().filter(rung -> rung.state() == state).findFirst();
    }

    /** The same, whose assumptions say what the money beside them was calculated with. */
    public Advice computed(CostComparison cost, Flow flow) {
        return assuming(
                assumptions.stream().map(each -> each.computed(cost, flow)).toList());
    }
}
