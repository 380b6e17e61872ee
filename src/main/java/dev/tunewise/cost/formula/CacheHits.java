package dev.tunewise.cost.formula;

import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The share of calls that find the stable part of the prompt in the vendor's cache. Calls come at random moments and each use keeps the entry
 * alive for so long again: a call misses when the one before it is longer ago, e^(-x) of them where x calls fall on the life of an entry. It
 * is never taken so low that more calls would cost less in all.
 *
 * @param lifeSeconds how long an entry lives without use
 * @param best share of hits where the cache is always warm
 * @param flat what reading costs against what a hit saves: where misses fall faster, they are kept up
 * @param peak calls in the life of an entry from where on misses are kept up; infinite when they never are
 * @param most what so many calls cost
 */
public record CacheHits(Formula callsPerDay, Formula lifeSeconds, Formula best, double flat, double peak, double most)
        implements Formula {
    private static final double SECONDS_PER_DAY = 86_400;
    private static final MathContext SHOWN = new MathContext(4);

    /** Hits where writing and reading have these prices, in any one unit. */
    public static CacheHits of(
            Formula callsPerDay, long lifeSeconds, Formula best, double likelyBest, double read, double write) {
        double saved = (write - read) * likelyBest;
        double flat = saved <= 0 ? Double.POSITIVE_INFINITY : (read + (write - read) * (1 - likelyBest)) / saved;
        double peak = peak(flat);
        return new CacheHits(
                callsPerDay, Formula.number(lifeSeconds), best, flat, peak, peak * (flat + Math.exp(-peak)));
    }

    BigDecimal share(ValuePoint point) {
        double windows = windows(
                callsPerDay.exact(point).doubleValue(), lifeSeconds.exact(point).doubleValue());
        return best.exact(point).multiply(BigDecimal.valueOf(hits(windows, Math.exp(-windows))));
    }

    int steps(ColumnProgram.Builder into) {
        int lived = into.step(ColumnStep.WINDOWS, callsPerDay.compile(into), lifeSeconds.compile(into));
        int random = into.step(ColumnStep.FADE, lived, lived);
        int found = into.step(ColumnStep.HITS, lived, random, this);
        return into.step(ColumnStep.MULTIPLY, found, best.compile(into));
    }

    String written(ValuePoint point) {
        double windows = windows(
                callsPerDay.exact(point).doubleValue(), lifeSeconds.exact(point).doubleValue());
        String lived = callsPerDay.factorText(point) + " × " + lifeSeconds.factorText(point) + " seconds / 86,400";
        String missed = windows > peak && kept(windows) > Math.exp(-windows)
                ? "(" + shown(peak) + " × (" + shown(flat) + " + e^(-" + shown(peak) + ")) / (" + lived + ") - "
                        + shown(flat) + " reading against what a hit saves)"
                : "e^(-" + lived + ")";
        return best.factorText(point) + " × (1 - " + missed + ")";
    }

    /** The share where the cache is always warm, with so many calls in the life of an entry, of which so large a share would miss by chance. */
    double hits(double windows, double random) {
        return 1 - (windows > peak ? Math.max(random, kept(windows)) : random);
    }

    /** Misses at which so many calls cost in all what they cost at the peak. */
    private double kept(double windows) {
        return most / windows - flat;
    }

    /** Calls in the life of an entry. */
    static double windows(double calls, double life) {
        return (calls > 0 ? calls : 0) * life / SECONDS_PER_DAY;
    }

    /** Where the cost of x calls, x (flat + e^(-x)), is at its first peak. */
    private static double peak(double flat) {
        if (flat >= Math.exp(-2)) {
            return Double.POSITIVE_INFINITY;
        }
        double low = 1;
        double high = 2;
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            if (Math.exp(-middle) * (middle - 1) < flat) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static String shown(double value) {
        return NumberFormat.number(BigDecimal.valueOf(value).round(SHOWN));
    }
}
