package dev.tunewise.cost.simulation;

/**
 * How to simulate.
 *
 * @param samples how many, 100 to 1,000,000
 * @param seed the same seed gives the same figures
 */
public record SimulationSettings(int samples, long seed) {
    /** What the product uses. */
    public static final SimulationSettings STANDARD = new SimulationSettings(10_000, 20_261_120L);

    public SimulationSettings {
        if (samples < 100 || samples > 1_000_000) {
            throw new IllegalArgumentException("A simulation takes 100 to 1,000,000 samples, found " + samples);
        }
    }
}
