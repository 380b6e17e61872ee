package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.ColumnProgram;
import dev.tunewise.cost.formula.CostCurve;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.option.OptionBuilder;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.flow.interview.Late;
import dev.tunewise.flow.interview.RecentResults;
import dev.tunewise.price.catalogue.PriceCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Costs the options of a case. Pure: the same case and catalogue give the same estimate. Safe for many threads. */
public final class Estimator {
    /** Volumes to show when nobody said how many calls there are. */
    public static final List<Integer> EXAMPLE_VOLUMES = List.of(100, 10_000, 1_000_000);

    private static final int CURVE_STEPS_PER_DECADE = 10;
    private static final int CURVE_DECADES = 7;
    private static final int MOST_SHARED = 24;

    private final PriceCatalogue catalogue;
    /** The last estimates too, whose curves and what would change them are asked for right after them. */
    private final RecentResults<SharedOptions.Key, SharedOptions> shared = new RecentResults<>(MOST_SHARED);

    public Estimator(PriceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The estimate without a simulation. */
    public Estimate estimate(CostCase facts) {
        return simulate(facts, null);
    }

    /** The best option alone and how each stands, by the likely values: for looking at many cases. */
    public OptionChoice likelyBest(CostCase facts) {
        return shared(facts).likely(facts);
    }

    /** The best option alone and how each stands, as the estimate has them with these samples. */
    public OptionChoice best(CostCase facts, SimulationSettings sampling) {
        return shared(facts).best(facts, sampling);
    }

    /** What of the simulated estimate is compared with an earlier one. */
    public EstimateOutline outline(CostCase facts, SimulationSettings sampling) {
        return new EstimateOutline(calculation(facts), sampling);
    }

    private SharedOptions shared(CostCase facts) {
        return shared(facts, known -> known.serve(facts));
    }

    private SharedOptions shared(CostCase facts, Predicate<SharedOptions> fits) {
        SharedOptions.Key key = SharedOptions.Key.of(facts);
        return shared.get(key).filter(fits).orElseGet(() -> {
            SharedOptions fresh = new SharedOptions(new EstimateCalculation(facts, catalogue, null));
            shared.put(key, fresh);
            return fresh;
        });
    }

    private EstimateCalculation calculation(CostCase facts) {
        return shared(facts, known -> known.base().situation.facts.isSame(facts))
                .base();
    }

    /** What each priced option costs over the horizon at other volumes, from one call a day to ten million. */
    public List<CostCurve> curves(CostCase facts) {
        EstimateCalculation calculation = calculation(facts);
        int rows = CURVE_STEPS_PER_DECADE * CURVE_DECADES + 1;
        double[] calls = IntStream.range(0, rows)
                .mapToDouble(row -> Math.pow(10, row / (double) CURVE_STEPS_PER_DECADE))
                .toArray();
        List<Formula> formulas = calculation.costings.stream()
                .flatMap(costing -> costing.money().stream())
                .toList();
        double[][] values =
                ColumnProgram.of(formulas, Set.of(CostContext.CALLS)).run(rows, Map.of(CostContext.CALLS, calls));
        List<Double> volumes = Arrays.stream(calls).boxed().toList();
        List<CostCurve> curves = new ArrayList<>();
        for (int i = 0; i < calculation.costings.size(); i++) {
            double[] setup = values[2 * i];
            double[] monthly = values[2 * i + 1];
            List<Double> total = IntStream.range(0, rows)
                    .mapToObj(row -> setup[row] + calculation.situation.horizon * monthly[row])
                    .toList();
            OptionBuilder draft = calculation.costings.get(i).draft();
            curves.add(new CostCurve(draft.id, draft.title, volumes, total));
        }
        return curves;
    }

    /** The estimate; without samples there is no simulation. */
    public Estimate simulate(CostCase facts, @Nullable SimulationSettings sampling) {
        EstimateCalculation calculation = calculation(facts);
        Late<List<Estimate>> none = Late.known(List.of());
        // No rule tests them and only the whole table shows them.
        Late<List<Estimate>> atVolumes = Late.of(() -> EXAMPLE_VOLUMES.stream()
                .map(volume ->
                        new EstimateCalculation(facts, catalogue, BigDecimal.valueOf(volume)).estimate(null, none))
                .toList());
        return calculation.estimate(sampling, facts.knows("calls_per_day") ? none : atVolumes);
    }
}
