package dev.tunewise.reading.encoder;

import java.util.ArrayList;
import java.util.List;

/**
 * What was learned of the kinds of question.
 *
 * @param center mean of the example questions' vectors; empty where there are no examples
 * @param columns one softmax with a column for each kind
 */
record LearnedQuestions(float[] center, SoftmaxColumns columns) {
    /** Directions are short; spread, they are learned faster. */
    private static final float SPREAD = 10;

    static LearnedQuestions learn(QuestionLines examples, SentenceEncoder encoder) {
        if (examples.lines().isEmpty()) {
            return new LearnedQuestions(new float[0], new SoftmaxColumns(new int[] {0}, new float[0][]));
        }
        List<float[]> encoded = examples.lines().stream().map(encoder::encode).toList();
        float[] center = ChoiceLearner.mean(encoded);
        List<float[]> targets = new ArrayList<>();
        for (int kind : examples.asked()) {
            float[] target = new float[examples.kinds().size()];
            target[kind] = 1;
            targets.add(target);
        }
        return new LearnedQuestions(
                center,
                SoftmaxTrainer.learn(
                        new int[] {0, examples.kinds().size()},
                        encoded.stream()
                                .map(vector -> direction(vector, center))
                                .toList(),
                        targets));
    }

    boolean isEmpty() {
        return center.length == 0;
    }

    /** The probability of each kind, by one sentence. */
    float[] probabilities(float[] vector) {
        return columns.probabilities(direction(vector, center));
    }

    /** The probability of each kind, by the middle of several sentences. */
    float[] together(List<float[]> vectors) {
        float[] middle = new float[center.length];
        for (float[] vector : vectors) {
            float[] direction = direction(vector, center);
            for (int i = 0; i < middle.length; i++) {
                middle[i] += direction[i];
            }
        }
        return columns.probabilities(direction(middle, new float[center.length]));
    }

    /** Where a vector lies as seen from a center, always equally far away. */
    private static float[] direction(float[] vector, float[] center) {
        float[] direction = new float[vector.length];
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            direction[i] = vector[i] - center[i];
            square += direction[i] * direction[i];
        }
        float length = (float) Math.max(1e-9, Math.sqrt(square));
        for (int i = 0; i < vector.length; i++) {
            direction[i] *= SPREAD / length;
        }
        return direction;
    }
}
