package dev.tunewise.cost.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Options that many cases share give each case what it gets alone. */
class SharedOptionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final PriceCatalogue PRICES = PriceFiles.shipped();

    private static final SimulationSettings SAMPLES = new SimulationSettings(400, 5, false);
    private final Random random = new Random(11);

    @Test
    void aCaseGetsTheSameChoiceFromSharedOptionsAsAlone() {
        Parameters parameters = Parameters.shipped();
        for (int base = 0; base < 12; base++) {
            Map<String, Object> facts = facts();
            Estimator sharing = new Estimator(PRICES);
            for (int variant = 0; variant < 6; variant++) {
                vary(facts);
                CostCase one = CostCase.from(facts, TODAY, parameters);
                assertEquals(new Estimator(PRICES).likelyBest(one), sharing.likelyBest(one), () -> "with " + facts);
                for (SimulationSettings sampling : List.of(SimulationSettings.rough(128), SAMPLES)) {
                    OptionChoice shared = sharing.best(one, sampling);
                    assertEquals(new Estimator(PRICES).best(one, sampling), shared, () -> "with " + facts);
                    OptionChoice alone =
                            new Estimator(PRICES).simulate(one, sampling).choice();
                    assertEquals(alone.recommended(), shared.recommended(), () -> "with " + facts);
                    alone.fitness().forEach((id, option) -> {
                        assertEquals(option.excludedBy(), shared.of(id).excludedBy(), () -> id + " with " + facts);
                        double near = Double.isNaN(option.total()) ? 0 : 1e-6 * Math.abs(option.total());
                        assertEquals(option.total(), shared.of(id).total(), near);
                    });
                }
            }
        }
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("task", one("classification", "extraction", "generation"));
        facts.put("problems", List.of(one("wrong-labels", "too-expensive", "format-drift")));
        facts.put("model", one("claude-sonnet-4-6", "gpt-5.5", "deepseek-v4-pro", "gpt-oss-120b on our H100"));
        facts.put("input_tokens", 200.0 + random.nextInt(6000));
        facts.put("output_tokens", 10.0 + random.nextInt(300));
        facts.put("stronger_model", one("not-tried", "meets-target", "falls-short"));
        for (String free :
                List.of("error_cost", "quality_now", "quality_target", "examples", "eval_items", "calls_per_day")) {
            if (random.nextInt(4) > 0) {
                facts.put(free, 1.0);
            }
        }
        if (random.nextInt(4) == 0) {
            facts.put("cost_per_1k_calls", 1.0 + random.nextInt(40));
        }
        return facts;
    }

    /** Other values for what is known. */
    private void vary(Map<String, Object> facts) {
        facts.computeIfPresent("error_cost", (fact, was) -> random.nextInt(300) / 100.0);
        facts.computeIfPresent("quality_now", (fact, was) -> 60.0 + random.nextInt(40));
        facts.computeIfPresent("quality_target", (fact, was) -> 70.0 + random.nextInt(30));
        facts.computeIfPresent("examples", (fact, was) -> (double) random.nextInt(3000));
        facts.computeIfPresent("eval_items", (fact, was) -> (double) random.nextInt(1500));
        facts.computeIfPresent(
                "calls_per_day",
                (fact, was) -> random.nextInt(5) == 0 ? 10_000 / 7.0 : Math.pow(10, 1 + 5 * random.nextDouble()));
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
