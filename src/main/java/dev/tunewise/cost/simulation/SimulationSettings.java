package dev.tunewise.cost.simulation;

/**
 * @param samples how many, 100 to 1,000,000
 * @param seed the same seed gives the same figures
 * @param stratified whether each input has one value from each equal part of its distribution and, for a power of two, the weightiest are spread evenly
 *     together too, so that few samples do
 */
public record SimulationSettings(int samples, long seed, boolean stratified) {
    /** What the product uses: spread evenly, these few err less than 10,000 plain ones. */
    public static final SimulationSettings STANDARD = new SimulationSettings(1024, 20_261_120L, true);

    /** Few samples, spread evenly, at a fraction of the time. */
    public static SimulationSettings rough(int samples) {
        return new SimulationSettings(samples, STANDARD.seed(), true);
    }

    public SimulationSettings {
        if (samples < 100 || samples > 1_000_000) {
            throw new IllegalArgumentException("A simulation takes 100 to 1,000,000 samples, found " + samples);
        }
    }
}
