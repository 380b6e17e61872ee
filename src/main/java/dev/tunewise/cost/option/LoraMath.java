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

    /** Parameters of an adapter of a rank on all linear layers. */
    public static long allLinear(OpenModel model, int rank) {
        long keyValue = (long) model.kvHeads() * model.headDim();
        long hidden = model.hidden();
        long attention = 2 * (hidden + hidden) + 2 * (hidden + keyValue);
        long feedForward = 3 * (hidden + (long) model.intermediate());
        return rank * (attention + feedForward) * model.layers();
    }

    /** Parameters of an adapter of a rank on the four attention matrices. */
    public static long attention(OpenModel model, int rank) {
        long keyValue = (long) model.kvHeads() * model.headDim();
        long hidden = model.hidden();
        return rank * (2 * (hidden + hidden) + 2 * (hidden + keyValue)) * (long) model.layers();
    }

    /** Parameters of an adapter of a rank on the query and value matrices. */
    public static long queryValue(OpenModel model, int rank) {
        long keyValue = (long) model.kvHeads() * model.headDim();
        long hidden = model.hidden();
        return rank * (hidden + hidden + hidden + keyValue) * (long) model.layers();
    }

    /** Megabytes of so many parameters in bf16. */
    public static double megabytes(long parameters) {
        return parameters * 2 / 1e6;
    }

    /** Bytes of weights when served. */
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
     * @param paramsBillion size of the model
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
