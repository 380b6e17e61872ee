package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.option.OptionFormulas;
import dev.tunewise.cost.simulation.Draws;
import dev.tunewise.cost.simulation.Percentiles;
import dev.tunewise.cost.workload.CostContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets the best trained option against the best without training. */
record TrainingComparison(
        CostContext situation, Map<String, OptionFormulas> costings, Draws draws, boolean findsVolume) {
    private static final int SURE = 500;

    /** The comparison; null where either is missing. */
    OptionChoice.@Nullable Training of(OptionRow chosen, List<OptionRow> open, Optional<OptionRow> untrained) {
        Optional<OptionRow> trained = chosen.trains()
                ? Optional.of(chosen)
                : OptionChooser.cheapest(open.stream().filter(OptionRow::trains));
        if (trained.isEmpty() || untrained.isEmpty()) {
            return null;
        }
        OptionRow best = trained.get();
        OptionRow other = untrained.get();
        Draws.Money one = draws.of(best.id());
        Draws.Money two = draws.of(other.id());
        double[] monthly = one.monthly();
        double[] against = two.monthly();
        double[] payback = new double[monthly.length];
        int within = 0;
        for (int i = 0; i < payback.length; i++) {
            double saved = against[i] - monthly[i];
            double extra = Math.max(0, one.setup()[i] - two.setup()[i]);
            payback[i] = saved > 0 ? extra / saved : Double.POSITIVE_INFINITY;
            within += payback[i] <= situation.horizon ? 1 : 0;
        }
        OptionFormulas base = costings.get(other.id());
        OptionFormulas tuned = costings.get(best.id());
        // Looking for the volume costs more than all the rest, so that few samples go without.
        double volume = !findsVolume || base == null || tuned == null || draws.samples() < SURE
                ? Double.POSITIVE_INFINITY
                : new BreakEvenFinder(base, situation).find(tuned).callsPerDay();
        Threshold threshold = threshold(best, open);
        return new OptionChoice.Training(
                best.id(),
                other.id(),
                Percentiles.of(payback),
                within / (double) payback.length,
                threshold.errorCost(),
                threshold.rival(),
                volume);
    }

    /** The way without training that stands longest against a trained one as errors get dearer; an infinite threshold where it always does. */
    private Threshold threshold(OptionRow trained, List<OptionRow> open) {
        Threshold highest = new Threshold("", 0);
        for (OptionRow other : open) {
            if (!other.trains()) {
                double dearer = draws.median(draws.of(trained.id()).totalWithoutErrors(situation.horizon))
                        - draws.median(draws.of(other.id()).totalWithoutErrors(situation.horizon));
                double avoided = errorsAvoided(trained, other);
                double from = avoided > 0 ? Math.max(0, dearer / avoided) : dearer <= 0 ? 0 : Double.POSITIVE_INFINITY;
                highest = from > highest.errorCost() || highest.rival().isEmpty()
                        ? new Threshold(other.id(), from)
                        : highest;
            }
        }
        return highest;
    }

    private record Threshold(String rival, double errorCost) {}

    private double errorsAvoided(OptionRow trained, OptionRow other) {
        double[] after = draws.of(trained.draft().level).right();
        double[] before = draws.of(other.draft().level).right();
        if (after.length == 0 || before.length == 0) {
            return 0;
        }
        double calls = situation.callsPerMonth.exact(ValuePoint.likely()).doubleValue() * situation.horizon;
        return calls * (draws.median(after) - draws.median(before));
    }
}
