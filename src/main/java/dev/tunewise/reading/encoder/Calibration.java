package dev.tunewise.reading.encoder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the held-out examples of a fact say about its probabilities.
 *
 * @param threshold raw probability from which a value is proposed: the lowest at which {@link #TARGET} of the held-out proposals were right
 * @param openThreshold the same where only the values of this fact compete, since it was asked for
 * @param precision share of right ones among the held-out proposals
 * @param recall share of the held-out examples that were proposed rightly
 */
public record Calibration(float threshold, float openThreshold, float precision, float recall) {
    /** How many of the proposals are meant to be right. */
    static final double TARGET = 0.64;

    /** An answer that is taken without a question is meant to be right more often. */
    static final double OPEN_TARGET = 0.92;

    private static final float LEAST = 0.10f;
    private static final float MOST = 0.60f;

    private static final int ROUNDS = 400;
    private static final double RATE = 0.5;
    private static final float FAINTEST = 0.05f;

    /** So many proposals of all facts together steady the few of one. */
    private static final double STEADY = 20;

    /** A held-out example. */
    record Guess(float probability, boolean right) {}

    /** What the guesses at examples of one fact say, steadied by those of all facts. */
    static Calibration of(List<Guess> guesses, List<Guess> open, long stating, float pooled, float pooledOpen) {
        float own = cut(guesses, TARGET);
        double weight =
                guesses.stream().filter(guess -> guess.probability() >= own).count();
        float threshold = clamp((float) ((own * weight + pooled * STEADY) / (weight + STEADY)));
        float openThreshold = Math.max(pooledOpen, cut(open, OPEN_TARGET));
        long proposed = guesses.stream()
                .filter(guess -> guess.probability() >= threshold)
                .count();
        long right = guesses.stream()
                .filter(guess -> guess.probability() >= threshold && guess.right())
                .count();
        return new Calibration(
                threshold,
                Math.min(openThreshold, 0.95f),
                proposed == 0 ? 0 : (float) right / proposed,
                stating == 0 ? 0 : (float) right / stating);
    }

    /** The lowest probability from which on the target share of the guesses is right. */
    static float cut(List<Guess> guesses, double target) {
        List<Guess> sorted = new ArrayList<>(guesses);
        sorted.sort(Comparator.comparing(Guess::probability).reversed());
        float cut = 1;
        int right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            if (right >= target * (i + 1)) {
                cut = sorted.get(i).probability();
            }
        }
        return cut;
    }

    private static float clamp(float threshold) {
        return Math.max(LEAST, Math.min(MOST, threshold));
    }

    /** Slope and shift of how often a guess of a given probability is right: a straight line between log-odds, after Platt. */
    static float[] line(List<Guess> guesses) {
        List<Guess> some = guesses.stream()
                .filter(guess -> guess.probability() >= FAINTEST)
                .toList();
        double slope = 1;
        double shift = 0;
        for (int round = 0; round < ROUNDS && !some.isEmpty(); round++) {
            double bySlope = 0;
            double byShift = 0;
            for (Guess guess : some) {
                double odds = Math.log(guess.probability() / (1.0 - Math.min(0.9999f, guess.probability())));
                double off = 1 / (1 + Math.exp(-(slope * odds + shift))) - (guess.right() ? 1 : 0);
                bySlope += off * odds;
                byShift += off;
            }
            slope -= RATE * bySlope / some.size();
            shift -= RATE * byShift / some.size();
        }
        return new float[] {(float) slope, (float) shift};
    }
}
