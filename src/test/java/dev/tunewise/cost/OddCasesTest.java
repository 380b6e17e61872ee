package dev.tunewise.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.cost.estimate.CostOption;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.formula.Payback;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.money.Range;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that people may say makes an estimate fail: nothing known, zeros, huge figures, names nobody has heard of. */
final class OddCasesTest {
    private static final List<Object> NUMBERS =
            List.of(0.0, 0.001, 1.0, 7.0, 100.0, 4096.0, 1e6, 1e9, Range.of(10, 20, 500), Range.of(0, 0, 3));
    private static final Map<String, List<?>> OTHERS = Map.of(
            "problems",
                    List.of(
                            List.of(),
                            List.of("too-slow"),
                            List.of("wrong-labels", "privacy"),
                            List.of("missing-knowledge")),
            "task", List.of("classification", "tabular", "agent", "translation", "speech", "code"),
            "model",
                    List.of(
                            "unknown",
                            "sonnet",
                            "llama 3.3 70b",
                            "gpt-4",
                            "our own",
                            "",
                            "nova micro",
                            "o3",
                            "command-a",
                            "flash lite",
                            "text-embedding-3-small"),
            "labels", List.of("verified", "unverified", "disputed"),
            "open_model", List.of("not-tried", "falls-short", "meets-target"),
            "retrieval", List.of("not-needed", "not-tried", "poor", "good", "ruled-out"),
            "stronger_model",
                    List.of("not-tried", "falls-short", "meets-target", "meets-target-too-costly", "ruled-out"),
            "must_self_host", List.of(true, false),
            "runs_gpus", List.of(true, false),
            "prompt_work", List.of(List.of(), List.of("instructions", "few-shot")));
    private static final List<String> QUANTITIES = List.of(
            "calls_per_day",
            "input_tokens",
            "output_tokens",
            "system_prompt_tokens",
            "cost_per_1k_calls",
            "eval_items",
            "examples",
            "classes",
            "error_cost");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyFactsGiveAnEstimate(long seed) {
        CostCase facts = oddCase(new Random(seed));
        Estimate estimate = GoldenFintech.ESTIMATOR.simulate(facts, new SimulationSettings(300, seed, false));
        assertFalse(estimate.priced().isEmpty(), "seed " + seed);
        assertEquals("today", estimate.today().id());
        for (CostOption.Priced option : estimate.priced()) {
            assertTrue(!option.total().isNegative(), "seed " + seed + " " + option.id() + " " + option.total());
            Payback payback = option.payback();
            assertTrue(
                    payback == null || payback.low() <= payback.high() && payback.likely() >= 0,
                    "seed " + seed + " " + option.id() + " " + payback);
        }
        assertEquals(
                facts.knows("calls_per_day") ? 0 : 3, estimate.atVolumes().get().size());
    }

    private static CostCase oddCase(Random random) {
        Map<String, Object> facts = new HashMap<>();
        for (String id : QUANTITIES) {
            if (random.nextInt(3) > 0) {
                facts.put(id, NUMBERS.get(random.nextInt(NUMBERS.size())));
            }
        }
        for (String id : List.of("quality_now", "quality_target")) {
            if (random.nextBoolean()) {
                facts.put(id, List.of(0.0, 50.0, 88.5, 99.9, 100.0).get(random.nextInt(5)));
            }
        }
        OTHERS.forEach((id, values) -> {
            if (random.nextInt(3) > 0) {
                facts.put(id, values.get(random.nextInt(values.size())));
            }
        });
        return CostCase.from(facts, Cases.TODAY, Parameters.shipped());
    }
}
