package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Flow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The vectors of the example questions and of the texts that answer them, each as seen from its center.
 *
 * @param asked center of the example questions; empty where there are no examples
 * @param told center of the answers
 * @param lines directions of the example questions, each number a byte
 * @param texts directions of the answers by their {@link #key}: a text that was changed since is only not found
 */
record LearnedQuestions(float[] asked, float[] told, byte[][] lines, Map<Long, byte[]> texts) {

    static LearnedQuestions learn(Flow flow, SentenceEncoder encoder) {
        List<float[]> lines =
                QuestionLines.of(flow).lines().stream().map(encoder::encode).toList();
        if (lines.isEmpty()) {
            return new LearnedQuestions(new float[0], new float[0], new byte[0][], Map.of());
        }
        Map<Long, float[]> told = new HashMap<>();
        for (QuestionLines.Told each : QuestionLines.told(flow)) {
            told.computeIfAbsent(key(each.text()), _ -> encoder.passage(each.text()));
        }
        float[] asked = ChoiceLearner.mean(lines);
        float[] center = told.isEmpty() ? asked : ChoiceLearner.mean(new ArrayList<>(told.values()));
        Map<Long, byte[]> texts = new HashMap<>();
        told.forEach((key, vector) -> texts.put(key, LearnedChoices.bytes(direction(vector, center))));
        return new LearnedQuestions(
                asked,
                center,
                lines.stream()
                        .map(line -> LearnedChoices.bytes(direction(line, asked)))
                        .toArray(byte[][]::new),
                texts);
    }

    boolean isEmpty() {
        return asked.length == 0;
    }

    /** A number for a text; two texts have the same one by bad luck only. */
    static long key(String text) {
        long key = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            key = (key ^ text.charAt(i)) * 0x100000001b3L;
        }
        return key;
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
