package dev.tunewise.cost.simulation;

import dev.tunewise.cost.simulation.SimulationResult.Quantiles;
import java.util.Arrays;

/**
 * The 10th, 50th and 90th percentile of many values: of each, the smallest value that is not below that share of them. Values are
 * counted into buckets first, so that only those in the bucket of a percentile must be put in order, which is several times as fast as
 * selecting among all. Infinite values stay above all others.
 */
public final class Percentiles {
    private static final int BUCKETS = 1024;
    private static final int FEW = 256;

    private Percentiles() {}

    /** The three percentiles of values that are not NaN. */
    public static Quantiles of(double[] values) {
        if (values.length <= FEW) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return new Quantiles(
                    sorted[rank(0.1, sorted.length)],
                    sorted[rank(0.5, sorted.length)],
                    sorted[rank(0.9, sorted.length)]);
        }
        Slice slice = Slice.of(values);
        return new Quantiles(
                slice.ranked(rank(0.1, values.length)),
                slice.ranked(rank(0.5, values.length)),
                slice.ranked(rank(0.9, values.length)));
    }

    /** How many values stand before the percentile in order. */
    private static int rank(double share, int count) {
        return (int) Math.ceil(share * count) - 1;
    }

    /**
     * Values counted into buckets.
     *
     * @param values the values
     * @param least the smallest
     * @param finite how many are not infinite
     * @param places the bucket of each value; empty where all finite ones are the same
     * @param counts how many fell into each bucket
     */
    private record Slice(double[] values, double least, int finite, char[] places, int[] counts) {
        static Slice of(double[] values) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            int finite = 0;
            for (double value : values) {
                if (value != Double.POSITIVE_INFINITY) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                    finite++;
                }
            }
            return most > least
                    ? counted(values, least, finite, (BUCKETS - 1) / (most - least))
                    : new Slice(values, least, finite, new char[0], new int[0]);
        }

        private static Slice counted(double[] values, double least, int finite, double scale) {
            char[] places = new char[values.length];
            int[] counts = new int[BUCKETS + 1];
            for (int i = 0; i < values.length; i++) {
                int place = values[i] == Double.POSITIVE_INFINITY ? BUCKETS : (int) ((values[i] - least) * scale);
                places[i] = (char) place;
                counts[place]++;
            }
            return new Slice(values, least, finite, places, counts);
        }

        double ranked(int rank) {
            if (rank >= finite) {
                return Double.POSITIVE_INFINITY;
            }
            if (places.length == 0) {
                return least;
            }
            int bucket = 0;
            int before = 0;
            while (before + counts[bucket] <= rank) {
                before += counts[bucket];
                bucket++;
            }
            double[] inside = inside(bucket);
            if (inside.length > FEW) {
                return of(inside).ranked(rank - before);
            }
            Arrays.sort(inside);
            return inside[rank - before];
        }

        private double[] inside(int bucket) {
            double[] inside = new double[counts[bucket]];
            int found = 0;
            for (int i = 0; i < places.length; i++) {
                if (places[i] == bucket) {
                    inside[found] = values[i];
                    found++;
                }
            }
            return inside;
        }
    }
}
