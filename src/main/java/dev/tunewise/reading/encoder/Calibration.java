package dev.tunewise.reading.encoder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the held-out examples of a fact say about its probabilities.
 *
 * @param threshold raw probability from which a value is proposed: the lowest at which {@link #TARGET} of the held-out proposals were right
 * @param precision share of right ones among the held-out proposals
 * @param recall share of the held-out examples that were proposed rightly
 */
public record Calibration(float threshold, float precision, float recall) {
    /** How many of the proposals are meant to be right. */
    static final double TARGET = 0.64;

    private static final float LEAST = 0.10f;
    private static final float MOST = 0.60f;

    /** So many proposals of all facts together steady the few of one. */
    private static final double STEADY = 20;

    /** A held-out example. */
    record Guess(float probability, boolean right) {}

    /** What the guesses at examples of one fact say, steadied by those of all facts. */
    static Calibration of(List<Guess> guesses, long stating, float pooled) {
        float own = cut(guesses);
        double weight =
                guesses.stream().filter(guess -> guess.probability() >= own).count();
        float threshold = Math.clamp((float) ((own * weight + pooled * STEADY) / (weight + STEADY)), LEAST, MOST);
        List<Guess> proposals = guesses.stream()
                .filter(guess -> guess.probability() >= threshold)
                .toList();
        long proposed = proposals.size();
        long right = proposals.stream().filter(Guess::right).count();
        return new Calibration(
                threshold, proposed == 0 ? 0 : (float) right / proposed, stating == 0 ? 0 : (float) right / stating);
    }

    /** The lowest probability from which on the target share of the guesses is right. */
    static float cut(List<Guess> guesses) {
        List<Guess> sorted = new ArrayList<>(guesses);
        sorted.sort(Comparator.comparing(Guess::probability).reversed());
        float cut = 1;
        int right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            if (right >= TARGET * (i + 1)) {
                cut = sorted.get(i).probability();
            }
        }
        return cut;
    }
}
