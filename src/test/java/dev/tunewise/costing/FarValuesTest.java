package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values far out, said or tried in a search for what would change the answer, give an answer and no fault. */
class FarValuesTest {
    private static final Consultant CONSULTANT = new Consultant(ShippedFlow.flow(), ShippedFlow.quickCosting());

    @Test
    void promptsThatFitNoUsualSetOfGpusAreServedOnMore() {
        Answers answers = inHouse(200_000_000, 2000);
        assertTrue(CONSULTANT.answer(answers, Map.of()).cost().isPresent());
    }

    @Test
    void aSearchThroughPromptsThatFitNoUsualSetOfGpusEnds() {
        assertTrue(
                CONSULTANT.answer(inHouse(127, 9), Map.of()).advice().decision().isPresent());
    }

    @Test
    void aSearchFromAQualityThatNobodyKnowsStaysWithinAHundredPercent() {
        Answers answers = inHouse(258, 11)
                .with("quality_now", new SourcedAnswer(Value.Quantity.of(80), true, null))
                .with("must_self_host", SourcedAnswer.of(new Value.YesNo(false)))
                .with("error_cost", SourcedAnswer.of(Value.Quantity.of(3.5036)))
                .with("quality_target", SourcedAnswer.of(Value.Quantity.of(77)));
        assertTrue(CONSULTANT.answer(answers, Map.of()).advice().decision().isPresent());
    }

    private static Answers inHouse(double input, double output) {
        Map<String, Value> facts = new LinkedHashMap<>();
        facts.put("problems", new Value.Choices(List.of("wrong-labels", "privacy")));
        facts.put("task", new Value.Choice("generation"));
        facts.put("stage", new Value.Choice("production"));
        facts.put("recurrence", new Value.Choice("recurring"));
        facts.put("stable_for", new Value.Choice("six-months-plus"));
        facts.put("prompt_work", new Value.Choices(List.of("instructions", "few-shot", "structured-output")));
        facts.put("eval_items", Value.Quantity.of(400));
        facts.put("labels", new Value.Choice("verified"));
        facts.put("tuning_tried", new Value.Choice("no"));
        facts.put("must_self_host", new Value.YesNo(true));
        facts.put("open_model", new Value.Choice("falls-short"));
        facts.put("stronger_model", new Value.Choice("falls-short"));
        facts.put("retrieval", new Value.Choice("good"));
        facts.put("examples", Value.Quantity.of(5000));
        facts.put("owner", new Value.YesNo(true));
        facts.put("runs_gpus", new Value.YesNo(true));
        facts.put("model", new Value.Choice("llama 3.3 70b on our GPUs"));
        facts.put("calls_per_day", Value.Quantity.of(3047));
        facts.put("input_tokens", Value.Quantity.of(input));
        facts.put("output_tokens", Value.Quantity.of(output));
        facts.put("quality_now", Value.Quantity.of(72));
        facts.put("quality_target", Value.Quantity.of(93));
        facts.put("error_cost", Value.Quantity.of(1));
        return Answers.of(facts);
    }
}
