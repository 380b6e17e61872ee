package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.option.OptionFormulas;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.cost.workload.Quality;
import dev.tunewise.money.MonthLength;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options of many cases that differ in nothing but quantities that stand in formulas and decide nothing about them: put together once, so
 * that a search through many values costs little. Safe for several threads.
 */
final class SharedOptions {
    private static final String DAYS = "days";
    private static final String NOW = "quality_now";
    private static final String TARGET = "quality_target";
    static final String CALLS = "calls_per_day";
    private static final List<String> PLAIN = List.of("error_cost", "examples", "eval_items");
    private static final Set<String> FREE = Set.of("error_cost", "examples", "eval_items", NOW, TARGET, CALLS);

    /** Keys of inputs that differ between such cases. */
    static final Set<String> REPLACED = Stream.concat(
                    Stream.of(DAYS), FREE.stream().map(fact -> "fact:" + fact))
            .collect(Collectors.toUnmodifiableSet());

    private final EstimateCalculation base;
    private final Map<String, CostInput> inputs = new HashMap<>();
    private final boolean volumeFree;

    /** What cases have in common that share their options. */
    record Key(Map<String, Object> facts, Parameters parameters, LocalDate asOf) {
        static Key of(CostCase facts) {
            Map<String, Object> rest = new HashMap<>(facts.essence());
            FREE.forEach(fact -> rest.computeIfPresent(fact, (_, _) -> Boolean.TRUE));
            rest.replace("stronger_model", "meets-target-too-costly", "meets-target");
            return new Key(rest, facts.parameters(), facts.asOf());
        }
    }

    SharedOptions(EstimateCalculation base) {
        this.base = base;
        OptionChooser.readSettings(base.situation);
        base.inputs.forEach(input -> inputs.put(input.key(), input));
        OptionFormulas today = base.costings.getFirst();
        volumeFree = isNothing(today.fixed()) && !dependsOn(today.perCall(), CostContext.CALLS);
    }

    EstimateCalculation base() {
        return base;
    }

    /** Whether a case with the same key may share these options: where today's cost of a call follows the volume, so does which model is cheaper. */
    boolean serve(CostCase other) {
        return volumeFree || other.quantity(CALLS).equals(base.situation.facts.quantity(CALLS));
    }

    /** The best option for such a case by the likely values. */
    OptionChoice likely(CostCase other) {
        return base.chooser(other, base.simulation.likely(replaced(other))).choose(OptionChooser.Extent.BEST);
    }

    /** The same from samples. */
    OptionChoice best(CostCase other, SimulationSettings sampling) {
        return base.chooser(other, base.simulation.draw(replaced(other), sampling))
                .choose(OptionChooser.Extent.BEST);
    }

    private Map<String, CostInput> replaced(CostCase other) {
        Map<String, CostInput> others = new HashMap<>();
        PLAIN.forEach(fact -> other.quantity(fact).ifPresent(range -> replace("fact:" + fact, range, others)));
        other.quantity(TARGET).ifPresent(range -> replace("fact:" + TARGET, CostContext.toShare(range), others));
        Quality.measured(other).ifPresent(input -> others.put(input.key(), input));
        other.quantity(CALLS).ifPresent(calls -> {
            replace(CostContext.CALLS, calls, others);
            replace(DAYS, Range.exactly(MonthLength.days(calls.likely())), others);
        });
        return others;
    }

    private void replace(String key, Range range, Map<String, CostInput> others) {
        CostInput usual = inputs.get(key);
        if (usual != null) {
            others.put(key, usual.with(range));
        }
    }

    private static boolean isNothing(Formula formula) {
        return formula instanceof Formula.Constant(BigDecimal value) && value.signum() == 0;
    }

    private static boolean dependsOn(Formula formula, String key) {
        return formula instanceof Formula.Leaf(CostInput input)
                ? input.key().equals(key)
                : formula.parts().stream().anyMatch(part -> dependsOn(part, key));
    }
}
