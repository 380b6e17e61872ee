package dev.tunewise.reading.encoder;

import java.util.List;

/**
 * What was learned from the examples of a flow.
 *
 * @param center mean of the examples' vectors
 * @param slope and {@code shift}: how a raw probability becomes the share of right ones among the held-out guesses with it
 * @param vectors of the lines, each number a byte
 * @param told what people tell that points to a cause
 */
public record LearnedChoices(
        String hash,
        float[] center,
        SoftmaxColumns columns,
        List<Calibration> calibrations,
        float slope,
        float shift,
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

    /** How alike a sentence is to a line; higher is nearer. */
    float likeness(int[] whole, int line) {
        return likeness(whole, vectors[line]);
    }

    static float likeness(int[] whole, byte[] other) {
        int sum = 0;
        for (int i = 0; i < whole.length; i++) {
            sum += whole[i] * other[i];
        }
        return sum / (WHOLE * BYTES);
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

    /** A raw probability as the share of right ones that it stood for among held-out examples. */
    double calibrated(double raw) {
        double bounded = Math.max(1e-6, Math.min(1 - 1e-6, raw));
        return 1 / (1 + Math.exp(-(slope * Math.log(bounded / (1 - bounded)) + shift)));
    }
}
