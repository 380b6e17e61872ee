package dev.tunewise.reading.encoder;

import java.util.List;

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
        return likenesses(whole(vector), vectors, vectors.length);
    }

    static float likeness(int[] whole, byte[] other) {
        int sum = 0;
        int i = 0;
        // By fours, for the compiler that the service runs with does not do it: two thirds of the time.
        for (int fours = whole.length - 3; i < fours; i += 4) {
            sum += whole[i] * other[i]
                    + whole[i + 1] * other[i + 1]
                    + whole[i + 2] * other[i + 2]
                    + whole[i + 3] * other[i + 3];
        }
        for (; i < whole.length; i++) {
            sum += whole[i] * other[i];
        }
        return sum / (WHOLE * BYTES);
    }

    /** The same for each of the first lines. */
    static float[] likenesses(int[] whole, byte[][] lines, int most) {
        float[] likenesses = new float[most];
        for (int line = 0; line < most; line++) {
            likenesses[line] = likeness(whole, lines[line]);
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
}
