package dev.tunewise.cost.formula;

import dev.tunewise.money.NumberFormat;

/**
 * Months until the savings have paid for the set-up; infinite when they never do.
 *
 * @param low early, see {@code basis}
 * @param likely what follows from the set-up and the totals over the horizon: horizon × set-up / (set-up + saving)
 * @param high late, see {@code basis}
 * @param basis what low and high mean: the 10th and 90th percentile of a simulation, or the best and worst that one figure alone does
 */
public record Payback(double low, double likely, double high, Basis basis) {
    /** What low and high mean. */
    public enum Basis {
        /** Ten in a hundred samples are below low, ten above high. */
        SIMULATED,
        /** One figure at a time moved from low to high, the others likely. */
        ONE_AT_A_TIME
    }

    @Override
    public String toString() {
        return NumberFormat.months(likely) + " (" + NumberFormat.months(low) + " to " + NumberFormat.months(high) + ")";
    }
}
