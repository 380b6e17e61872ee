package dev.tunewise.cost.estimate;

import dev.tunewise.cost.option.OptionBuilder;

/**
 * A priced option with what was drawn for it.
 *
 * @param draft the option
 * @param total dollars over the horizon, the median of the cases
 * @param totals of each case
 * @param meets its chance to meet the target, 0 to 1
 * @param rung its place on the ladder
 */
record OptionRow(OptionBuilder draft, double total, double[] totals, double meets, int rung) {
    boolean trains() {
        return draft.isTraining();
    }

    /** Share of cases in which it costs less than another. */
    double cheaperThan(OptionRow other) {
        int cheaper = 0;
        for (int i = 0; i < totals.length; i++) {
            cheaper += totals[i] < other.totals[i] ? 1 : 0;
        }
        return cheaper / (double) totals.length;
    }

    String id() {
        return draft.id;
    }
}
