package dev.tunewise.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.cost.IndependentCalculation.Amounts;
import dev.tunewise.cost.IndependentCalculation.Call;
import dev.tunewise.cost.estimate.CostOption.Priced;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.estimate.Estimator;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.money.Money;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.offer.GpuPrice;
import dev.tunewise.price.offer.GpuSpec;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.ModelKind;
import dev.tunewise.price.offer.OpenModel;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The second way through the levers that {@link IndependentCalculationTest} leaves out: combined ones, classifiers, own GPUs, a bill instead of list
 * prices, and what follows from the amounts (errors, totals, break-even, payback, present value, cost of a right answer).
 */
final class IndependentLeversTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final PriceCatalogue CATALOGUE = PriceFiles.shipped();
    private static final Estimator ESTIMATOR = new Estimator(CATALOGUE);
    private static final Map<String, Integer> COMPARED = new TreeMap<>();

    private IndependentCalculation second;
    private Parameters parameters;
    private Map<String, Object> facts;
    private Model model;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @AfterAll
    static void everyLeverWasCompared() {
        for (String lever : List.of(
                "today",
                "today-cached",
                "today-batch",
                "today-cached-batch",
                "cheaper-model-batch",
                "classifier",
                "classifier-first",
                "lora-own-gpu",
                "lora-dedicated",
                "self-host",
                "break-even")) {
            assertTrue(COMPARED.getOrDefault(lever, 0) >= 20, lever + " in " + COMPARED);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesToACent(long seed) {
        Random random = new Random(7_000 + seed);
        facts = facts(random);
        parameters = parameters(random);
        second = new IndependentCalculation(facts, parameters);
        model = CATALOGUE.model((String) facts.get("model")).orElseThrow();
        Estimate estimate = ESTIMATOR.estimate(CostCase.from(facts, TODAY, parameters));
        for (Priced option : estimate.priced()) {
            expected(option).ifPresent(amounts -> compare(seed, option, amounts, estimate));
        }
    }

    private Optional<Amounts> expected(Priced option) {
        String lever = option.id().replaceFirst(":.*", "");
        String of = option.id().replaceFirst("^[^:]*:?", "");
        double calls = second.calls();
        double rate = second.parameter("engineer_usd_per_hour");
        double switching = second.parameter("engineer_hours_switching") * rate;
        Call today = second.today();
        return Optional.ofNullable(
                switch (lever) {
                    case "today" -> new Amounts(0, calls * perCallToday(), 0);
                    case "today-cached" -> new Amounts(switching, calls * second.cached(model, today) * overList(), 0);
                    case "today-batch" -> new Amounts(switching, calls * second.batch(model, today) * overList(), 0);
                    case "today-cached-batch" ->
                        new Amounts(2 * switching, calls * second.cached(model, today) / 2 * overList(), 0);
                    case "cheaper-model-batch" -> {
                        Model other = CATALOGUE.model(of).orElseThrow();
                        double perCall = second.cheapest(other, second.on(model, other)) / 2;
                        yield new Amounts(2 * switching + second.parameter("eval_items") * perCall, calls * perCall, 0);
                    }
                    case "classifier" -> classifier(0, 0);
                    case "classifier-first" -> {
                        Model other = CATALOGUE.model(of).orElseThrow();
                        double rest = 1 - second.parameter("classifier_sure_share");
                        yield classifier(rest * second.cheapest(other, second.on(model, other)), switching);
                    }
                    case "lora-own-gpu" -> {
                        OpenModel open = open(of);
                        Amounts tuned = second.tuning(ownGpus(open, second.tunedCall()), 0, perMillion(open), false);
                        yield new Amounts(
                                tuned.setup() + second.parameter("engineer_hours_self_hosting") * rate,
                                tuned.run(),
                                tuned.upkeep() + second.parameter("maintenance_hours_per_month_gpu") * rate);
                    }
                    case "lora-dedicated" -> {
                        boolean small = of.equals("llama-3.1-8b");
                        OpenModel open = open(of);
                        double hour = IndependentCalculation.usd(Objects.requireNonNull(CATALOGUE
                                .offer("together-up-to-16b")
                                .orElseThrow()
                                .hosting()
                                .perHour()));
                        double run = gpus(open, "H100", hour, second.tunedCall(), 1);
                        yield second.tuning(run, 0, small ? 0.48 : 2.9, true);
                    }
                    case "self-host" -> {
                        OpenModel open = open(of);
                        yield new Amounts(
                                (second.parameter("engineer_hours_self_hosting")
                                                + second.parameter("engineer_hours_prompting"))
                                        * rate,
                                ownGpus(open, today),
                                second.parameter("maintenance_hours_per_month_gpu") * rate);
                    }
                    default -> null;
                });
    }

    private static OpenModel open(String id) {
        return CATALOGUE.openModels().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private double listToday() {
        boolean byItself = model.cache().automatic() && second.caches(model, second.today());
        return byItself ? second.cached(model, second.today()) : second.plain(model, second.today());
    }

    private double perCallToday() {
        return facts.containsKey("cost_per_1k_calls") ? second.fact("cost_per_1k_calls") / 1000 : listToday();
    }

    /** A bill bounds what can be saved of it: levers on the same model take their share of the bill. */
    private double overList() {
        return perCallToday() / listToday();
    }

    private Amounts classifier(double perCall, double more) {
        double rate = second.parameter("engineer_usd_per_hour");
        double label = second.parameter("label_usd_each") * (1 + second.parameter("labels_overhead_share"));
        double have = "verified".equals(facts.get("labels")) ? second.fact("examples") : 0;
        double embedding = (1 + second.parameter("retry_rate")) * second.today().fresh() * 0.02 / 1e6;
        return new Amounts(
                Math.max(0, second.parameter("training_examples") - have) * label
                        + second.parameter("engineer_hours_classifier") * rate
                        + more,
                second.calls() * (embedding + perCall) + second.parameter("classifier_host_usd_per_month"),
                second.parameter("maintenance_hours_per_month_classifier") * rate
                        + second.parameter("retrains_per_year")
                                / 12
                                * second.parameter("training_examples")
                                * second.parameter("label_refresh_share")
                                * label);
    }

    /** 4 N T floating point operations at a share of the H100's 989 TFLOPS, at the middle price of an hour. */
    private double perMillion(OpenModel open) {
        double operations = 4 * open.paramsBillion().doubleValue() * 1e9 * 1e6;
        return operations / (989e12 * 3600 * second.parameter("mfu_training")) * hour("H100");
    }

    /** The cheapest kind of GPU that holds weights and cache of the requests at once, with a replica to spare. */
    private double ownGpus(OpenModel open, Call call) {
        return CATALOGUE.gpuSpecs().stream()
                .filter(spec -> count(open, spec, call) > 0)
                .mapToDouble(spec ->
                        gpus(open, spec.gpu(), hour(spec.gpu()), call, second.parameter("gpu_replicas_minimum")))
                .min()
                .orElseThrow();
    }

    private double gpus(OpenModel open, String gpu, double usdPerHour, Call call, double least) {
        GpuSpec spec = CATALOGUE.gpuSpecs().stream()
                .filter(known -> known.gpu().equals(gpu))
                .findFirst()
                .orElseThrow();
        int count = count(open, spec, call);
        double hours = second.parameter("hours_per_month");
        double tokens = (call.input() + call.output()) * (1 + second.parameter("retry_rate"));
        double served =
                second.tokensPerSecond(open, spec, count, call) * hours * 3600 * second.parameter("gpu_utilisation");
        return Math.max(least, Math.ceil(second.calls() * tokens / served)) * count * usdPerHour * hours;
    }

    private int count(OpenModel open, GpuSpec spec, Call call) {
        double weights =
                open.paramsBillion().doubleValue() * 1e9 * open.weightBytes().doubleValue();
        double token = 2.0 * open.layers() * open.kvHeads() * open.headDim() * 2;
        double bytes = weights + second.parameter("gpu_requests_at_once") * (call.input() + call.output()) * token;
        for (int count : new int[] {1, 2, 4}) {
            if (bytes <= 0.9 * count * spec.memoryGb() * 1e9) {
                return count;
            }
        }
        return 0;
    }

    private static double hour(String gpu) {
        List<GpuPrice> machines = CATALOGUE.gpus().stream()
                .filter(price -> price.gpu().equals(gpu) && price.isMachine())
                .toList();
        List<GpuPrice> fresh = machines.stream()
                .filter(price -> !price.provenance().isStale(TODAY))
                .toList();
        List<Double> hours = (fresh.size() < 3 ? machines : fresh)
                .stream()
                        .map(price -> IndependentCalculation.usd(price.perHour()))
                        .sorted()
                        .toList();
        return hours.get(hours.size() / 2);
    }

    private void compare(long seed, Priced option, Amounts amounts, Estimate estimate) {
        String where = "seed " + seed + " " + option.id() + " " + facts;
        assertCents(amounts.setup(), option.setup(), where + " set-up");
        assertCents(amounts.run(), option.run(), where + " run");
        assertCents(amounts.upkeep(), option.upkeep(), where + " upkeep");
        double right = right(option.id());
        double errors = second.calls() * (1 - right) * second.fact("error_cost");
        assertCents(errors, option.errors(), where + " errors");
        double months = second.parameter("horizon_months");
        double monthly = amounts.run() + amounts.upkeep() + errors;
        assertCents(amounts.setup() + months * monthly, option.total(), where + " total");
        assertEquals(
                (amounts.setup() / months + monthly) / (second.calls() * right),
                Objects.requireNonNull(option.detail().get().perCorrectAnswer())
                        .amount()
                        .doubleValue(),
                1e-8 + monthly * 1e-9,
                where + " a right answer");
        COMPARED.merge(option.id().replaceFirst(":.*", ""), 1, Integer::sum);
        if (option.id().equals("today")) {
            return;
        }
        double saving = estimate.today().monthly().amount().doubleValue() - monthly;
        double saved = amounts.setup()
                + estimate.choice().of("today").total()
                - estimate.choice().of(option.id()).total();
        double payback = saved <= 0 ? Double.POSITIVE_INFINITY : months * amounts.setup() / saved;
        assertEquals(
                payback, Objects.requireNonNull(option.payback()).likely(), 1e-6 + Math.abs(payback) * 1e-6, where);
        double worth = -amounts.setup();
        for (int month = 1; month <= months; month++) {
            worth += saving / Math.pow(1 + second.parameter("discount_rate_per_year"), month / 12.0);
        }
        assertEquals(
                worth,
                Objects.requireNonNull(option.detail().get().worth())
                        .steadyPrices()
                        .amount()
                        .doubleValue(),
                0.02 + Math.abs(worth) * 1e-9 + months * 0.02,
                where + " present value");
        if (option.id().startsWith("classifier") && !model.cache().automatic()
                || option.id().equals("today-batch") && !model.cache().automatic()) {
            breakEven(option, amounts, right, where);
        }
    }

    /** V = (F_new - F_now + U / N) / (c_now - c_new + (a_new - a_now) E), for costs of a call that do not depend on the volume. */
    private void breakEven(Priced option, Amounts amounts, double right, String where) {
        if (option.id().startsWith("classifier-first")) {
            return;
        }
        double fixed = option.id().equals("classifier") ? second.parameter("classifier_host_usd_per_month") : 0;
        double perCall = (amounts.run() - fixed) / second.calls();
        double gained =
                perCallToday() - perCall + (right - second.fact("quality_now") / 100) * second.fact("error_cost");
        double volume = (fixed + amounts.upkeep() + amounts.setup() / second.parameter("horizon_months")) / gained / 30;
        double found = Objects.requireNonNull(option.breakEven()).callsPerDay();
        if (gained > 0 && volume > 1 && volume < 1e8) {
            assertEquals(volume, found, volume * 1e-3, where + " break-even");
            COMPARED.merge("break-even", 1, Integer::sum);
        } else if (gained <= 0) {
            assertEquals(Double.POSITIVE_INFINITY, found, where + " break-even");
        }
    }

    private double right(String id) {
        double now = second.fact("quality_now") / 100;
        double gap = Math.max(0, second.fact("quality_target") / 100 - now);
        double change = switch (id.replaceFirst(":.*", "")) {
            case "cheaper-model-batch" -> second.parameter("untested_quality_shift");
            case "classifier" -> second.parameter("classifier_quality_shift");
            case "classifier-first" -> second.parameter("classifier_first_quality_shift");
            case "self-host" -> second.parameter("open_model_quality_shift");
            case "lora-own-gpu", "lora-dedicated" -> second.parameter("gap_closed_share") * gap;
            default -> 0;
        };
        return Math.min(1, Math.max(0, now + change));
    }

    private static void assertCents(double expected, Money found, String where) {
        assertEquals(expected, found.amount().doubleValue(), 0.01 + Math.abs(expected) * 1e-9, where);
    }

    private static Map<String, Object> facts(Random random) {
        List<Model> models = CATALOGUE.models(ModelKind.CHAT).stream()
                .filter(model -> model.isPriced() && !model.isShutDown(TODAY))
                .toList();
        int system = random.nextInt(6000);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("problems", List.of("wrong-labels"));
        facts.put("task", "classification");
        facts.put("prompt_work", List.of("instructions", "few-shot"));
        facts.put("labels", random.nextBoolean() ? "verified" : "unverified");
        facts.put("stronger_model", "falls-short");
        facts.put("runs_gpus", true);
        facts.put("must_self_host", false);
        facts.put("examples", random.nextInt(2500));
        facts.put("eval_items", random.nextInt(600));
        facts.put("model", models.get(random.nextInt(models.size())).id());
        facts.put("calls_per_day", 60_000 + random.nextInt(5_000_000));
        facts.put("system_prompt_tokens", system);
        facts.put("input_tokens", system + 1 + random.nextInt(2000));
        facts.put("output_tokens", 1 + random.nextInt(600));
        facts.put("quality_now", 60 + random.nextInt(30));
        facts.put("quality_target", 92 + random.nextInt(6));
        facts.put("error_cost", random.nextInt(3) == 0 ? 0 : random.nextInt(100) / 1000.0);
        if (random.nextInt(4) == 0) {
            facts.put("cost_per_1k_calls", (1 + random.nextInt(10_000)) / 100.0);
        }
        return facts;
    }

    private static Parameters parameters(Random random) {
        Map<String, Object> set = new LinkedHashMap<>();
        if (random.nextBoolean()) {
            set.put("horizon_months", 1 + random.nextInt(24));
            set.put("retry_rate", random.nextInt(20) / 100.0);
            set.put("gpu_utilisation", (5 + random.nextInt(90)) / 100.0);
            set.put("gpu_replicas_minimum", 1 + random.nextInt(3));
            set.put("discount_rate_per_year", random.nextInt(20) / 100.0);
            set.put("classifier_sure_share", random.nextInt(100) / 100.0);
        }
        return Parameters.shipped().with(set);
    }
}
