package dev.tunewise.reading.encoder;

import java.util.List;

/** Fits how often a guess of a given probability is right: a straight line between log-odds, after Platt. */
final class ProbabilityLine {
    private static final int ROUNDS = 400;
    private static final double RATE = 0.5;
    private static final float LEAST = 0.05f;

    private ProbabilityLine() {}

    /** Slope and shift. */
    static float[] through(List<Calibration.Guess> guesses) {
        List<Calibration.Guess> some =
                guesses.stream().filter(guess -> guess.probability() >= LEAST).toList();
        double slope = 1;
        double shift = 0;
        for (int round = 0; round < ROUNDS && !some.isEmpty(); round++) {
            double bySlope = 0;
            double byShift = 0;
            for (Calibration.Guess guess : some) {
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
