package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.simulation.Draws;
import dev.tunewise.cost.workload.CostContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cost of an error at which another option without training takes over from the best one. Each option costs its own money plus its number of
 * wrong answers times the cost of one, so that two of them cross at one place at most.
 */
record ErrorCostTurn(CostContext situation, Draws draws) {
    /** The crossing that is nearest to the likely cost of an error, by its ratio; null where there is none. */
    OptionChoice.@Nullable Turn of(OptionRow best, List<OptionRow> open) {
        double likely = situation
                .facts
                .parameters()
                .get("usd_per_error")
                .range()
                .likely()
                .doubleValue();
        OptionChoice.Turn nearest = null;
        double distance = Double.POSITIVE_INFINITY;
        for (OptionRow other : open) {
            double fewer = wrong(best) - wrong(other);
            double dearer = money(other) - money(best);
            double at = fewer == 0 ? 0 : dearer / fewer;
            boolean meant = !other.trains() && other != best && at > 0 && Double.isFinite(at);
            double away = Math.abs(Math.log(at / likely));
            if (meant && away < distance) {
                nearest = new OptionChoice.Turn(at, other.id(), fewer > 0);
                distance = away;
            }
        }
        return nearest;
    }

    private double money(OptionRow row) {
        return draws.median(draws.of(row.id()).totalWithoutErrors(situation.horizon));
    }

    /** Wrong answers over the horizon; not a number where nothing is known about them. */
    private double wrong(OptionRow row) {
        double[] right = draws.of(row.draft().level).right();
        double calls = situation.callsPerMonth.exact(ValuePoint.likely()).doubleValue() * situation.horizon;
        return right.length == 0 ? Double.NaN : calls * (1 - draws.median(right));
    }
}
