package dev.tunewise.cost;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The formulas of a draft, put together once.
 *
 * @param draft the option
 * @param setup dollars paid once
 * @param perCall dollars of run cost per call
 * @param perCallErrors dollars of wrong answers per call
 * @param fixed dollars a month whatever the volume
 * @param monthly all dollars a month
 */
record Costing(Draft draft, Formula setup, Formula perCall, Formula perCallErrors, Formula fixed, Formula monthly) {

    static Costing of(Draft draft, Formula callsPerMonth) {
        Formula perCall = draft.perCallRun();
        Formula errors = draft.perCallErrors();
        Formula fixed = draft.fixedMonthly();
        Formula monthly = Formula.sum(Formula.product(callsPerMonth, Formula.sum(perCall, errors)), fixed);
        return new Costing(draft, draft.setupTotal(), perCall, errors, fixed, monthly);
    }

    /** All inputs of the formulas of several costings. */
    static Collection<Input> inputs(List<Costing> costings) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        Set<Formula> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Costing costing : costings) {
            collect(costing.setup(), inputs, seen);
            collect(costing.monthly(), inputs, seen);
        }
        return inputs.values();
    }

    /** Set-up and monthly dollars for every row. */
    void fill(Columns columns, double[] setupOut, double[] monthlyOut) {
        setup.fill(columns, setupOut);
        monthly.fill(columns, monthlyOut);
    }

    static void collect(Formula formula, Map<String, Input> inputs, Set<Formula> seen) {
        if (formula instanceof Formula.Leaf(Input input)) {
            inputs.put(input.key(), input);
            return;
        }
        if (formula instanceof Formula.Named && !seen.add(formula)) {
            return;
        }
        formula.parts().forEach(part -> collect(part, inputs, seen));
    }
}
