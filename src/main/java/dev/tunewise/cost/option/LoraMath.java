package dev.tunewise.cost.option;

import dev.tunewise.price.offer.OpenModel;

/** Sizes and compute of adapters on open weights. */
public final class LoraMath {
    private static final double SECONDS_PER_HOUR = 3600;
    /** Floating point operations per parameter and token for an adapter: forward and backward without weight gradients. */
    public static final int FLOPS_LORA = 4;
    /** The same for full training. */
    public static final int FLOPS_FULL = 6;

    private LoraMath() {}

    public static double weightBytes(OpenModel model) {
        return model.paramsBillion().doubleValue() * 1e9 * model.weightBytes().doubleValue();
    }

    /** Bytes of keys and values that one token of context takes, at two bytes each. */
    public static double cacheBytesPerToken(OpenModel model) {
        return 2.0 * model.layers() * model.kvHeads() * model.headDim() * 2;
    }

    /**
     * GPU hours to train.
     *
     * @param tokens training tokens, epochs included
     * @param flopsPerParameter {@link #FLOPS_LORA} or {@link #FLOPS_FULL}
     * @param peakTflops peak of the GPU
     * @param utilisation share of the peak that is reached, above 0
     */
    public static double trainingHours(
            double paramsBillion, double tokens, int flopsPerParameter, double peakTflops, double utilisation) {
        return flopsPerParameter * paramsBillion * 1e9 * tokens / (peakTflops * 1e12 * utilisation * SECONDS_PER_HOUR);
    }
}
