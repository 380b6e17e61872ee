package dev.tunewise.cost.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Cases of one essence may share what was worked out for either. */
class CaseEssenceTest {
    private static final PriceCatalogue PRICES = PriceFiles.shipped();
    private static final List<String> PROBLEMS = List.of(
            "missing-knowledge", "invents-content", "wrong-labels", "format-drift", "too-slow", "too-expensive");
    private static final List<String> WORK = List.of("instructions", "few-shot", "structured-output");
    private static final List<String> TASKS = List.of(
            "classification",
            "extraction",
            "generation",
            "question-answering",
            "translation",
            "code",
            "ranking",
            "tabular");
    private static final List<String> RETRIEVAL = List.of("not-tried", "poor", "in-place", "ruled-out");
    private static final List<String> LABELS = List.of("verified", "unverified", "disputed", "none");

    private static final List<String> STRONGER =
            List.of("not-tried", "meets-target", "meets-target-too-costly", "falls-short", "ruled-out");
    private static final List<String> OPEN = List.of("not-tried", "meets-target", "falls-short");

    private static CostCase randomCase(Random random) {
        Map<String, Object> facts = new TreeMap<>(Map.of(
                "model", "claude-sonnet-4-6",
                "input_tokens", 1200,
                "output_tokens", 20,
                "calls_per_day", 50_000,
                "quality_now", 88,
                "quality_target", 91,
                "error_cost", 0.8));
        facts.put(
                "problems", PROBLEMS.stream().filter(_ -> random.nextBoolean()).toList());
        facts.put("prompt_work", WORK.stream().filter(_ -> random.nextBoolean()).toList());
        facts.put("task", TASKS.get(random.nextInt(TASKS.size())));
        facts.put("retrieval", RETRIEVAL.get(random.nextInt(RETRIEVAL.size())));
        facts.put("labels", LABELS.get(random.nextInt(LABELS.size())));
        facts.put("stronger_model", STRONGER.get(random.nextInt(STRONGER.size())));
        facts.put("open_model", OPEN.get(random.nextInt(OPEN.size())));
        facts.put("runs_gpus", random.nextInt(4) == 0);
        facts.put("must_self_host", random.nextInt(4) == 0);
        if (random.nextInt(4) == 0) {
            facts.remove("output_tokens");
        }
        return CostCase.from(facts, LocalDate.of(2026, 11, 27), Parameters.shipped());
    }

    @Test
    void casesOfOneEssenceHaveTheSameFigures() {
        Random random = new Random(12);
        Map<Map<String, Object>, Map<String, Object>> figures = new HashMap<>();
        int shared = 0;
        for (int round = 0; round < 700; round++) {
            CostCase facts = randomCase(random);
            Map<String, Object> fresh = CostFigures.of(new Estimator(PRICES).likelyBest(facts), facts);
            Map<String, Object> before = figures.put(facts.essence(), fresh);
            shared += before == null ? 0 : 1;
            assertEquals(
                    before == null ? fresh : before, fresh, () -> facts.facts().toString());
        }
        assertTrue(shared > 20, "cases that agree in their essence: " + shared);
    }
}
