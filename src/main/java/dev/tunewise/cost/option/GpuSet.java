package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.PriceName;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.parameter.ParameterRange;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.money.Range;
import dev.tunewise.price.offer.GpuPrice;
import dev.tunewise.price.offer.GpuSpec;
import dev.tunewise.price.offer.OpenModel;
import dev.tunewise.price.offer.Provenance;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * GPUs that hold one copy of a model.
 *
 * @param gpu kind of GPU
 * @param count how many of them
 * @param price dollars per GPU and hour
 * @param throughput tokens a second, input and output together
 * @param throughputBasis where the throughput comes from
 * @param memory what has to fit
 */
record GpuSet(String gpu, int count, Formula price, Formula throughput, String throughputBasis, Memory memory) {
    private static final double USABLE = 0.9;
    private static final int[] COUNTS = {1, 2, 4};
    /** Throughput parameters by model size in billions, GPU and count. */
    private static final Map<String, String> POINTS = Map.of(
            "8.03:H100:1", "serving_tokens_per_s_8b_h100",
            "70.6:H100:2", "serving_tokens_per_s_70b_2xh100");

    /**
     * What has to fit into the memory of a set.
     *
     * @param format format of the weights
     * @param weights bytes of weights
     * @param cache bytes of keys and values
     */
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
    static List<GpuSet> fitting(CostContext situation, OpenModel model, Formula input, Predicate<String> wanted) {
        ValuePoint likely = ValuePoint.likely();
        double context =
                input.exact(likely).add(situation.prompt.output.exact(likely)).doubleValue();
        double weights = LoraMath.weightBytes(model);
        double cache = atOnce(situation) * context * LoraMath.cacheBytesPerToken(model);
        List<GpuSet> sets = new ArrayList<>();
        Memory memory = new Memory(model.weightFormat(), weights, cache);
        for (GpuSpec spec : situation.catalogue.gpuSpecs()) {
            for (int count : COUNTS) {
                if (wanted.test(spec.gpu()) && weights + cache <= USABLE * count * spec.memoryGb() * 1e9) {
                    sets.add(set(situation, model, spec, count, input, memory));
                    break;
                }
            }
        }
        return sets;
    }

    /** The same set at another price. */
    GpuSet at(Formula other) {
        return new GpuSet(gpu, count, other, throughput, throughputBasis, memory);
    }

    String title() {
        return count + " × " + gpu + " a replica";
    }

    /** Dollars per hour: an operator's own price, else the parameter, else the spread of the price list. */
    static Formula price(CostContext situation, String gpu) {
        return situation.once("gpu:" + gpu, () -> lookUpPrice(situation, gpu));
    }

    private static Formula lookUpPrice(CostContext situation, String gpu) {
        List<GpuPrice> prices = situation.catalogue.gpus().stream()
                .filter(price -> price.gpu().equals(gpu) && price.isMachine())
                .sorted(Comparator.comparing(GpuPrice::perHour))
                .toList();
        List<GpuPrice> own = prices.stream().filter(GpuPrice::own).toList();
        String parameter = "gpu_usd_per_hour_" + gpu.toLowerCase(Locale.ROOT);
        boolean listed = gpu.equals("H100") || gpu.equals("L40S");
        boolean set = listed && situation.facts.parameters().get(parameter).basis() == FigureBasis.GIVEN;
        if (listed && (own.isEmpty() || set)) {
            return situation.parameter(parameter);
        }
        List<GpuPrice> used = own.isEmpty() ? prices : own;
        Provenance provenance = used.size() == 1
                ? used.getFirst().provenance()
                : Provenance.of(used.size() + " offers in the price catalogue", newest(used));
        return situation.price(
                new Range(
                        used.getFirst().perHour().amount(),
                        used.get(used.size() / 2).perHour().amount(),
                        used.getLast().perHour().amount()),
                new PriceName("price:gpu:" + gpu, gpu, CostInput.Kind.MONEY, "a GPU hour"),
                provenance);
    }

    private static String newest(List<GpuPrice> prices) {
        return prices.stream()
                .map(price -> price.provenance().asOfText())
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    private static GpuSet set(
            CostContext situation, OpenModel model, GpuSpec spec, int count, Formula input, Memory memory) {
        String point = POINTS.get(model.paramsBillion().toPlainString() + ":" + spec.gpu() + ":" + count);
        Formula throughput =
                point != null ? situation.parameter(point) : roofline(situation, model, spec, count, input);
        String basis = point != null
                ? rests(situation.facts.parameters().get(point))
                : FigureBasis.DERIVED.label() + ": a roofline from the GPU's data sheet, not measured";
        return new GpuSet(spec.gpu(), count, price(situation, spec.gpu()), throughput, basis, memory);
    }

    private static String rests(ParameterRange parameter) {
        return parameter.basis().label() + ": " + parameter.source();
    }

    private static Formula roofline(CostContext situation, OpenModel model, GpuSpec spec, int count, Formula input) {
        ValuePoint likely = ValuePoint.likely();
        double in = input.exact(likely).doubleValue();
        double out = situation.prompt.output.exact(likely).doubleValue();
        String key = "roofline:" + model.id() + ":" + spec.gpu() + ":" + count + ":" + Math.round(in);
        return situation.once(
                key,
                () -> situation.leaf(new CostInput(
                        key,
                        "throughput of " + model.name() + " on " + count + " × " + spec.gpu(),
                        throughput(situation, new Roofline(model, spec, count, atOnce(situation)), in, out),
                        CostInput.Kind.COUNT,
                        "tokens a second",
                        FigureBasis.DERIVED,
                        "roofline from " + spec.source(),
                        null,
                        null)));
    }

    private static Range throughput(CostContext situation, Roofline line, double in, double out) {
        Range efficiency = situation.setting("roofline_efficiency");
        return new Range(
                whole(line.tokensPerSecond(in, out, efficiency.low().doubleValue())),
                whole(line.tokensPerSecond(in, out, efficiency.likely().doubleValue())),
                whole(line.tokensPerSecond(in, out, efficiency.high().doubleValue())));
    }

    private static double atOnce(CostContext situation) {
        return situation.setting("gpu_requests_at_once").likely().doubleValue();
    }

    private static BigDecimal whole(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(3));
    }
}
