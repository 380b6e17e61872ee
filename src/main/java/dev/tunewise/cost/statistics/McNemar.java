package dev.tunewise.cost.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * McNemar's test: two systems that answered the same items. Only items on which they differ count.
 *
 * @param onlySecond items that only the second system got right
 * @param onlyFirst items that only the first got right
 * @param exact whether the exact binomial test was used (under 25 such items)
 * @param chiSquared the corrected statistic
 * @param p the chance of a difference at least this large if neither were better
 */
public record McNemar(int onlySecond, int onlyFirst, boolean exact, double chiSquared, double p) {
    private static final int EXACT_BELOW = 25;
    private static final ChiSquaredDistribution CHI_SQUARED = ChiSquaredDistribution.of(1);

    /** The test for two counts of 0 or more. */
    public static McNemar of(int onlySecond, int onlyFirst) {
        if (onlySecond < 0 || onlyFirst < 0) {
            throw new IllegalArgumentException("Counts are 0 or more, found " + onlySecond + " and " + onlyFirst);
        }
        int differing = onlySecond + onlyFirst;
        double gap = Math.max(0, Math.abs(onlySecond - onlyFirst) - 1);
        double statistic = differing == 0 ? 0 : gap * gap / differing;
        boolean exact = differing < EXACT_BELOW;
        double p =
                exact ? exactP(differing, Math.min(onlySecond, onlyFirst)) : CHI_SQUARED.survivalProbability(statistic);
        return new McNemar(onlySecond, onlyFirst, exact, statistic, p);
    }

    /** Says whether one system is better, at 5 %. */
    public boolean shows() {
        return p < Proportions.ALPHA;
    }

    private static double exactP(int differing, int fewer) {
        return differing == 0
                ? 1
                : Math.min(1, 2 * BinomialDistribution.of(differing, 0.5).cumulativeProbability(fewer));
    }
}
