package dev.tunewise.cost.estimate;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Picks the best of some rows; how is told at {@link OptionChoice}.
 *
 * @param wanted how sure an option must be to meet the target
 * @param tieShare up to this share apart two totals count as even
 * @param tieOverHorizon and up to so many dollars
 * @param accepted whether the team accepts the price of a stronger model
 */
record OptionPicker(double wanted, double tieShare, double tieOverHorizon, boolean counted, boolean accepted) {
    /**
     * What was picked.
     *
     * @param untrained the cheapest without training
     * @param tooDear why rows are not worth their money, by id
     * @param meeting those of the others that meet the target surely enough
     */
    record Pick(OptionRow best, Optional<OptionRow> untrained, Map<String, String> tooDear, List<OptionRow> meeting) {}

    /** The best row. `otherwise`: what is left where all are barred. */
    Pick pick(List<OptionRow> open, OptionRow otherwise) {
        Optional<OptionRow> untrained = reference(open);
        Map<String, String> tooDear = new LinkedHashMap<>();
        for (OptionRow row : open) {
            tooDear(row, untrained).ifPresent(reason -> tooDear.put(row.id(), reason));
        }
        List<OptionRow> eligible =
                open.stream().filter(row -> !tooDear.containsKey(row.id())).toList();
        List<OptionRow> meeting = eligible.stream().filter(this::meets).toList();
        List<OptionRow> candidates = !meeting.isEmpty() ? meeting : !eligible.isEmpty() ? eligible : List.of(otherwise);
        OptionRow lowest = cheapest(candidates.stream()).orElseThrow();
        OptionRow best = candidates.stream()
                .filter(row -> tied(row, lowest))
                .min(Comparator.comparingInt(OptionRow::rung)
                        .thenComparingDouble(row -> row.draft().effortHours())
                        .thenComparingDouble(OptionRow::total))
                .orElseThrow();
        return new Pick(best, untrained, tooDear, meeting);
    }

    /** The cheapest way without training; where wrong answers are not counted, or the team accepts what meeting the target costs, of those that do. */
    private Optional<OptionRow> reference(List<OptionRow> open) {
        List<OptionRow> untrained = open.stream().filter(row -> !row.trains()).toList();
        boolean wanted = !counted
                || accepted
                        && untrained.stream().anyMatch(row -> row.draft().lever.equals("stronger-model") && meets(row));
        Optional<OptionRow> good = wanted ? cheapest(untrained.stream().filter(this::meets)) : Optional.empty();
        return good.or(() -> cheapest(untrained.stream()));
    }

    /**
     * Why an option is not worth its money: training that costs more than the best without it, or meeting the target at more than the errors avoided
     * are worth, as the cheapest way without training shows.
     */
    private Optional<String> tooDear(OptionRow row, Optional<OptionRow> untrained) {
        if (row.trains()) {
            return untrained.filter(other -> row.total() >= other.total()).map(_ -> OptionChooser.DOES_NOT_PAY_BACK);
        }
        return meets(row)
                ? untrained
                        .filter(other -> !meets(other) && !tied(row, other))
                        .map(_ -> OptionChooser.TARGET_COSTS_MORE)
                : Optional.empty();
    }

    private boolean meets(OptionRow row) {
        return row.meets() >= wanted;
    }

    boolean tied(OptionRow one, OptionRow other) {
        return Math.abs(one.total() - other.total()) <= apart(Math.min(one.total(), other.total()));
    }

    /** How far two totals may be apart to count as even: by a share of the lower one and by an amount. */
    double apart(double lower) {
        return Math.min(tieShare * lower, tieOverHorizon);
    }

    /** Share of the cases in which no rival is below the best row by more than what counts as even. `totals`: of a row in each case. */
    double holds(OptionRow best, List<OptionRow> rivals, Function<OptionRow, double[]> totals) {
        int holds = 0;
        double[] ofBest = totals.apply(best);
        List<double[]> others = rivals.stream().map(totals).toList();
        for (int i = 0; i < ofBest.length; i++) {
            double least = Double.POSITIVE_INFINITY;
            OptionRow lowest = best;
            for (int rival = 0; rival < others.size(); rival++) {
                if (others.get(rival)[i] < least) {
                    least = others.get(rival)[i];
                    lowest = rivals.get(rival);
                }
            }
            // What counts as even is a share of what was counted.
            holds += lowest == best || ofBest[i] - least <= apart(lowest.totals()[i]) ? 1 : 0;
        }
        return holds / (double) ofBest.length;
    }

    static Optional<OptionRow> cheapest(Stream<OptionRow> rows) {
        return rows.min(Comparator.comparingDouble(OptionRow::total));
    }
}
