package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.Counterfactual;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.LadderStep;
import dev.tunewise.advice.result.Outlook;
import dev.tunewise.conversation.answer.AdviceBlocks;
import dev.tunewise.conversation.answer.AnswerBlocks;
import dev.tunewise.conversation.answer.DecisionCard;
import dev.tunewise.conversation.answer.GivenCase;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.flow.story.Story;
import dev.tunewise.record.DecisionRecord;
import dev.tunewise.record.RecordInput;
import dev.tunewise.record.RecordJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The advice on the shipped flow with the shipped prices. */
class ShippedAdviceTest {
    private static final Consultant CONSULTANT = new Consultant(ShippedFlow.flow(), ShippedFlow.costing());

    static Stream<Story> stories() {
        return ShippedFlow.stories().stream();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyFlipToldReallyFlips(Story story) {
        Answers answers = Answers.of(story.facts());
        String before = result(answers);
        for (Counterfactual flip :
                CONSULTANT.answer(answers, Map.of()).outlook().flips()) {
            String after = result(answers.with(flip.fact(), SourcedAnswer.of(flip.at())));
            String told = switch (flip.result()) {
                case Counterfactual.Result.Decides decides -> decides.verdict() + " " + decides.lever();
                case Counterfactual.Result.Asks asks -> "asks " + asks.facts();
            };
            boolean ways = told.startsWith("yes fine-tune") && after.startsWith("yes fine-tune");
            assertTrue(told.equals(after) || ways, () -> story.name() + ": " + flip + " but " + after);
            assertTrue(!before.equals(after), () -> story.name() + " changes nothing: " + flip);
        }
    }

    /** Each of these needs a consultant that remembers nothing. */
    static Stream<Story> someStories() {
        List<Story> all = ShippedFlow.stories();
        return IntStream.range(0, all.size()).filter(i -> i % 5 == 0).mapToObj(all::get);
    }

    @ParameterizedTest
    @MethodSource("someStories")
    void oneFactAloneTurnsWhereAllTogetherDo(Story story) {
        Answers answers = Answers.of(story.facts());
        Outlook alone = new Consultant(ShippedFlow.flow(), ShippedFlow.costing())
                .answer(answers, Map.of())
                .outlook();
        List<Counterfactual> all =
                CONSULTANT.answer(answers, Map.of()).outlook().flips();
        for (String fact : List.of("calls_per_day", "error_cost", "quality_target", "must_self_host", "task")) {
            assertEquals(all.stream().filter(flip -> flip.fact().equals(fact)).toList(), alone.of(fact), story.name());
            assertEquals(answers.knows(fact), alone.tried().contains(fact));
        }
        assertEquals(all, alone.flips(), story.name());
    }

    @Test
    void theCardOfACostedAnswerLooksAtNothingButVolumeAndCostOfAnError() {
        Answers answers = Answers.of(ShippedFlow.story("tickets-50k-a-day").facts());
        Consultant.Answer found = CONSULTANT.answer(answers, Map.of());
        List<String> looked = new ArrayList<>();
        Outlook outlook = new Outlook() {
            @Override
            public List<Counterfactual> flips() {
                throw new AssertionError("all facts are looked at");
            }

            @Override
            public boolean complete() {
                return true;
            }

            @Override
            public List<Counterfactual> of(String fact) {
                looked.add(fact);
                return List.of();
            }

            @Override
            public Set<String> tried() {
                return found.outlook().tried();
            }
        };
        AnswerBlocks blocks = new AnswerBlocks(ShippedFlow.flow());
        DecisionCard card = blocks.card(
                found.advice(), outlook, found.cost(), CONSULTANT.caseAnswer(answers, Map.of(), found.advice()));

        assertEquals(List.of("error_cost", "calls_per_day"), looked);
        assertTrue(
                card.rows().stream()
                        .anyMatch(row -> row.text()
                                .equals("The verdict stays at any value within reach of these, though another"
                                        + " option may become the best: Cost of an error, Volume.")),
                card::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tickets-50k-a-day", "tickets-100-a-day"})
    void theCardOfARecordIsThatOfTheThread(String story) {
        Answers answers = Answers.of(ShippedFlow.story(story).facts());
        Consultant.Answer found = new Consultant(ShippedFlow.flow(), ShippedFlow.costing()).answer(answers, Map.of());
        CaseAnswer words = CONSULTANT.caseAnswer(answers, Map.of(), found.advice());
        AnswerBlocks blocks = new AnswerBlocks(ShippedFlow.flow());
        DecisionCard thread = blocks.card(found.advice(), found.outlook(), found.cost(), words);
        Outlook full = found.inFull().outlook();
        assertEquals(thread, blocks.card(found.advice(), full, found.cost(), words));
    }

    /** By the table examples in the prompt only cost, since nobody can foresee what they bring. */
    @Test
    void theCardSaysFromWhichShareOfErrorsAnUnforeseeableStepPays() {
        Answers answers = ticketsWithoutExamples();
        Consultant.Answer found = CONSULTANT.answer(answers, Map.of());
        DecisionCard card = new AnswerBlocks(ShippedFlow.flow())
                .card(
                        found.advice(),
                        found.outlook(),
                        found.cost(),
                        CONSULTANT.caseAnswer(answers, Map.of(), found.advice()));
        String money = card.rows().stream()
                .filter(row -> row.name().equals("Money"))
                .findFirst()
                .orElseThrow()
                .text();

        // 69,820 more, and 12 % of 50,000 × 30.4375 × 12 calls at 0.80 are 1,753,200: 3.98 %, rounded up.
        assertTrue(money.endsWith("It pays once it avoids 4 % of today's wrong answers."), money);
    }

    /** What was decided without asking for money saves nothing, however much another row of the table would. */
    @Test
    void aLogAddsUpOnlyWhatMoneyDecided() {
        AdviceBlocks advice = new AdviceBlocks(CONSULTANT);

        assertNull(
                advice.advise(new GivenCase(ticketsWithoutExamples(), Map.of())).gain());
        assertNotNull(advice.advise(new GivenCase(
                        Answers.of(ShippedFlow.story("tickets-50k-a-day").facts()), Map.of()))
                .gain());
    }

    private static Answers ticketsWithoutExamples() {
        return Answers.none()
                .with("task", SourcedAnswer.of(new Value.Choice("classification")))
                .with("problems", SourcedAnswer.of(new Value.Choices(List.of("wrong-labels"))))
                .with("calls_per_day", SourcedAnswer.of(Value.Quantity.of(50_000)))
                .with("model", SourcedAnswer.of(new Value.Choice("claude-sonnet-4-6")))
                .with("input_tokens", SourcedAnswer.of(Value.Quantity.of(3200)))
                .with("output_tokens", SourcedAnswer.of(Value.Quantity.of(20)))
                .with("quality_now", SourcedAnswer.of(Value.Quantity.of(88)))
                .with("quality_target", SourcedAnswer.of(Value.Quantity.of(91)))
                .with("error_cost", SourcedAnswer.of(Value.Quantity.of(0.8)))
                .with("recurrence", SourcedAnswer.of(new Value.Choice("recurring")))
                .with("stage", SourcedAnswer.of(new Value.Choice("production")))
                .with("stable_for", SourcedAnswer.of(new Value.Choice("six-months-plus")))
                .with("prompt_work", SourcedAnswer.of(new Value.Choices(List.of("instructions"))));
    }

    @Test
    void whatManyTeamsHaveIsNamedBeforeWhatFewHave() {
        Answers answers = Answers.none()
                .with("task", SourcedAnswer.of(new Value.Choice("classification")))
                .with("problems", assumed(new Value.Choices(List.of("wrong-labels"))))
                .with("calls_per_day", SourcedAnswer.of(Value.Quantity.of(6000)))
                .with("classes", SourcedAnswer.of(Value.Quantity.of(30)))
                .with("quality_now", SourcedAnswer.of(Value.Quantity.of(84)))
                .with("quality_target", SourcedAnswer.of(Value.Quantity.of(92)))
                .with("recurrence", assumed(new Value.Choice("recurring")))
                .with("stage", assumed(new Value.Choice("production")))
                .with("stable_for", assumed(new Value.Choice("six-months-plus")))
                .with("prompt_work", assumed(new Value.Choices(List.of("instructions"))));

        Counterfactual first =
                CONSULTANT.answer(answers, Map.of()).outlook().flips().getFirst();

        assertEquals("prompt_work", first.fact(), first::toString);
        assertEquals(new Value.Choices(List.of("instructions", "few-shot")), first.at());
    }

    @Test
    void volumeDecidesWhetherTuningPays() {
        Counterfactual up = volume("tickets-100-a-day", Counterfactual.Kind.AT_LEAST);
        Counterfactual down = volume("tickets-50k-a-day", Counterfactual.Kind.AT_MOST);

        assertEquals("yes", ((Counterfactual.Result.Decides) up.result()).verdict());
        assertEquals("no", ((Counterfactual.Result.Decides) down.result()).verdict());
        double ratio = ((Double) up.at().raw()) / (Double) down.at().raw();
        assertTrue(ratio > 1 && ratio < 1.3, () -> up.atText() + " against " + down.atText());
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-5.4, 500, 2, falls-short",
        "claude-sonnet-4-6, 9000, 0.2, falls-short",
        "claude-opus-4-7, 20000, 0.05, falls-short",
        "gemini-3.5-flash, 100000, 0.05, ruled-out",
        "claude-sonnet-4-6, 400, 0.8, meets-target-too-costly"
    })
    void aVolumeTippingTheAnswerIsNearlyTheSameFromBothSides(String model, int calls, double error, String stronger) {
        Object[] facts = {"model", model, "calls_per_day", calls, "error_cost", error, "stronger_model", stronger};
        Counterfactual there = volume(TicketCase.with(facts));
        double at = (Double) there.at().raw();
        Counterfactual back = volume(
                TicketCase.with("model", model, "calls_per_day", at, "error_cost", error, "stronger_model", stronger));
        double ratio = at / (Double) back.at().raw();
        assertTrue(Math.max(ratio, 1 / ratio) < 1.25, () -> there + " and back " + back);
        assertFalse(((Counterfactual.Result.Decides) there.result())
                .verdict()
                .equals(((Counterfactual.Result.Decides) back.result()).verdict()));
    }

    private static Counterfactual volume(Answers answers) {
        return CONSULTANT.answer(answers, Map.of()).outlook().flips().stream()
                .filter(flip -> flip.fact().equals("calls_per_day"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noTextIsLeftWithAPlaceholder() {
        for (Story story : ShippedFlow.stories()) {
            Advice advice = CONSULTANT.advise(Answers.of(story.facts()), Map.of());
            String all = advice.decision().map(Decision::toString).orElse("")
                    + advice.gates()
                    + advice.findings()
                    + advice.ladder();
            assertTrue(!all.matches("(?s).*\\{[a-z_]+}.*"), () -> story.name() + ": " + all);
        }
    }

    @Test
    void recordsOfCostedDecisionsCanBeReadInAgain() {
        RecordJson json = new RecordJson();
        for (String name : List.of("tickets-50k-a-day", "tickets-100-a-day", "in-house", "knowledge-only")) {
            Answers answers = Answers.of(ShippedFlow.story(name).facts());
            DecisionRecord made = DecisionRecord.of(
                    new RecordInput(
                            name,
                            "fine-tuning",
                            ShippedFlow.flow().version(),
                            ShippedFlow.flow().fingerprint(),
                            Instant.EPOCH,
                            null,
                            answers,
                            Map.of()),
                    CONSULTANT);
            RecordJson.Reading.Read read =
                    (RecordJson.Reading.Read) json.read(json.write(made), id -> Optional.of(CONSULTANT));
            DecisionRecord again = DecisionRecord.of(read.origin(), CONSULTANT);

            assertEquals(List.of(), read.remarks(), name);
            assertEquals(made, again, name);
            assertEquals(json.write(made), json.write(again), name);
        }
    }

    private static Counterfactual volume(String story, Counterfactual.Kind kind) {
        Answers answers = Answers.of(ShippedFlow.story(story).facts());
        return CONSULTANT.answer(answers, Map.of()).outlook().flips().stream()
                .filter(flip -> flip.fact().equals("calls_per_day") && flip.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static String result(Answers answers) {
        Advice advice = CONSULTANT.advise(answers, Map.of());
        return advice.decision()
                .map(decision -> decision.verdict() + " " + decision.lever())
                .orElseGet(() -> "asks " + advice.needs());
    }

    private static SourcedAnswer assumed(Value value) {
        return new SourcedAnswer(value, true, null);
    }

    @Test
    void whoeverRunsOneOfTheLargestModelsIsNotSentToAStrongerOne() {
        assertEquals(LadderStep.State.NOT_FOR_THIS, strongerModel("claude-opus-4-7"));
        assertNotEquals(LadderStep.State.NOT_FOR_THIS, strongerModel("claude-sonnet-4-6"));
    }

    private static LadderStep.State strongerModel(String model) {
        return new Consultant(ShippedFlow.flow(), ShippedFlow.quickCosting())
                .advise(TicketCase.with("model", model, "stronger_model", "not-tried"), Map.of()).ladder().stream()
                        .filter(step -> step.lever().equals("stronger-model"))
                        .findFirst()
                        .orElseThrow()
                        .state();
    }
}
