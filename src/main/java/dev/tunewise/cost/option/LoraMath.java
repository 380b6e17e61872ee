package dev.tunewise.cost.option;

import dev.tunewise.price.offer.OpenModel;

/** Sizes and compute of adapters on open weights. */
public final class LoraMath {
    /** Floating point operations per parameter and token for an adapter: forward and backward without weight gradients. */
    public static final int FLOPS_LORA = 4;

    public static double weightBytes(OpenModel model) {
        return model.paramsBillion().doubleValue() * 1e9 * model.weightBytes().doubleValue();
    }

    /** Bytes of keys and values that one token of context takes, at two bytes each. */
    public static double cacheBytesPerToken(OpenModel model) {
        return 2.0 * model.layers() * model.kvHeads() * model.headDim() * 2;
    }
}
