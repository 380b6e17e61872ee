package dev.tunewise.cost;

/** GPU hours of a training by the formula that research gives, for what is computed a second time. */
public final class TrainingHours {
    /** Operations per parameter and token for an adapter. */
    public static final int ADAPTER = 4;
    /** The same for full training. */
    public static final int FULL = 6;

    private static final double PEAK_TFLOPS = 989;
    private static final double UTILISATION = 0.35;
    private static final double SECONDS_PER_HOUR = 3600;

    private TrainingHours() {}

    /** Hours on an H100 for these training tokens, epochs included. */
    public static double of(double paramsBillion, double tokens, int flopsPerParameter) {
        return flopsPerParameter * paramsBillion * 1e9 * tokens / (PEAK_TFLOPS * 1e12 * UTILISATION * SECONDS_PER_HOUR);
    }
}
