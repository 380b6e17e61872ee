package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.ThresholdGrid;
import dev.tunewise.cost.simulation.Draws;
import dev.tunewise.cost.workload.CostContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * From which cost of a wrong answer training is recommended, by the same cases and the same pick as the recommendation itself: each case costs its own
 * money plus its wrong answers times what one costs. It is told to about a fiftieth; at what is told training is recommended, a step before it is not.
 */
final class ErrorCostThreshold {
    /** Cases with which a place is looked for before it is made sure with all. */
    private static final int FEW = 256;

    private static final double STEP = 1.3;
    private static final int MOST_STEPS = 30;
    private static final int SPLITS = 5;
    private static final ThresholdGrid GRID = new ThresholdGrid(BigDecimal.ZERO, 20);
    private static final double LEAST = 1e-4;

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

    Found find() {
        double rough = rough();
        double near = Double.isInfinite(rough) ? rough : near(Math.max(rough, LEAST));
        return Double.isInfinite(near) ? never() : sure(near);
    }

    private Found never() {
        return new Found(best(0, 1).id(), Double.POSITIVE_INFINITY);
    }

    /** About the place, by few cases; infinite where they show none. */
    private double near(double rough) {
        int stride = Math.max(1, draws.samples() / FEW);
        double inside = rough;
        int steps = 0;
        if (best(inside, stride).trains()) {
            while (steps++ < MOST_STEPS && best(inside / STEP, stride).trains()) {
                inside /= STEP;
            }
        } else {
            while (steps++ < MOST_STEPS && !best(inside, stride).trains()) {
                inside *= STEP;
            }
            if (steps > MOST_STEPS) {
                return Double.POSITIVE_INFINITY;
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
        return inside;
    }

    /** The place by all cases, with what is the best just below it. */
    private Found sure(double near) {
        TreeMap<BigDecimal, OptionRow> tried = new TreeMap<>();
        return GRID.first(
                        near,
                        at -> tried.computeIfAbsent(at, each -> best(each.doubleValue(), 1))
                                .trains())
                .map(at -> new Found(
                        Objects.requireNonNullElse(tried.lowerEntry(at), tried.firstEntry())
                                .getValue()
                                .id(),
                        at.doubleValue()))
                .orElseGet(this::never);
    }

    /** What is the best where a wrong answer costs so much, by every so manieth case. */
    private OptionRow best(double errorCost, int stride) {
        List<OptionRow> rows = open.stream()
                .map(row -> row.at(errorCost, stride, draws, situation.horizon))
                .toList();
        return picker.pick(rows, rows.getFirst()).best();
    }

    /** The least place where the middles of money and of wrong answers balance for a way with training; infinite where none avoids what it costs more for. */
    private double rough() {
        return open.stream()
                .filter(OptionRow::trains)
                .mapToDouble(this::balanced)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private double balanced(OptionRow trained) {
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
        return after.length == 0 || before.length == 0
                ? 0
                : situation.horizon * draws.median(draws.calls()) * (draws.median(after) - draws.median(before));
    }
}
