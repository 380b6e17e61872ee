package dev.tunewise.cost.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Statistics of shares: how sure a measured quality is, and how many items show a difference. Shares are between 0 and 1. */
public final class Proportions {
    /** Chance of seeing a difference that is not there. */
    public static final double ALPHA = 0.05;
    /** Chance of seeing a difference that is there. */
    public static final double POWER = 0.8;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Where a share probably lies. `low`: lower end, 0 to 1. `high`: upper end, 0 to 1. */
    public record Interval(double low, double high) {}

    /** The 95 % Wilson interval of a measured share; {@code items} above 0. */
    public static Interval wilson(double share, double items) {
        check(share, "share");
        if (items <= 0) {
            throw new IllegalArgumentException("An interval needs at least one item, found " + items);
        }
        double z = twoSided(ALPHA);
        double square = z * z;
        double centre = share + square / (2 * items);
        double half = z * Math.sqrt(share * (1 - share) / items + square / (4 * items * items));
        double scale = 1 + square / items;
        return new Interval(Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale));
    }

    /** Items in each of two separate sets to see the difference of two shares, at 5 % and 80 %. Infinite when they are equal. */
    public static double itemsPerSet(double one, double other) {
        check(one, "share");
        check(other, "share");
        double difference = Math.abs(one - other);
        if (difference == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double mean = (one + other) / 2;
        double root = twoSided(ALPHA) * Math.sqrt(2 * mean * (1 - mean))
                + quantile(POWER) * Math.sqrt(one * (1 - one) + other * (1 - other));
        return Math.ceil(root * root / (difference * difference) - 1e-9);
    }

    /**
     * Items that both systems must answer to see a difference, at 5 % and 80 %. Infinite when there is none.
     *
     * @param better share of items that only the second system gets right
     * @param worse share of items that only the first gets right
     */
    public static double itemsPaired(double better, double worse) {
        check(better, "share");
        check(worse, "share");
        double difference = Math.abs(better - worse);
        if (difference == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double discordant = better + worse;
        double root = twoSided(ALPHA) * Math.sqrt(discordant)
                + quantile(POWER) * Math.sqrt(discordant - difference * difference);
        return Math.ceil(root * root / (difference * difference) - 1e-9);
    }

    /**
     * Items that both systems must answer to see a rise from one quality to another, when the new system loses some items that the
     * old one got right. Two in a hundred is what the articles' own example implies.
     */
    public static double itemsPairedForGap(double now, double target) {
        return itemsPaired(Math.abs(target - now) + LOST_SHARE, LOST_SHARE);
    }

    private static final double LOST_SHARE = 0.02;

    private static double twoSided(double alpha) {
        return quantile(1 - alpha / 2);
    }

    private static double quantile(double probability) {
        return NORMAL.inverseCumulativeProbability(probability);
    }

    private static void check(double share, String what) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A " + what + " is between 0 and 1, found " + share);
        }
    }

    /** Items that show a gap between two systems that differ on such a share of them. */
    static double itemsFor(double gap, double differing) {
        return itemsPaired((differing + gap) / 2, (differing - gap) / 2);
    }

    /** The smallest gap in points, to a tenth, that so many items show; none where even the widest is not shown. */
    static double detectableGap(double items, double differing) {
        int tooSmall = 0;
        int shown = (int) Math.round(1000 * differing);
        int widest = shown;
        while (shown - tooSmall > 1) {
            int tenths = (shown + tooSmall) / 2;
            if (itemsFor(tenths / 1000.0, differing) <= items) {
                shown = tenths;
            } else {
                tooSmall = tenths;
            }
        }
        return shown == widest ? Double.NaN : shown / 10.0;
    }
}
