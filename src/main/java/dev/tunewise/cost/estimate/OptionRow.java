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

    String id() {
        return draft.id;
    }
}
