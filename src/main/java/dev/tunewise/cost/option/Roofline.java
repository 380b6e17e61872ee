package dev.tunewise.cost.option;

import dev.tunewise.price.offer.GpuSpec;
import dev.tunewise.price.offer.OpenModel;

/**
 * What a set of GPUs can do at most: decoding is held back by memory bandwidth, reading the prompt by arithmetic.
 *
 * @param model the model served
 * @param spec one GPU
 * @param count how many of them
 * @param atOnce requests in memory at once
 */
record Roofline(OpenModel model, GpuSpec spec, int count, double atOnce) {

    /** Input and output tokens a second, at a share of the peak between 0 and 1. */
    double tokensPerSecond(double input, double output, double efficiency) {
        double parameters = model.paramsBillion().doubleValue() * 1e9;
        double compute = count * spec.bf16Tflops().doubleValue() * 1e12 * efficiency / (2 * parameters);
        double bytes = LoraMath.weightBytes(model) + atOnce * LoraMath.cacheBytesPerToken(model) * (input + output);
        double bandwidth = count * spec.memoryTbPerSecond().doubleValue() * 1e12 * efficiency;
        double decode = Math.min(atOnce * bandwidth / bytes, compute);
        double tokens = Math.max(1, input + output);
        return tokens / (Math.max(tokens - output, 0) / compute + output / decode);
    }
}
