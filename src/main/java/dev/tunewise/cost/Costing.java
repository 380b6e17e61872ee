package dev.tunewise.cost;

import java.math.BigDecimal;
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
 * @param running dollars a month for the calls and upkeep
 * @param errors dollars a month for wrong answers
 */
record Costing(
        Draft draft,
        Formula setup,
        Formula perCall,
        Formula perCallErrors,
        Formula fixed,
        Formula running,
        Formula errors) {

    static Costing of(Draft draft, Formula callsPerMonth) {
        Formula perCall = draft.perCallRun();
        Formula errors = draft.perCallErrors();
        Formula fixed = draft.fixedMonthly();
        return new Costing(
                draft,
                draft.setupTotal(),
                perCall,
                errors,
                fixed,
                Formula.sum(Formula.product(callsPerMonth, perCall), fixed),
                Formula.product(callsPerMonth, errors));
    }

    /** All inputs of the formulas of several costings. */
    static Collection<Input> inputs(List<Costing> costings) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        Set<Formula> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Costing costing : costings) {
            collect(costing.setup(), inputs, seen);
            collect(costing.running(), inputs, seen);
            collect(costing.errors(), inputs, seen);
        }
        return inputs.values();
    }

    /** All dollars a month. */
    BigDecimal monthly(Point point) {
        return running.exact(point).add(errors.exact(point));
    }

    /** Months until what is saved against today has paid for the set-up; infinite when it never does. */
    double payback(Costing today, Point point) {
        return Returns.payback(setup.exact(point), today.monthly(point).subtract(monthly(point)));
    }

    /** Set-up and monthly dollars for every row. */
    void fill(Columns columns, double[] setupOut, double[] monthlyOut) {
        setup.fill(columns, setupOut);
        running.fill(columns, monthlyOut);
        double[] next = columns.borrow();
        errors.fill(columns, next);
        for (int i = 0; i < monthlyOut.length; i++) {
            monthlyOut[i] += next[i];
        }
        columns.giveBack(next);
    }

    private static void collect(Formula formula, Map<String, Input> inputs, Set<Formula> seen) {
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
