package dev.tunewise.cost.simulation;

import dev.tunewise.cost.simulation.SimulationResult.Quantiles;

/**
 * The 10th, 50th and 90th percentile of many values: of each, the smallest value that is not below that share of them. They are selected (Hoare's
 * FIND), which takes a fraction of putting all values in order. Infinite values stay above all others.
 */
public final class Percentiles {
    /** The three percentiles of values that are not NaN. */
    public static Quantiles of(double[] values) {
        return inPlace(values.clone());
    }

    /** Half of the values are at most this; they may lose their order. */
    public static double median(double[] left) {
        int middle = rank(0.5, left.length);
        select(left, 0, left.length - 1, middle);
        return left[middle];
    }

    /** The same where the values may lose their order. */
    static Quantiles inPlace(double[] left) {
        int last = left.length - 1;
        int low = rank(0.1, left.length);
        int middle = rank(0.5, left.length);
        int high = rank(0.9, left.length);
        select(left, 0, last, middle);
        select(left, 0, middle, low);
        select(left, middle, last, high);
        return new Quantiles(left[low], left[middle], left[high]);
    }

    /** How many values stand before the percentile in order. */
    private static int rank(double share, int count) {
        return (int) Math.ceil(share * count) - 1;
    }

    /** Moves values until those before a place are at most the one there and those behind it at least. */
    private static void select(double[] values, int first, int last, int place) {
        int from = first;
        int to = last;
        while (from < to) {
            double split = values[place];
            int up = from;
            int down = to;
            while (up <= down) {
                while (values[up] < split) {
                    up++;
                }
                while (values[down] > split) {
                    down--;
                }
                if (up <= down) {
                    double larger = values[up];
                    values[up] = values[down];
                    values[down] = larger;
                    up++;
                    down--;
                }
            }
            from = down < place ? up : from;
            to = place < up ? down : to;
        }
    }
}
