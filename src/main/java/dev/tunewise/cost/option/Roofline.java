package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.CostInput;
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

    private Roofline() {}

    /** Input and output tokens a second of so many GPUs. */
    static Formula tokensPerSecond(CostContext context, OpenModel model, GpuSpec spec, int count, CallTokens tokens) {
        String on = " on " + count + " × " + spec.gpu();
        Formula gpus = Formula.number(count);
        Formula peak = context.parameter("roofline_efficiency");
        Formula atOnce = context.parameter("gpu_requests_at_once");
        Formula held = new Named(
                "tokens a request",
                CostInput.Kind.COUNT,
                Formula.larger(Formula.sum(tokens.input(), tokens.output()), Formula.number(1)));
        Named reading = new Named(
                "prompt tokens a second read" + on,
                CostInput.Kind.COUNT,
                Formula.product(gpus, figure(spec.bf16Tflops(), "TFLOPS of a " + spec.gpu()), THOUSAND, peak)
                        .over(Formula.product(
                                Formula.number(2), figure(model.activeBillion(), "billion parameters at work"))));
        Formula moved = Formula.sum(
                figure(gigabytes(LoraMath.weightBytes(model)), "GB of weights"),
                Formula.product(
                        atOnce, figure(gigabytes(LoraMath.cacheBytesPerToken(model)), "GB of cache a token"), held));
        Named writing = new Named(
                "answer tokens a second written" + on,
                CostInput.Kind.COUNT,
                Formula.smaller(
                        Formula.product(
                                        atOnce,
                                        gpus,
                                        figure(spec.memoryTbPerSecond(), "TB a second of a " + spec.gpu()),
                                        THOUSAND,
                                        peak)
                                .over(moved),
                        reading));
        return new Named(
                "tokens a second" + on,
                CostInput.Kind.COUNT,
                held.over(Formula.sum(
                        held.minus(tokens.output()).over(reading),
                        tokens.output().over(writing))));
    }

    static Formula figure(BigDecimal value, String name) {
        return new Named(name, CostInput.Kind.COUNT, new Constant(value));
    }

    private static BigDecimal gigabytes(double bytes) {
        return BigDecimal.valueOf(bytes / 1e9).round(SIX_DIGITS);
    }
}
