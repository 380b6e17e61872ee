package dev.tunewise.reading.encoder;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was learned from the examples of a flow.
 *
 * @param center mean of the examples' vectors
 * @param vectors of the lines, each number a byte
 * @param told what people tell that points to a cause
 */
public record LearnedChoices(
        String hash,
        float[] center,
        SoftmaxColumns columns,
        List<Calibration> calibrations,
        byte[][] vectors,
        LearnedQuestions questions,
        LearnedQuestions told) {
    /** Vectors of sentences lie close together; spread, they are learned faster. */
    private static final float SPREAD = 8;

    /** Numbers of vectors are small: seldom over a quarter. */
    private static final float BYTES = 127 / 0.35f;

    /** Vectors have the length 1 and lines about that of {@link #BYTES}, so a sum of products stays below 2³¹. */
    private static final float WHOLE = 1 << 20;

    /** A vector as the columns take it. */
    static float[] centered(float[] vector, float[] center) {
        float[] centered = new float[vector.length];
        for (int i = 0; i < centered.length; i++) {
            centered[i] = (vector[i] - center[i]) * SPREAD;
        }
        return centered;
    }

    static byte[] bytes(float[] vector) {
        byte[] bytes = new byte[vector.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.max(-127, Math.min(127, Math.round(vector[i] * BYTES)));
        }
        return bytes;
    }

    /** A vector in whole numbers, as exact as it is itself: thousands of lines are compared with it, and whole numbers are compared faster. */
    static int[] whole(float[] vector) {
        int[] whole = new int[vector.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = Math.round(vector[i] * WHOLE);
        }
        return whole;
    }

    /** How alike a sentence is to each line; higher is nearer. */
    float[] likenesses(float[] vector) {
        return likenesses(whole(vector), vectors);
    }

    /**
     * The same for each of some lines. Four at once, so that each number of the vector is fetched once for them: the compiler that the
     * service runs with does not see to it, and it takes two thirds of the time.
     */
    static float[] likenesses(int[] whole, byte[][] lines) {
        int last = lines.length - 1;
        float[] likenesses = new float[lines.length];
        for (int line = 0; line <= last; line += 4) {
            int second = Math.min(line + 1, last);
            int third = Math.min(line + 2, last);
            int fourth = Math.min(line + 3, last);
            byte[] a = lines[line];
            byte[] b = lines[second];
            byte[] c = lines[third];
            byte[] d = lines[fourth];
            int sumA = 0;
            int sumB = 0;
            int sumC = 0;
            int sumD = 0;
            for (int i = 0; i < whole.length; i++) {
                int number = whole[i];
                sumA += number * a[i];
                sumB += number * b[i];
                sumC += number * c[i];
                sumD += number * d[i];
            }
            likenesses[line] = sumA / (WHOLE * BYTES);
            likenesses[second] = sumB / (WHOLE * BYTES);
            likenesses[third] = sumC / (WHOLE * BYTES);
            likenesses[fourth] = sumD / (WHOLE * BYTES);
        }
        return likenesses;
    }

    /** How alike two lines are, on the same scale. */
    float likeness(int line, int other) {
        int sum = 0;
        byte[] one = vectors[line];
        byte[] two = vectors[other];
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * two[i];
        }
        return sum / (BYTES * BYTES);
    }

    float[] probabilities(float[] vector) {
        return columns.probabilities(centered(vector, center));
    }

    /**
     * How likely a proposal is right. In long posts every sentence comes near to something: what counts most is whether its lines are nearer
     * than all others, how many of the nearest state it, and whether other words of the message come near to it too; the softmax and the words
     * count a little. The weights are fitted to what came near in 271 posts and situations, those that are held back left out, and in 150 sentences of
     * others that were put into such (2026-11-30).
     */
    static final class Likelihood {
        /** From here on it is proposed. */
        static final double LEAST = 0.36;

        /** From here on it answers an open question. */
        static final double SURE = 0.9;

        /** So many of the nearest lines are looked at. */
        static final int NEAREST = 10;

        private static final double NONE = -2.4;
        private static final double AGAIN = 0.76;
        private static final double SHARE = 2.1;
        private static final double MARGIN = 15.4;
        private static final double LENGTH = 0.58;
        private static final double SOFTMAX = 0.4;
        private static final int MOST_AGAIN = 2;
        private static final double CROWD = 0.32;
        private static final double ALONE = 0.3;
        private static final double USUAL_WORDS = 20;
        private static final int SHORT_WORDS = 12;

        private Likelihood() {}

        /**
         * The log-odds of one segment.
         *
         * @param share of the nearest lines that state the value
         * @param margin by how much the nearest line of the value is nearer than the nearest other
         * @param words how many it has
         * @param softmax its probability there, as a part of the threshold
         */
        static double odds(double share, double margin, int words, double softmax) {
            return NONE + SHARE * share + MARGIN * margin + LENGTH * Math.log(words + 1) + SOFTMAX * Math.log(softmax);
        }

        /** Whether a message of so many words is a sentence or two, and no post. */
        static boolean isAlone(int words) {
            return words <= USUAL_WORDS;
        }

        /**
         * How much a message of so many words speaks against each: the more it has, the more of them come near to something by chance, and
         * around a short sentence alone nothing tells that it is meant as it sounds.
         */
        static double crowd(int words) {
            return words <= SHORT_WORDS ? ALONE : CROWD * Math.log(Math.max(1, words / USUAL_WORDS));
        }

        /** How likely it is. `worth`: what the doubts about it leave of it. `others`: how many other segments come near to the same. */
        static double of(double odds, double worth, int others) {
            return 1 / (1 + Math.exp(-odds - Math.log(worth) - AGAIN * Math.min(MOST_AGAIN, others)));
        }
    }

    /** How near a segment is to every example line. */
    static final class NearLines {
        private final float[] likeness;
        private final int[] nearest;

        NearLines(LearnedChoices learned, float[] vector) {
            likeness = learned.likenesses(vector);
            nearest = nearest(likeness);
        }

        /** The few nearest of thousands, without sorting them all for each segment. */
        private static int[] nearest(float[] likeness) {
            int[] nearest = new int[Math.min(Likelihood.NEAREST, likeness.length)];
            int found = 0;
            for (int line = 0; line < likeness.length; line++) {
                if (found == nearest.length && likeness[line] <= likeness[nearest[found - 1]]) {
                    continue;
                }
                int place = found < nearest.length ? found++ : found - 1;
                while (place > 0 && likeness[line] > likeness[nearest[place - 1]]) {
                    nearest[place] = nearest[place - 1];
                    place--;
                }
                nearest[place] = line;
            }
            return nearest;
        }

        /** These lines, the nearest first. */
        List<Integer> first(IntStream lines) {
            return lines.boxed()
                    .sorted(Comparator.<Integer, Float>comparing(line -> likeness[line])
                            .reversed())
                    .toList();
        }

        /** What part of the nearest of all lines is among these. */
        double share(int[] some) {
            return Arrays.stream(nearest)
                            .filter(line -> Arrays.binarySearch(some, line) >= 0)
                            .count()
                    / (double) Likelihood.NEAREST;
        }

        /** By how much the nearest of these is nearer than the nearest other line. */
        double margin(int[] some) {
            double own = -1;
            double other = -1;
            for (int line = 0; line < likeness.length; line++) {
                if (Arrays.binarySearch(some, line) >= 0) {
                    own = Math.max(own, likeness[line]);
                } else {
                    other = Math.max(other, likeness[line]);
                }
            }
            return own - other;
        }
    }
}
