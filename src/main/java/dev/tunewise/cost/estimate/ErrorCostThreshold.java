package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.simulation.Draws;
import dev.tunewise.cost.simulation.Percentiles;
import dev.tunewise.cost.workload.CostContext;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * From which cost of a wrong answer training is recommended, by the same cases and the same pick as the recommendation itself: each case costs its own
 * money plus its wrong answers times what one costs. It is told with two digits, and at what is told training is recommended.
 */
final class ErrorCostThreshold {
    /** Cases with which a place is looked for before it is made sure with all. */
    private static final int FEW = 1000;

    private static final double STEP = 1.3;
    private static final int MOST_STEPS = 30;
    private static final int SPLITS = 3;
    private static final int NEIGHBOURS = 6;
    private static final MathContext TWO_UP = new MathContext(2, RoundingMode.UP);

    private final CostContext situation;
    private final Draws draws;
    private final List<OptionRow> open;
    private final OptionPicker picker;

    /** A search. `picker`: picks where the cost of a wrong answer is known. */
    ErrorCostThreshold(CostContext situation, Draws draws, List<OptionRow> open, OptionPicker picker) {
        this.situation = situation;
        this.draws = draws;
        this.open = open;
        this.picker = picker;
    }

    /**
     * What was found.
     *
     * @param rival id of what is the best just below
     * @param errorCost dollars per wrong answer; infinite for never
     */
    record Found(String rival, double errorCost) {}

    Found find(OptionRow trained) {
        double rough = rough(trained);
        if (Double.isInfinite(rough)) {
            return new Found(best(0, 1).id(), Double.POSITIVE_INFINITY);
        }
        int stride = Math.max(1, draws.samples() / FEW);
        double inside = Math.max(rough, 1e-4);
        int steps = 0;
        if (best(inside, stride).trains()) {
            while (steps++ < MOST_STEPS && best(inside / STEP, stride).trains()) {
                inside /= STEP;
            }
            OptionRow free = best(0, 1);
            if (steps > MOST_STEPS && free.trains()) {
                return new Found(free.id(), 0);
            }
        } else {
            while (steps++ < MOST_STEPS && !best(inside, stride).trains()) {
                inside *= STEP;
            }
            if (steps > MOST_STEPS) {
                return new Found(best(rough, 1).id(), Double.POSITIVE_INFINITY);
            }
        }
        double below = inside / STEP;
        for (int split = 0; split < SPLITS; split++) {
            double middle = Math.sqrt(below * inside);
            if (best(middle, stride).trains()) {
                inside = middle;
            } else {
                below = middle;
            }
        }
        return sure(BigDecimal.valueOf(inside).round(TWO_UP));
    }

    /** The first of the neighbouring numbers of two digits at which training is recommended by all cases. */
    private Found sure(BigDecimal near) {
        BigDecimal at = near;
        for (int tried = 0; tried < NEIGHBOURS && !best(at.doubleValue(), 1).trains(); tried++) {
            at = at.add(step(at)).round(TWO_UP);
        }
        BigDecimal lower = at.subtract(step(at));
        OptionRow rival = best(lower.doubleValue(), 1);
        for (int tried = 0; tried < NEIGHBOURS && rival.trains() && lower.signum() > 0; tried++) {
            at = lower;
            lower = at.subtract(step(at));
            rival = best(lower.doubleValue(), 1);
        }
        return new Found(rival.id(), at.doubleValue());
    }

    /** One in the second digit. */
    private static BigDecimal step(BigDecimal value) {
        return BigDecimal.ONE.movePointRight(value.precision() - value.scale() - 2);
    }

    /** What is the best where a wrong answer costs so much, by every so manieth case. */
    private OptionRow best(double errorCost, int stride) {
        List<OptionRow> rows = new ArrayList<>();
        for (OptionRow row : open) {
            double[] money = draws.of(row.id()).totalWithoutErrors(situation.horizon);
            double[] right = draws.of(row.draft().level).right();
            double[] totals = new double[(money.length + stride - 1) / stride];
            double each = right.length == 0 ? 0 : errorCost * calls();
            for (int i = 0; i < totals.length; i++) {
                totals[i] = money[i * stride] + (each == 0 ? 0 : each * (1 - right[i * stride]));
            }
            rows.add(new OptionRow(row.draft(), Percentiles.of(totals).p50(), totals, row.meets(), row.rung()));
        }
        return picker.pick(rows, rows.getFirst()).best();
    }

    private double calls() {
        return situation.callsPerMonth.exact(ValuePoint.likely()).doubleValue() * situation.horizon;
    }

    /** Where the middles of money and of wrong answers balance; infinite where nothing is avoided that training costs more for. */
    private double rough(OptionRow trained) {
        double highest = 0;
        for (OptionRow other : open) {
            if (!other.trains()) {
                double dearer = draws.median(draws.of(trained.id()).totalWithoutErrors(situation.horizon))
                        - draws.median(draws.of(other.id()).totalWithoutErrors(situation.horizon));
                double avoided = errorsAvoided(trained, other);
                highest = Math.max(
                        highest,
                        avoided > 0 ? Math.max(0, dearer / avoided) : dearer <= 0 ? 0 : Double.POSITIVE_INFINITY);
            }
        }
        return highest;
    }

    private double errorsAvoided(OptionRow trained, OptionRow other) {
        double[] after = draws.of(trained.draft().level).right();
        double[] before = draws.of(other.draft().level).right();
        return after.length == 0 || before.length == 0 ? 0 : calls() * (draws.median(after) - draws.median(before));
    }
}
