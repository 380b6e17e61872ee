package dev.tunewise.cost.estimate;

import dev.tunewise.cost.option.OptionBuilder;
import dev.tunewise.cost.simulation.Draws;
import dev.tunewise.cost.simulation.Percentiles;
import java.util.List;

/**
 * A priced option with what was drawn for it.
 *
 * @param total dollars over the horizon, the median of the cases
 * @param totals those of the cases; none of a row at another cost of an error
 * @param meets its chance to meet the target, 0 to 1
 */
record OptionRow(OptionBuilder draft, double total, double[] totals, double meets, int rung) {
    /** The ladder, from changing nothing to training. */
    private static final List<String> RUNGS = List.of(
            "stay",
            "few-shot",
            "caching",
            "cheaper-model",
            "stronger-model",
            "rag",
            "long-context",
            "classifier",
            "self-host",
            "fine-tune-api",
            "fine-tune-lora");

    /** The place of a lever; one that is not on the ladder stands above it. */
    static int place(String lever) {
        int rung = RUNGS.indexOf(lever);
        return rung < 0 ? RUNGS.size() : rung;
    }

    boolean trains() {
        return draft.isTraining();
    }

    /** The same where a wrong answer costs so much, by every so manieth case. */
    OptionRow at(double errorCost, int stride, Draws draws, int months) {
        double[] money = draws.of(id()).totalWithoutErrors(months);
        double[] right = draws.of(draft.level).right();
        double[] at = new double[(money.length + stride - 1) / stride];
        double each = right.length == 0 ? 0 : errorCost * months;
        for (int i = 0; i < at.length; i++) {
            int row = i * stride;
            at[i] = money[row] + (each == 0 ? 0 : each * draws.calls()[row] * (1 - right[row]));
        }
        return new OptionRow(draft, Percentiles.median(at), new double[0], meets, rung);
    }

    String id() {
        return draft.id;
    }
}
