package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.cost.workload.CallTokens;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.price.name.OwnGpuName;
import dev.tunewise.price.offer.GpuSpec;
import dev.tunewise.price.offer.OpenModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * GPUs that hold one copy of a model.
 *
 * @param price dollars per GPU and hour
 * @param throughput tokens a second, input and output together
 * @param throughputBasis where the throughput comes from
 * @param memory what has to fit
 */
record GpuSet(String gpu, int count, Formula price, Formula throughput, String throughputBasis, Memory memory) {
    private static final double USABLE = 0.9;
    private static final int[] COUNTS = {1, 2, 4};
    /** Measured throughput that somebody may set, by model and GPUs. */
    private static final Map<String, String> MEASURED = Map.of(
            "llama-3.1-8b:H100:1", "serving_tokens_per_s_8b_h100",
            "llama-3.3-70b:H100:2", "serving_tokens_per_s_70b_2xh100");

    /** What has to fit into the memory of a set. `weights`: bytes of weights. `cache`: bytes of keys and values. */
    record Memory(String format, double weights, double cache) {
        String text() {
            return gigabytes(weights) + " GB for weights (" + format + ") and " + gigabytes(cache)
                    + " GB for the cache";
        }

        private static String gigabytes(double bytes) {
            return BigDecimal.valueOf(Math.round(bytes / 1e8)).movePointLeft(1).toPlainString();
        }
    }

    /** The smallest set of each wanted kind of GPU that holds weights and cache. */
    static List<GpuSet> fitting(CostContext context, OpenModel model, CallTokens tokens, Predicate<String> wanted) {
        List<GpuSet> sets = new ArrayList<>();
        Memory memory = memory(context, model, tokens);
        double bytes = memory.weights() + memory.cache();
        for (GpuSpec spec : context.catalogue.gpuSpecs()) {
            for (int count : COUNTS) {
                if (wanted.test(spec.gpu()) && bytes <= usable(spec, count)) {
                    sets.add(set(context, model, spec, count, tokens, memory));
                    break;
                }
            }
        }
        return sets;
    }

    /** The same for a model that a team serves already, on the GPUs that it named, so that it fits somehow: on as many of the largest as that takes. */
    static List<GpuSet> serving(CostContext context, OpenModel model, CallTokens tokens) {
        String said = context.facts.choice("model").orElse("");
        List<GpuSpec> all = context.catalogue.gpuSpecs();
        List<GpuSpec> named =
                all.stream().filter(spec -> OwnGpuName.names(said, spec.gpu())).toList();
        List<GpuSpec> there = named.isEmpty() ? all : named;
        List<GpuSet> usual = fitting(
                context,
                model,
                tokens,
                gpu -> there.stream().anyMatch(spec -> spec.gpu().equals(gpu)));
        if (!usual.isEmpty()) {
            return usual;
        }
        GpuSpec largest = there.stream()
                .max(Comparator.comparingDouble(GpuSpec::memoryGb))
                .orElseThrow();
        Memory memory = memory(context, model, tokens);
        int count = (int) Math.ceil((memory.weights() + memory.cache()) / usable(largest, 1));
        return List.of(set(context, model, largest, count, tokens, memory));
    }

    private static Memory memory(CostContext context, OpenModel model, CallTokens tokens) {
        double atOnce = context.facts.parameters().likely("gpu_requests_at_once");
        double cache = atOnce * (tokens.likelyInput() + tokens.likelyOutput()) * LoraMath.cacheBytesPerToken(model);
        return new Memory(model.weightFormat(), LoraMath.weightBytes(model), cache);
    }

    private static double usable(GpuSpec spec, int count) {
        return USABLE * count * spec.memoryGb() * 1e9;
    }

    GpuSet at(Formula other) {
        return new GpuSet(gpu, count, other, throughput, throughputBasis, memory);
    }

    String title() {
        return count + " × " + gpu + " a replica";
    }

    private static GpuSet set(
            CostContext context, OpenModel model, GpuSpec spec, int count, CallTokens tokens, Memory memory) {
        Optional<CostParameter> measured = Optional.ofNullable(
                        MEASURED.get(model.id() + ":" + spec.gpu() + ":" + count))
                .map(context.facts.parameters()::get)
                .filter(parameter -> parameter.basis() == FigureBasis.GIVEN);
        Formula throughput = measured.<Formula>map(parameter -> context.parameter(parameter.key()))
                .orElseGet(() -> context.once(
                        "roofline:"
                                + List.of(model.id(), spec.gpu(), count, tokens.likelyInput(), tokens.likelyOutput()),
                        () -> Roofline.tokensPerSecond(context, model, spec, count, tokens)));
        String basis = measured.isPresent()
                ? measured.get().source()
                : "a roofline from the GPU's data sheet (" + spec.source() + "), not measured";
        return new GpuSet(spec.gpu(), count, GpuPricing.of(context, spec.gpu()), throughput, basis, memory);
    }
}
