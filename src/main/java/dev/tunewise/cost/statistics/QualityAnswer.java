package dev.tunewise.cost.statistics;

import dev.tunewise.cost.statistics.Proportions.Interval;
import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The answer to "is this quality really better than that one?".
 *
 * @param shown whether the difference is larger than chance explains
 * @param text the answer in words, with the figures behind it
 * @param itemsPerSet items in each of two separate sets that would show the difference
 * @param itemsPaired items that both systems must answer to show it
 */
public record QualityAnswer(boolean shown, String text, double itemsPerSet, double itemsPaired) {

    /**
     * Compares a measured quality with another figure, which is taken as measured on the same number of items.
     *
     * @param share measured share, 0 to 1
     * @param items items it was measured on, above 0
     * @param other the share to compare with, 0 to 1
     */
    public static QualityAnswer of(double share, double items, double other) {
        return of(share, items, other, items);
    }

    /** Compares two measured shares, 0 to 1, each with the items it was measured on, above 0. */
    public static QualityAnswer of(double share, double items, double other, double otherItems) {
        Interval one = Proportions.wilson(share, items);
        Interval two = Proportions.wilson(other, otherItems);
        double difference = share - other;
        boolean shown = difference != 0 && pValue(share, items, other, otherItems) < Proportions.ALPHA;
        double separate = Proportions.itemsPerSet(share, other);
        double paired = difference == 0 ? Double.POSITIVE_INFINITY : Proportions.itemsPairedForGap(other, share);
        return new QualityAnswer(shown, text(share, items, other, one, two, shown, separate, paired), separate, paired);
    }

    /** The two-sided chance of such a difference when both are equally good, for two separate sets. */
    static double pValue(double share, double items, double other, double otherItems) {
        double pooled = (share * items + other * otherItems) / (items + otherItems);
        double error = Math.sqrt(pooled * (1 - pooled) * (1 / items + 1 / otherItems));
        if (error == 0) {
            return share == other ? 1 : 0;
        }
        double z = Math.abs(share - other) / error;
        return 2 * NormalDistribution.of(0, 1).survivalProbability(z);
    }

    private static String text(
            double share,
            double items,
            double other,
            Interval one,
            Interval two,
            boolean shown,
            double separate,
            double paired) {
        String measured = percent(share) + " on " + count(items) + " items";
        String lies = measured + " means between " + percent(one.low()) + " and " + percent(one.high())
                + " (95 %, Wilson); " + percent(other) + " means between " + percent(two.low()) + " and "
                + percent(two.high()) + ".";
        if (share == other) {
            return "The two are the same. " + lies;
        }
        String better = share > other ? "better" : "worse";
        if (shown) {
            return "Yes: " + measured + " is " + better + " than " + percent(other) + ". " + lies;
        }
        return "Not shown: " + measured + " may be as good as " + percent(other) + ". " + lies
                + " To tell " + percent(share) + " from " + percent(other) + " takes about " + count(separate)
                + " items in each of two separate sets, or about " + count(paired)
                + " items that both systems answer (if the better one loses 2 % of what the other gets right).";
    }

    private static String percent(double share) {
        return NumberFormat.percent(BigDecimal.valueOf(share));
    }

    private static String count(double items) {
        return NumberFormat.number(BigDecimal.valueOf(items));
    }
}
