package dev.tunewise.teams;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers about a classifier of tickets that is worth tuning; they lead through the shipped flow to a verdict with costs. */
final class TicketCase {
    /** Values by fact. */
    static final Map<String, List<String>> ANSWERS = inOrder(
            Map.entry("problems", List.of("wrong-labels", "too-expensive")),
            Map.entry("task", List.of("classification")),
            Map.entry("stage", List.of("production")),
            Map.entry("recurrence", List.of("recurring")),
            Map.entry("stable_for", List.of("six-months-plus")),
            Map.entry("prompt_work", List.of("instructions", "few-shot", "structured-output")),
            Map.entry("tuning_tried", List.of("no")),
            Map.entry("classes", List.of("18")),
            Map.entry("system_prompt_tokens", List.of("900")),
            Map.entry("stronger_model", List.of("meets-target-too-costly")),
            Map.entry("retrieval", List.of("not-needed")),
            Map.entry("tools", List.of("not-needed")),
            Map.entry("eval_items", List.of("1500")),
            Map.entry("quality_now", List.of("88")),
            Map.entry("quality_target", List.of("91")),
            Map.entry("examples", List.of("800")),
            Map.entry("labels", List.of("verified")),
            Map.entry("balance", List.of("even")),
            Map.entry("calls_per_day", List.of("50000")),
            Map.entry("input_tokens", List.of("1200")),
            Map.entry("output_tokens", List.of("20")),
            Map.entry("model", List.of("claude-sonnet-4-6")),
            Map.entry("error_cost", List.of("0.8")),
            Map.entry("must_self_host", List.of("no")),
            Map.entry("open_model", List.of("falls-short")),
            Map.entry("explainability", List.of("no")),
            Map.entry("runs_gpus", List.of("no")),
            Map.entry("owner", List.of("yes")),
            Map.entry("rollback", List.of("yes")),
            Map.entry("failure_taxonomy", List.of("yes")));

    private TicketCase() {}

    /** Events in another order are another conversation, and the order of an ordinary map differs from run to run. */
    @SafeVarargs
    private static Map<String, List<String>> inOrder(Map.Entry<String, List<String>>... entries) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> entry : entries) {
            answers.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(answers);
    }
}
