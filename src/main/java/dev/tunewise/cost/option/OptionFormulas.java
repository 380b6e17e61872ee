package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.workload.Quality;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The formulas of a draft, put together once.
 *
 * @param setup dollars paid once
 * @param perCall dollars of run cost per call
 * @param perCallErrors dollars of wrong answers per call
 * @param fixed dollars a month whatever the volume
 * @param running dollars a month for the calls and upkeep
 * @param errors dollars a month for wrong answers
 */
public record OptionFormulas(
        OptionBuilder draft,
        Formula setup,
        Formula perCall,
        Formula perCallErrors,
        Formula fixed,
        Formula running,
        Formula errors) {

    public static OptionFormulas of(OptionBuilder draft, Formula callsPerMonth) {
        Formula perCall = draft.perCallRun();
        Formula errors = draft.perCallErrors();
        Formula fixed = draft.fixedMonthly();
        return new OptionFormulas(
                draft,
                draft.setupTotal(),
                perCall,
                errors,
                fixed,
                Formula.sum(Formula.product(callsPerMonth, perCall), fixed),
                Formula.product(callsPerMonth, errors));
    }

    /** All inputs of the formulas of several costings. */
    public static List<CostInput> inputs(List<OptionFormulas> costings) {
        Map<String, CostInput> inputs = new LinkedHashMap<>();
        Set<Formula> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (OptionFormulas costing : costings) {
            collect(costing.setup(), inputs, seen);
            collect(costing.running(), inputs, seen);
            collect(costing.errors(), inputs, seen);
            collect(costing.draft().level.margin(), inputs, seen);
        }
        return List.copyOf(inputs.values());
    }

    /** The same with those of how right the answers are at some levels. */
    public static List<CostInput> inputs(List<CostInput> others, Collection<Quality.Level> levels) {
        Map<String, CostInput> inputs = new LinkedHashMap<>();
        others.forEach(input -> inputs.put(input.key(), input));
        Set<Formula> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        levels.forEach(level -> Stream.ofNullable(level.share()).forEach(share -> collect(share, inputs, seen)));
        return List.copyOf(inputs.values());
    }

    public BigDecimal monthly(ValuePoint point) {
        return running.exact(point).add(errors.exact(point));
    }

    /** Set-up and monthly dollars, as a program is made for them. */
    public List<Formula> money() {
        return List.of(setup, Formula.sum(running, errors));
    }

    private static void collect(Formula formula, Map<String, CostInput> inputs, Set<Formula> seen) {
        if (formula instanceof Formula.Leaf(CostInput input)) {
            inputs.put(input.key(), input);
            return;
        }
        if (formula instanceof Formula.Named && !seen.add(formula)) {
            return;
        }
        formula.parts().forEach(part -> collect(part, inputs, seen));
    }
}
