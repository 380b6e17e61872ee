package dev.tunewise.advice.result;

import java.util.List;

/**
 * What the simulation says of an option: the 10th, 50th and 90th percentile of each figure.
 *
 * @param saving over the horizon against what is done today
 * @param total everything over the horizon
 * @param payback months; infinite for never
 * @param paybackWithinHorizon share of cases that pay back within the horizon, 0 to 1
 */
public record SimulatedCosts(Quantiles saving, Quantiles total, Quantiles payback, double paybackWithinHorizon) {
    /**
     * @param p10 one case in ten is at most this
     * @param p50 half of them are
     * @param p90 nine in ten are
     * @param texts the three, written
     */
    public record Quantiles(double p10, double p50, double p90, List<String> texts) {
        public String text() {
            return String.join(" / ", texts);
        }
    }
}
