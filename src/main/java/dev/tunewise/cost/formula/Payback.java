package dev.tunewise.cost.formula;

import dev.tunewise.money.NumberFormat;

/**
 * Months until the savings have paid for the set-up; infinite when they never do.
 *
 * @param low early: the 10th percentile of a simulation; without one the best that one figure alone does
 * @param likely what follows from the set-up and the totals over the horizon: horizon × set-up / (set-up + saving)
 * @param high late: the 90th percentile, or the worst
 */
public record Payback(double low, double likely, double high) {
    /** Months for a set-up, given what is saved over the horizon once it is paid for; infinite where that is less than nothing by the whole of it. */
    public static double months(double setup, double saved, int horizon) {
        double once = Math.max(0, setup);
        return once + saved > 0 ? horizon * once / (once + saved) : Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return NumberFormat.months(likely) + " (" + NumberFormat.months(low) + " to " + NumberFormat.months(high) + ")";
    }
}
