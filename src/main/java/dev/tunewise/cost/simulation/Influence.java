package dev.tunewise.cost.simulation;

import dev.tunewise.cost.formula.CostInput;

/**
 * How much one input moves the saving of the best tuned option, the others at their likely values.
 *
 * @param savingAtLow dollars saved over the horizon with the input at its low end
 */
public record Influence(CostInput input, double savingAtLow, double savingAtHigh) {
    /** How far the saving moves, in dollars. */
    public double swing() {
        return Math.abs(savingAtHigh - savingAtLow);
    }
}
