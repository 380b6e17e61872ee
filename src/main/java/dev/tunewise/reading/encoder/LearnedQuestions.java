package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Flow;
import java.util.List;

/**
 * The vectors of the example questions, as seen from their center.
 *
 * @param asked the center; empty where there are no examples
 * @param lines directions of the example questions, each number a byte
 */
record LearnedQuestions(float[] asked, byte[][] lines) {
    static LearnedQuestions learn(Flow flow, SentenceEncoder encoder) {
        List<float[]> lines =
                QuestionLines.of(flow).lines().stream().map(encoder::encode).toList();
        if (lines.isEmpty()) {
            return new LearnedQuestions(new float[0], new byte[0][]);
        }
        float[] asked = ChoiceLearner.mean(lines);
        return new LearnedQuestions(
                asked,
                lines.stream()
                        .map(line -> LearnedChoices.bytes(direction(line, asked)))
                        .toArray(byte[][]::new));
    }

    boolean isEmpty() {
        return asked.length == 0;
    }

    /** Where a vector lies as seen from a center, always equally far away. */
    static float[] direction(float[] vector, float[] center) {
        float[] direction = new float[vector.length];
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            direction[i] = vector[i] - center[i];
            square += direction[i] * direction[i];
        }
        float length = (float) Math.max(1e-9, Math.sqrt(square));
        for (int i = 0; i < vector.length; i++) {
            direction[i] /= length;
        }
        return direction;
    }
}
