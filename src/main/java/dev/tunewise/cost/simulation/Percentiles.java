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
        return Slice.of(values).ranked(rank(0.1, values.length), rank(0.5, values.length), rank(0.9, values.length));
    }

    /** How many values stand before the percentile in order. */
    private static int rank(double share, int count) {
        return (int) Math.ceil(share * count) - 1;
    }

    /**
     * Values counted into buckets.
     *
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
                    least = value < least ? value : least;
                    most = value > most ? value : most;
                    finite++;
                }
            }
            return most > least
                    ? counted(values, least, finite, (BUCKETS - 1) / (most - least))
                    : new Slice(values, Arrays.stream(values).min().orElse(least), finite, new char[0], new int[0]);
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

        Quantiles ranked(int low, int middle, int high) {
            Ranked[] wanted = {rank(low), rank(middle), rank(high)};
            collect(wanted);
            return new Quantiles(wanted[0].value(), wanted[1].value(), wanted[2].value());
        }

        private Ranked rank(int rank) {
            if (rank >= finite || places.length == 0) {
                return new Ranked(-1, 0, new double[] {rank >= finite ? Double.POSITIVE_INFINITY : least});
            }
            int bucket = 0;
            int before = 0;
            while (before + counts[bucket] <= rank) {
                before += counts[bucket];
                bucket++;
            }
            return new Ranked(bucket, rank - before, new double[counts[bucket]]);
        }

        /** Puts the values of the wanted buckets into them, in one pass. */
        private void collect(Ranked[] wanted) {
            byte[] slots = new byte[BUCKETS + 1];
            for (int i = 0; i < wanted.length; i++) {
                if (wanted[i].bucket() >= 0) {
                    slots[wanted[i].bucket()] |= (byte) (1 << i);
                }
            }
            int[] found = new int[wanted.length];
            for (int at = 0; at < places.length; at++) {
                for (int left = slots[places[at]]; left != 0; left &= left - 1) {
                    int slot = Integer.numberOfTrailingZeros(left);
                    wanted[slot].inside()[found[slot]++] = values[at];
                }
            }
        }
    }

    /** The value that stands at a place in order among those of its bucket. */
    private record Ranked(int bucket, int rank, double[] inside) {
        double value() {
            if (inside.length > FEW) {
                return Slice.of(inside).ranked(rank, rank, rank).p50();
            }
            Arrays.sort(inside);
            return inside[rank];
        }
    }
}
