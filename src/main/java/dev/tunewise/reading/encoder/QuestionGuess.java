package dev.tunewise.reading.encoder;

import java.util.List;
import java.util.Optional;

/**
 * Finds the kind of question that a message puts: by all its sentences together and by each alone, since a post tells its trouble before it
 * asks. A sentence that asks nothing in particular ("should we fine-tune?") has little say.
 */
record QuestionGuess(List<String> kinds, LearnedQuestions learned) {
    /**
     * Measured on fifty posts that nobody wrote examples for: from here on nine of ten were right, between a quarter and this only four of eleven. What is
     * less sure is left to the words of a post.
     */
    private static final float ENOUGH = 0.5f;

    /** A kind of question. `probability`: from 0 to 1. `place`: of the sentence that says it most. */
    record Match(String kind, float probability, int place) {}

    /** The kind of question that the sentences put together; empty where none is likely enough, or the general one. */
    Optional<Match> of(List<float[]> sentences) {
        return sentences.isEmpty() || learned.isEmpty()
                ? Optional.empty()
                : Optional.of(likeliest(sentences))
                        .filter(match ->
                                match.probability() >= ENOUGH && !match.kind().equals(kinds.getFirst()));
    }

    private Match likeliest(List<float[]> sentences) {
        List<float[]> alone = sentences.stream().map(learned::probabilities).toList();
        float[] together = learned.together(sentences);
        float[] both = new float[together.length];
        float sum = 0;
        int best = 0;
        for (int kind = 0; kind < both.length; kind++) {
            both[kind] = (float) Math.sqrt(together[kind] * averaged(alone, kind));
            sum += both[kind];
            best = both[kind] > both[best] ? kind : best;
        }
        return new Match(kinds.get(best), both[best] / sum, most(alone, best));
    }

    /** The mean over the sentences, each weighed by how little it is the general question. */
    private static float averaged(List<float[]> alone, int kind) {
        float sum = 0;
        float weights = 1e-6f;
        for (float[] each : alone) {
            float weight = alone.size() == 1 ? 1 : 1 - each[0];
            sum += weight * each[kind];
            weights += weight;
        }
        return sum / weights;
    }

    private static int most(List<float[]> alone, int kind) {
        int most = 0;
        for (int place = 1; place < alone.size(); place++) {
            most = alone.get(place)[kind] > alone.get(most)[kind] ? place : most;
        }
        return most;
    }
}
