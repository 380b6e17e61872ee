package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.Payback;
import dev.tunewise.cost.simulation.Draws;
import dev.tunewise.cost.simulation.Percentiles;
import dev.tunewise.cost.workload.CostContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets the best trained option against the best without training. */
record TrainingComparison(CostContext situation, Draws draws) {
    /** The comparison; null where either is missing. */
    OptionChoice.@Nullable Training of(
            OptionRow chosen, List<OptionRow> open, Optional<OptionRow> untrained, OptionPicker priced) {
        Optional<OptionRow> trained = chosen.trains()
                ? Optional.of(chosen)
                : OptionPicker.cheapest(open.stream().filter(OptionRow::trains));
        if (trained.isEmpty() || untrained.isEmpty()) {
            return null;
        }
        OptionRow best = trained.get();
        OptionRow other = untrained.get();
        Draws.Money one = draws.of(best.id());
        Draws.Money two = draws.of(other.id());
        double[] monthly = draws.withUncounted(one.monthly(), 1, best.draft().level, other.draft().level);
        double[] against = two.monthly();
        double[] payback = new double[monthly.length];
        int within = 0;
        for (int i = 0; i < payback.length; i++) {
            double saved = against[i] - monthly[i];
            double extra = Math.max(0, one.setup()[i] - two.setup()[i]);
            payback[i] = saved > 0 ? extra / saved : Double.POSITIVE_INFINITY;
            within += payback[i] <= situation.horizon ? 1 : 0;
        }
        double central = Payback.months(
                draws.median(one.setup()) - draws.median(two.setup()), other.total() - best.total(), situation.horizon);
        ErrorCostThreshold.Found threshold = new ErrorCostThreshold(situation, draws, open, priced).find();
        return new OptionChoice.Training(
                best.id(),
                other.id(),
                Percentiles.of(payback).around(central),
                within / (double) payback.length,
                threshold.errorCost(),
                threshold.rival(),
                Double.POSITIVE_INFINITY);
    }
}
