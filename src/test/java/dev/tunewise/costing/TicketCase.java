package dev.tunewise.costing;

import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The case of a ticket classifier on a mid-tier model at 50,000 calls a day, ready for everything, with changes. */
final class TicketCase {
    private static final Map<String, Object> BASE = new LinkedHashMap<>();

    static {
        BASE.put("problems", List.of("wrong-labels"));
        BASE.put("task", "classification");
        BASE.put("stage", "production");
        BASE.put("recurrence", "recurring");
        BASE.put("stable_for", "six-months-plus");
        BASE.put("prompt_work", List.of("instructions", "few-shot", "structured-output"));
        BASE.put("labels", "verified");
        BASE.put("owner", true);
        BASE.put("classes", 18);
        BASE.put("tuning_tried", "no");
        BASE.put("must_self_host", false);
        BASE.put("stronger_model", "meets-target-too-costly");
        BASE.put("retrieval", "not-needed");
        BASE.put("examples", 800);
        BASE.put("eval_items", 400);
        BASE.put("runs_gpus", false);
        BASE.put("rollback", true);
        BASE.put("failure_taxonomy", true);
        BASE.put("model", "claude-sonnet-4-6");
        BASE.put("calls_per_day", 50_000);
        BASE.put("input_tokens", 3200);
        BASE.put("output_tokens", 10);
        BASE.put("system_prompt_tokens", 3000);
        BASE.put("quality_now", 88);
        BASE.put("quality_target", 92);
        BASE.put("error_cost", 0);
    }

    private TicketCase() {}

    /** The case with changes: id, value, id, value; null for a fact that nobody knows. */
    static Answers with(Object... changes) {
        Map<String, Object> facts = new LinkedHashMap<>(BASE);
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < changes.length; i += 2) {
            String id = (String) changes[i];
            if (changes[i + 1] == null) {
                unknown.add(id);
            } else {
                facts.put(id, changes[i + 1]);
            }
        }
        Answers answers = Answers.none();
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            boolean assumed = unknown.contains(fact.getKey());
            Value value = assumed
                    ? ShippedFlow.flow().fact(fact.getKey()).orElseThrow().assume()
                    : value(fact.getValue());
            answers = answers.with(fact.getKey(), new SourcedAnswer(value, assumed, null));
        }
        return answers;
    }

    /** The case with changes, and without what nobody has been asked yet. */
    static Answers without(List<String> open, Object... changes) {
        Answers answers = with(changes);
        for (String fact : open) {
            answers = answers.without(fact);
        }
        return answers;
    }

    static Value value(Object value) {
        return switch (value) {
            case String choice -> new Value.Choice(choice);
            case Boolean yes -> new Value.YesNo(yes);
            case List<?> choices ->
                new Value.Choices(choices.stream().map(String::valueOf).toList());
            default -> Value.Quantity.of(new BigDecimal(value.toString()));
        };
    }
}
