package dev.tunewise.cost;

import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cases that several tests use. */
public final class Cases {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private Cases() {}

    /** The ticket classification of the decision-tree article. */
    public static CostCase tickets() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("problems", List.of("wrong-labels", "too-expensive"));
        facts.put("task", "classification");
        facts.put("prompt_work", List.of("instructions", "few-shot", "structured-output"));
        facts.put("classes", 18.0);
        facts.put("system_prompt_tokens", 900.0);
        facts.put("stronger_model", "meets-target-too-costly");
        facts.put("retrieval", "not-needed");
        facts.put("eval_items", 1500.0);
        facts.put("quality_now", 88.0);
        facts.put("quality_target", 91.0);
        facts.put("examples", 800.0);
        facts.put("labels", "verified");
        facts.put("calls_per_day", 50_000.0);
        facts.put("input_tokens", 1200.0);
        facts.put("output_tokens", 20.0);
        facts.put("model", "claude-sonnet-4-6");
        facts.put("error_cost", 0.8);
        facts.put("must_self_host", false);
        facts.put("runs_gpus", false);
        return CostCase.from(facts, TODAY, Parameters.shipped());
    }

    /** The dispute classification of the office-hours article. */
    public static CostCase fintech() {
        return tickets()
                .with("problems", List.of("wrong-labels"))
                .with("stronger_model", "falls-short")
                .with("eval_items", 400.0)
                .with("quality_now", 90.0)
                .with("quality_target", 96.0)
                .with("examples", 2000.0)
                .with("calls_per_day", 1643.0)
                .with("input_tokens", 300.0)
                .with("output_tokens", 12.0)
                .with("model", "claude-opus-4-7")
                .with("error_cost", 0.9);
    }

    /** Texts in a house style at volume, after the worth-it article. */
    public static CostCase style() {
        return tickets()
                .with("problems", List.of("style-drift"))
                .with("task", "generation")
                .with("stronger_model", "falls-short")
                .with("eval_items", 400.0)
                .with("quality_now", 90.0)
                .with("quality_target", 98.0)
                .with("examples", 400.0)
                .with("calls_per_day", 30_000.0)
                .with("input_tokens", 2500.0)
                .with("output_tokens", 300.0)
                .with("error_cost", 0.3);
    }
}
