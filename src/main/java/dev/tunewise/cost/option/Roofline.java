package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.Formula.Constant;
import dev.tunewise.cost.formula.Formula.Named;
import dev.tunewise.cost.workload.CallTokens;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.price.offer.GpuSpec;
import dev.tunewise.price.offer.OpenModel;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a set of GPUs can do: reading the prompt is held back by arithmetic, writing the answer by memory bandwidth. As formulas, so that every
 * figure is shown and varied.
 */
final class Roofline {
    private static final Formula THOUSAND = Formula.number(1000);
    private static final MathContext SIX_DIGITS = new MathContext(6);

    /** Input and output tokens a second of so many GPUs. */
    static Formula tokensPerSecond(CostContext context, OpenModel model, GpuSpec spec, int count, CallTokens tokens) {
        String on = " on " + count + " " + spec.gpu();
        Formula gpus = Formula.number(count);
        Formula peak = context.parameter("roofline_efficiency");
        Formula atOnce = context.parameter("gpu_requests_at_once");
        Formula held = Formula.sum(tokens.input(), tokens.output()).atLeast(1).counted("tokens a request");
        Formula work = Formula.product(Formula.number(2), figure(model.activeBillion(), "billion parameters at work"));
        Named reading = Formula.product(gpus, figure(spec.bf16Tflops(), "TFLOPS of a " + spec.gpu()), THOUSAND, peak)
                .over(work)
                .counted("prompt tokens a second read" + on);
        Formula moved = Formula.sum(
                figure(gigabytes(LoraMath.weightBytes(model)), "GB of weights"),
                Formula.product(
                        atOnce, figure(gigabytes(LoraMath.cacheBytesPerToken(model)), "GB of cache a token"), held));
        Formula bandwidth = Formula.product(
                atOnce, gpus, figure(spec.memoryTbPerSecond(), "TB a second of a " + spec.gpu()), THOUSAND, peak);
        Named writing = Formula.smaller(bandwidth.over(moved), reading).counted("answer tokens a second written" + on);
        Formula seconds = Formula.sum(
                held.minus(tokens.output()).over(reading), tokens.output().over(writing));
        return held.over(seconds).counted("tokens a second" + on);
    }

    static Formula figure(BigDecimal value, String name) {
        return new Constant(value).counted(name);
    }

    private static BigDecimal gigabytes(double bytes) {
        return BigDecimal.valueOf(bytes / 1e9).round(SIX_DIGITS);
    }
}
