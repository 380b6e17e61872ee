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
record ErrorCostCrossover(CostContext situation, Draws draws, OptionPicker picker) {
    /** Further from the rough place than by this factor it is another one. */
    private static final double FAR = 30;

    private static final int SPLITS = 10;
    /** So far on either side what is told must hold. */
    private static final double AWAY = 1.1;

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
        return nearest == null ? null : sure(nearest, best, open);
    }

    /** The same where the totals of all cases cross, which the middles of money and of wrong answers show only roughly. */
    private OptionChoice.@Nullable Turn sure(OptionChoice.Turn rough, OptionRow best, List<OptionRow> open) {
        OptionRow other = open.stream()
                .filter(row -> row.id().equals(rough.other()))
                .findFirst()
                .orElseThrow();
        double low = rough.errorCost() / FAR;
        double high = rough.errorCost() * FAR;
        boolean below = dearer(other, best, low);
        if (below == dearer(other, best, high)) {
            return null;
        }
        for (int split = 0; split < SPLITS; split++) {
            double middle = Math.sqrt(low * high);
            if (dearer(other, best, middle) == below) {
                low = middle;
            } else {
                high = middle;
            }
        }
        boolean holds =
                isBest(below ? best : other, low / AWAY, open) && isBest(below ? other : best, high * AWAY, open);
        return holds ? new OptionChoice.Turn(Math.sqrt(low * high), rough.other(), below) : null;
    }

    /** Whether no way without training is cheaper where a wrong answer costs so much, but by a tie. */
    private boolean isBest(OptionRow row, double errorCost, List<OptionRow> open) {
        OptionRow there = row.at(errorCost, 1, draws, situation.horizon);
        return open.stream()
                .filter(other -> !other.trains())
                .map(other -> other.at(errorCost, 1, draws, situation.horizon))
                .allMatch(other -> there.total() <= other.total() || picker.tied(there, other));
    }

    private boolean dearer(OptionRow one, OptionRow other, double errorCost) {
        return one.at(errorCost, 1, draws, situation.horizon).total()
                > other.at(errorCost, 1, draws, situation.horizon).total();
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
