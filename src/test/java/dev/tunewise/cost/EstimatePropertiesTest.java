package dev.tunewise.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.cost.estimate.CostLine;
import dev.tunewise.cost.estimate.CostOption.Priced;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.estimate.Estimator;
import dev.tunewise.cost.formula.CostCurve;
import dev.tunewise.cost.option.Phase;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.money.Money;
import dev.tunewise.money.Range;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.file.LoadResult;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.ModelKind;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every case; cases are made from a seed, which stands in the name of the test. */
final class EstimatePropertiesTest {
    private static final PriceCatalogue CATALOGUE = PriceFiles.shipped();
    private static final Estimator ESTIMATOR = new Estimator(CATALOGUE);
    private static final List<String> PRICES = List.of(
            "input_per_mtok",
            "output_per_mtok",
            "cached_input_per_mtok",
            "cache_write_per_mtok",
            "batch_input_per_mtok",
            "batch_output_per_mtok");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void linesAddUpToTheTotals(long seed) {
        Estimate estimate = ESTIMATOR.estimate(randomCase(seed));
        for (Priced option : estimate.priced()) {
            Money monthly = Money.ZERO;
            Money setup = Money.ZERO;
            for (CostLine line : option.lines()) {
                assertEquals(line.amount(), line.amount().toCents(), "whole cents");
                if (line.phase() == Phase.SETUP) {
                    setup = setup.plus(line.amount());
                } else {
                    monthly = monthly.plus(line.amount());
                }
            }
            long lines = option.lines().size();
            assertWithinCents(setup, option.setup(), lines, option.id());
            assertWithinCents(monthly, option.monthly(), lines, option.id());
            assertEquals(
                    estimate.choice().of(option.id()).total(),
                    estimate.paidAfter(option, estimate.horizonMonths()),
                    0.01,
                    option.id());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameCaseGivesTheSameEstimate(long seed) {
        SimulationSettings few = new SimulationSettings(500, 7, false);
        Estimate once = ESTIMATOR.simulate(randomCase(seed), few);
        Estimate again = new Estimator(PriceFiles.shipped()).simulate(randomCase(seed), few);
        assertEquals(once.options(), again.options());
        assertEquals(once.risk(), again.risk());
        assertEquals(once.influences(), again.influences());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aHigherPriceNeverLowersAnEstimate(long seed) {
        Random random = new Random(seed);
        CostCase facts = randomCase(seed);
        List<Model> models = CATALOGUE.models(ModelKind.CHAT);
        Model raised = random.nextBoolean()
                ? CATALOGUE.model(String.valueOf(facts.facts().get("model"))).orElseThrow()
                : models.get(random.nextInt(models.size()));
        String field = PRICES.get(random.nextInt(PRICES.size()));
        Estimate before = ESTIMATOR.estimate(facts);
        Estimate after = new Estimator(withHigherPrice(raised, field, 1 + random.nextDouble() * 3)).estimate(facts);
        for (Priced option : after.priced()) {
            if (facts.knows("cost_per_1k_calls") && option.id().startsWith("today-")) {
                continue; // a dearer list makes the same bill a smaller multiple of it
            }
            if (before.option(option.id()).orElse(null) instanceof Priced earlier) {
                assertTrue(
                        option.total().compareTo(earlier.total()) >= 0,
                        "seed " + seed + ": " + raised.id() + " " + field + " up, but " + option.id() + " fell from "
                                + earlier.total() + " to " + option.total());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dearerParametersNeverLowerAnEstimate(long seed) {
        CostCase facts = randomCase(seed);
        Estimate before = ESTIMATOR.estimate(facts);
        for (String key :
                List.of("label_usd_each", "engineer_usd_per_hour", "gpu_usd_per_hour_h100", "gpu_usd_per_hour_l40s")) {
            BigDecimal dearer = facts.parameters().get(key).range().likely().multiply(BigDecimal.valueOf(3));
            Estimate after = ESTIMATOR.estimate(facts.with(facts.parameters().with(Map.of(key, dearer))));
            for (Priced option : before.priced()) {
                Priced later = (Priced) after.option(option.id()).orElseThrow();
                assertTrue(
                        later.total().compareTo(option.total()) >= 0, "seed " + seed + ": " + key + " " + option.id());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void moreCallsNeverRaiseThePaybackOfAPureSavingPerCall(long seed) {
        Random random = new Random(seed);
        CostCase facts = randomCase(seed);
        double calls = Math.pow(10, 1 + random.nextDouble() * 6);
        Estimate few = ESTIMATOR.estimate(facts.with("calls_per_day", calls));
        Estimate many = ESTIMATOR.estimate(facts.with("calls_per_day", calls * (1 + random.nextDouble() * 20)));
        for (Priced option : few.priced()) {
            boolean byTheCall = option.payback() != null
                    && !option.id().startsWith("lora-own-gpu")
                    && !option.id().startsWith("lora-dedicated");
            if (byTheCall) {
                Priced later = (Priced) many.option(option.id()).orElseThrow();
                assertTrue(
                        later.payback().likely() <= option.payback().likely() * (1 + 1e-12),
                        "seed " + seed + ": " + option.id() + " " + option.payback() + " then " + later.payback());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void columnsAndExactAmountsAgree(long seed) {
        CostCase facts = randomCase(seed);
        double calls = ((Range) facts.facts().get("calls_per_day")).likely().doubleValue();
        Estimate estimate = ESTIMATOR.estimate(facts);
        for (CostCurve curve : ESTIMATOR.curves(facts)) {
            if (curve.optionId().contains("own-gpu") || curve.optionId().startsWith("self-host")) {
                continue; // another volume may call for other GPUs
            }
            int at = (int) Math.round(10 * Math.log10(calls));
            Priced there = (Priced) ESTIMATOR
                    .estimate(facts.with("calls_per_day", curve.callsPerDay().get(at)))
                    .option(curve.optionId())
                    .orElseThrow();
            double exact = there.total().amount().doubleValue();
            assertEquals(
                    exact, curve.total().get(at), Math.max(2, exact * 1e-6), "seed " + seed + " " + curve.optionId());
        }
        assertTrue(estimate.priced().size() > 2);
    }

    /** Only the end is rounded: each line on the way may be half a cent off. */
    private static void assertWithinCents(Money expected, Money found, long roundings, String option) {
        assertEquals(
                expected.amount().doubleValue(), found.amount().doubleValue(), 0.005 * (roundings + 1) + 1e-9, option);
    }

    static CostCase randomCase(long seed) {
        Random random = new Random(seed);
        List<Model> models = CATALOGUE.models(ModelKind.CHAT).stream()
                .filter(model -> model.isPriced() && !model.isShutDown(Cases.TODAY))
                .toList();
        Map<String, Object> facts = new HashMap<>();
        facts.put(
                "problems",
                pick(
                        random,
                        List.of(
                                List.of("wrong-labels"),
                                List.of("too-expensive"),
                                List.of("missing-knowledge", "style-drift"))));
        facts.put(
                "task",
                pick(random, List.of("classification", "extraction", "generation", "question-answering", "code")));
        facts.put("model", models.get(random.nextInt(models.size())).id());
        facts.put("calls_per_day", (double) Math.round(Math.pow(10, 1 + random.nextDouble() * 5)));
        facts.put("input_tokens", (double) (50 + random.nextInt(6000)));
        facts.put("output_tokens", (double) (1 + random.nextInt(800)));
        facts.put("system_prompt_tokens", (double) random.nextInt(5000));
        facts.put("quality_now", 50 + random.nextInt(45) + 0.5);
        facts.put("quality_target", 70.0 + random.nextInt(30));
        facts.put("eval_items", (double) random.nextInt(1000));
        facts.put("examples", (double) random.nextInt(3000));
        facts.put("labels", pick(random, List.of("verified", "unverified")));
        facts.put("error_cost", random.nextInt(300) / 100.0);
        facts.put("runs_gpus", random.nextBoolean());
        facts.put("must_self_host", random.nextInt(5) == 0);
        if (random.nextInt(4) == 0) {
            facts.put("cost_per_1k_calls", 1.0 + random.nextInt(50));
        }
        return CostCase.from(facts, Cases.TODAY, Parameters.shipped());
    }

    private static <T> T pick(Random random, List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private static PriceCatalogue withHigherPrice(Model model, String field, double factor) {
        Money price = switch (field) {
            case "input_per_mtok" -> model.prices().input();
            case "output_per_mtok" -> model.prices().output();
            case "cached_input_per_mtok" -> model.prices().cachedInput();
            case "cache_write_per_mtok" -> model.prices().cacheWrite();
            case "batch_input_per_mtok" -> model.prices().batchInput();
            default -> model.prices().batchOutput();
        };
        if (price == null) {
            return CATALOGUE;
        }
        String json = "{\"models\": [{\"id\": \"" + model.id() + "\", \"" + field + "\": "
                + price.amount().multiply(BigDecimal.valueOf(factor)).toPlainString() + "}]}";
        LoadResult<PriceCatalogue> loaded = PriceFiles.overlay(
                CATALOGUE, "higher.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        return ((LoadResult.Ok<PriceCatalogue>) loaded).value();
    }
}
