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
import dev.tunewise.price.offer.GpuSpec;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.ModelKind;
import dev.tunewise.price.offer.OpenModel;
import dev.tunewise.price.offer.TuningOffer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two authors, two ways, one amount: 200 cases whose options a second reckoning arrives at to a cent. */
final class IndependentCalculationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final PriceCatalogue CATALOGUE = PriceFiles.shipped();
    private static final Estimator ESTIMATOR = new Estimator(CATALOGUE);
    private static int compared;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @AfterAll
    static void enoughWasCompared() {
        assertTrue(compared > 1000, compared + " options");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesToACent(long seed) {
        Random random = new Random(seed);
        Map<String, Object> facts = facts(random);
        Parameters parameters = parameters(random, facts);
        IndependentCalculation second = new IndependentCalculation(facts, parameters);
        Estimate estimate = ESTIMATOR.estimate(CostCase.from(facts, TODAY, parameters));
        Model model = CATALOGUE.model((String) facts.get("model")).orElseThrow();
        for (Priced option : estimate.priced()) {
            expected(second, model, option).ifPresent(amounts -> compare(seed, second, option, amounts));
        }
    }

    private static Optional<Amounts> expected(IndependentCalculation second, Model model, Priced option) {
        double calls = second.calls();
        double rate = second.parameter("engineer_usd_per_hour");
        double switching = second.parameter("engineer_hours_switching") * rate;
        Call today = second.today();
        if (option.id().equals("today")) {
            boolean byItself = model.cache().automatic() && second.caches(model, today);
            return amounts(0, calls * (byItself ? second.cached(model, today) : second.plain(model, today)), 0);
        }
        if (option.id().equals("today-cached")) {
            return amounts(switching, calls * second.cached(model, today), 0);
        }
        if (option.id().equals("today-batch")) {
            return amounts(switching, calls * second.batch(model, today), 0);
        }
        if (option.id().equals("few-shot")) {
            double examples = second.parameter("few_shot_examples") * second.parameter("tokens_per_few_shot_example");
            Call longer = new Call(today.stable() + examples, today.fresh(), today.output());
            boolean byItself = model.cache().automatic() && second.caches(model, longer);
            return amounts(
                    second.parameter("engineer_hours_prompting") * rate,
                    calls * (byItself ? second.cached(model, longer) : second.plain(model, longer)),
                    0);
        }
        if (option.id().startsWith("cheaper-model:") && !option.id().contains("+")
                || option.id().equals("stronger-model")) {
            Model other = CATALOGUE.models().stream()
                    .filter(found -> found.name().equals(option.model()))
                    .findFirst()
                    .orElseThrow();
            double perCall = second.cheapest(other, second.on(model, other));
            return amounts(switching + second.parameter("eval_items") * perCall, calls * perCall, 0);
        }
        if (option.id().equals("lora-dedicated:llama-3.1-8b")) {
            TuningOffer together = CATALOGUE.offer("together-up-to-16b").orElseThrow();
            OpenModel llama = CATALOGUE.openModels().getFirst();
            GpuSpec h100 = CATALOGUE.gpuSpecs().stream()
                    .filter(gpu -> gpu.gpu().equals("H100"))
                    .findFirst()
                    .orElseThrow();
            double gpus = second.dedicatedGpus(
                    llama, h100, IndependentCalculation.usd(together.hosting().perHour()));
            return Optional.of(second.tuning(
                    gpus, 0, IndependentCalculation.usd(together.training().low()), true));
        }
        if (option.id().equals("bedrock-nova-2-lite")) {
            TuningOffer nova = CATALOGUE.offer(option.id()).orElseThrow();
            Call call = second.tunedCall();
            double perCall = (1 + second.parameter("retry_rate"))
                    * (call.input() * IndependentCalculation.usd(nova.tunedInput())
                            + call.output() * IndependentCalculation.usd(nova.tunedOutput()))
                    / 1e6;
            return Optional.of(second.tuning(
                    calls * perCall + IndependentCalculation.usd(nova.hosting().perMonth()),
                    perCall,
                    IndependentCalculation.usd(nova.training().low()),
                    false));
        }
        return Optional.empty();
    }

    private static Optional<Amounts> amounts(double setup, double run, double upkeep) {
        return Optional.of(new Amounts(setup, run, upkeep));
    }

    private static void compare(long seed, IndependentCalculation second, Priced option, Amounts amounts) {
        String where = "seed " + seed + " " + option.id() + " " + option.model() + " " + second.today();
        assertCents(amounts.setup(), option.setup(), where + " set-up");
        assertCents(amounts.run(), option.run(), where + " run");
        assertCents(amounts.upkeep(), option.upkeep(), where + " upkeep");
        if (option.id().startsWith("today")) {
            double errors = second.calls() * (1 - second.fact("quality_now") / 100) * second.fact("error_cost");
            assertCents(errors, option.errors(), where + " errors");
            double months = second.parameter("horizon_months");
            assertCents(
                    amounts.setup() + months * (amounts.run() + errors + amounts.upkeep()),
                    option.total(),
                    where + " total");
        }
        compared++;
    }

    private static void assertCents(double expected, Money found, String where) {
        assertEquals(expected, found.amount().doubleValue(), 0.01 + Math.abs(expected) * 1e-12, where);
    }

    private static Map<String, Object> facts(Random random) {
        List<Model> models = CATALOGUE.models(ModelKind.CHAT).stream()
                .filter(model -> model.isPriced() && !model.isShutDown(TODAY))
                .toList();
        boolean longPrompt = random.nextInt(8) == 0;
        int system = longPrompt ? random.nextInt(200_000) : random.nextInt(6000);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("problems", List.of("wrong-labels"));
        facts.put("task", random.nextBoolean() ? "classification" : "extraction");
        facts.put("prompt_work", random.nextBoolean() ? List.of("instructions") : List.of("instructions", "few-shot"));
        facts.put("labels", random.nextBoolean() ? "verified" : "unverified");
        facts.put("stronger_model", random.nextBoolean() ? "not-tried" : "meets-target");
        facts.put("runs_gpus", false);
        facts.put("must_self_host", false);
        facts.put("examples", random.nextInt(2500));
        facts.put("eval_items", random.nextInt(600));
        facts.put("model", models.get(random.nextInt(models.size())).id());
        facts.put("calls_per_day", random.nextBoolean() ? 1 + random.nextInt(20) : 60_000 + random.nextInt(5_000_000));
        facts.put("system_prompt_tokens", system);
        facts.put("input_tokens", system + random.nextInt(longPrompt ? 200_000 : 2000));
        facts.put("output_tokens", 1 + random.nextInt(600));
        facts.put("quality_now", 60 + random.nextInt(30));
        facts.put("quality_target", 92 + random.nextInt(6));
        facts.put("error_cost", random.nextInt(200) / 100.0);
        return facts;
    }

    private static Parameters parameters(Random random, Map<String, Object> facts) {
        Map<String, Object> set = new LinkedHashMap<>();
        if (random.nextBoolean()) {
            set.put("cache_hit_rate", random.nextInt(101) / 100.0);
            facts.put("calls_per_day", 1 + random.nextInt(300_000));
        }
        if (random.nextBoolean()) {
            set.put("horizon_months", 1 + random.nextInt(24));
        }
        if (random.nextBoolean()) {
            set.put("retry_rate", random.nextInt(20) / 100.0);
            set.put("label_usd_each", random.nextInt(300) / 100.0);
            set.put("engineer_usd_per_hour", 40 + random.nextInt(120));
            set.put("tuned_prompt_tokens", random.nextInt(500));
            set.put("epochs", 1 + random.nextInt(5));
            set.put("gpu_utilisation", (5 + random.nextInt(90)) / 100.0);
        }
        return Parameters.shipped().with(set);
    }
}
