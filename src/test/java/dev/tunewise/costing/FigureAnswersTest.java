package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.conversation.answer.AdviceBlocks;
import dev.tunewise.conversation.answer.GivenCase;
import dev.tunewise.flow.forecast.Forecast;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about the figures, before and after a verdict: what is said is what the table says. */
class FigureAnswersTest {
    private static final Consultant CONSULTANT = new Consultant(ShippedFlow.flow(), ShippedFlow.costing());
    private static final Told ADVICE = new Told(new AdviceBlocks(CONSULTANT));
    private static final Answers TICKETS = TicketCase.with();

    private record Told(AdviceBlocks blocks) {
        List<String> figures(String question, Answers answers, Map<String, BigDecimal> parameters) {
            return blocks.figures(question, new GivenCase(answers, parameters));
        }

        Optional<Forecast> forecast(Answers answers, Map<String, BigDecimal> parameters) {
            return blocks.forecast(new GivenCase(answers, parameters));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What does it cost today?",
                "how much do we pay right now?",
                "what's our current bill",
                "How much does it cost to fine-tune?",
                "what would tuning cost us?",
                "how expensive would a LoRA be?",
                "what is the break-even?",
                "from what volume does it pay off?",
                "when does it pay for itself?",
                "why not just use Sonnet?",
                "why don't we cache the prompt?",
                "what about a classifier instead?",
                "which cheaper model?",
                "which model?",
                "which model should we take then?",
                "just give me a number",
                "ballpark?",
                "what does one call cost us?",
                "what do the errors cost us today?",
                "how much would a tuned model cost per month?",
                "what must an error cost for training to pay?",
                "when do we get our money back?",
                "how long until payback?",
                "what would we save with it?",
                "what is the worst case?",
                "how long until it is live?",
                "cost per call?",
                "price per 1,000 calls?",
                "what is the unit cost?",
                "do you take committed-use discounts into account?",
                "what about reserved GPU instances?",
                "why is the stronger model best?",
                "why do you recommend that?",
                "what does the cheapest one cost?",
                "which is the cheapest option?",
                "what is the lowest total cost?",
                "show me the formula",
                "how did you calculate that?",
                "how did you get to that total?",
                "show me the maths",
                "where does 0.8 come from?",
                "where does that number come from?",
                "is that per month or per year?",
                "are those monthly or yearly?",
                "which assumption matters most?",
                "what is the biggest uncertainty?",
                "which facts drive the total?",
                "we pay half of that",
                "our bill is lower",
                "that price can't be right",
                "what would it cost per month?",
                "how many months until tuning pays for itself?",
                "at which error price does it flip?",
                "how much cheaper is it than today?",
                "how much of that is the cost of errors?",
                "does that include hosting?",
                "are labels included in that?",
                "how many runs did you budget?",
                "when could we be live?",
                "is the 4-hour effort realistic?",
                "how much per 1,000 tickets?",
                "why not use a smaller model?",
                "which model did you assume?",
                "how confident is that number?",
                "how accurate is this figure?",
                "can I rely on that number?",
                "what's second best?",
                "who comes second?",
                "how far apart are the first two?",
                "which volume did you assume?",
                "what error cost did you use?",
                "what hourly rate did you assume?",
                "over how many months do you calculate?",
                "when were those prices collected?",
                "are the prices up to date?",
                "what is the chance that we lose money?",
                "give me the range"
            })
    void isAnsweredBeforeAndAfterTheVerdict(String question) {
        assertFalse(ADVICE.figures(question, TICKETS, Map.of()).isEmpty());
        List<String> ballpark = ADVICE.figures(question, Answers.none(), Map.of());
        assertFalse(ballpark.isEmpty());
        assertFalse(ballpark.toString().contains("{"), ballpark.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "which model did you assume? | Model: Claude Sonnet",
                "which volume did you use? | Volume: 50,000 calls a day, as said here.",
                "how many output tokens did you assume? | Output tokens: ",
                "what discount rate do you use? | discount rate is 5 % a year",
                "when were those prices collected? | input of Claude Sonnet",
                "over how many months do you calculate? | 12 months",
                "what's second best? | Next best is ",
                "how accurate is this figure? | simulated cases"
            })
    void namesWhatItIsReckonedWith(String question, String told) {
        List<String> lines = ADVICE.figures(question, TICKETS, Map.of());
        assertTrue(lines.toString().contains(told), lines.toString());
    }

    @Test
    void saysWhatStandsInForWhatNobodySaid() {
        List<String> lines = ADVICE.figures("what error cost did you use?", Answers.none(), Map.of());
        assertTrue(lines.getFirst().startsWith("Cost of an error: about $0.80"), lines.toString());
        assertTrue(lines.getFirst().contains("Nobody said it"), lines.toString());
    }

    @Test
    void beforeAVerdictSaysThatNothingIsDecided() {
        List<String> lines = ADVICE.figures("what's second best?", Answers.none(), Map.of());
        assertTrue(lines.getFirst().startsWith("Nothing is decided yet"), lines.toString());
        assertTrue(lines.toString().contains("Next best is "), lines.toString());
    }

    @Test
    void twoQuestionsAreBothAnswered() {
        List<String> both = ADVICE.figures("what does it cost today and what would tuning cost?", TICKETS, Map.of());
        List<String> each = new ArrayList<>(ADVICE.figures("what does it cost today?", TICKETS, Map.of()));
        each.addAll(ADVICE.figures("what would tuning cost?", TICKETS, Map.of()));
        assertEquals(each.stream().distinct().toList(), both);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what is the risk that we lose accuracy?",
                "what data do you use for training?",
                "how accurate is the classifier?",
                "which labels are used?",
                "Our classifier is right on 84 %, should we fine-tune?",
                "why?",
                "an error costs about 3 dollars",
                "we pay 40 dollars per 1,000 calls",
                "the model costs too much",
                "why is it not stopping?",
                "how many examples do we need?",
                "what is the probability that the model hallucinates?",
                "could it be wrong labels?",
                "how much work is it to label 500 examples?",
                "what should the loss be at the end?",
                "what does the volume mean here?",
                "what if volume doubles?",
                "why is it so slow?",
                "why is the model not stopping at the end?",
                "what is the best base model for us?",
                "where do examples come from?",
                "is that per class or over all classes?",
                "which examples matter most?",
                "Few-shot or fine-tuning?",
                "Adapter or all weights?",
                "How much memory does LoRA save over full?",
                "Compare running Llama ourselves with Claude.",
                "Even the most expensive model makes the same mistakes.",
                "What is the most efficient way to squeeze out the remaining errors?",
                "What should the budget go to first, evaluation, data or model?",
                "8B or 70B tuned, what is the difference in quality?"
            })
    void whatAsksForNoFigureIsLeftAlone(String text) {
        assertEquals(List.of(), ADVICE.figures(text, TICKETS, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how sure are you?",
                "are you certain?",
                "what is the probability that this stays the best?",
                "could you be wrong?",
                "what is the second best?",
                "how much more does the runner-up cost?"
            })
    void theComparisonTellsHowSureItIsAndBeforeItDecidesThatNothingIs(String question) {
        Recommendation best =
                CONSULTANT.answer(TICKETS, Map.of()).cost().orElseThrow().best();
        Recommendation.RunnerUp second = best.runnerUp();
        assertNotNull(second);
        List<String> told = ADVICE.figures(question, TICKETS, Map.of());
        String sure = Math.round(100 * best.probability()) + " % of 1,024 simulated cases";
        assertTrue(told.getFirst().contains(best.name()) && told.getFirst().contains(sure), told.toString());
        assertTrue(told.get(1).startsWith("Next best is " + second.name()), told.toString());
        String apart = MoneyFormat.rounded(Money.of(second.yearlyDifference().abs()));
        assertTrue(told.get(1).contains(apart + " a year"), told.toString());
        List<String> open = ADVICE.figures(question, Answers.none(), Map.of());
        assertEquals("Nothing is decided yet; by the figures known so far:", open.getFirst());
        assertTrue(open.get(1).contains("% of 1,024 simulated cases"), open.toString());
    }

    @Test
    void saysTheFiguresOfTheTable() {
        CostComparison table = CONSULTANT.answer(TICKETS, Map.of()).cost().orElseThrow();
        CostComparison.Option today = table.option("today").orElseThrow();
        CostComparison.Option tuned = table.option("bedrock-nova-2-lite").orElseThrow();
        CostComparison.Option best = table.option(table.best().option()).orElseThrow();

        assertTrue(said("what does it cost today?").contains(today.monthly().text()));
        String tuning = said("what would tuning cost?");
        assertTrue(tuning.contains(tuned.setup().text()), tuning);
        assertTrue(tuning.contains(tuned.monthly().text()), tuning);
        String cached = said("why not cache the prompt?");
        assertTrue(
                cached.contains(
                        table.option("today-cached").orElseThrow().total().text()),
                cached);
        assertTrue(cached.contains(best.total().text()), cached);
        assertTrue(said("why not tune?").contains("costs at least as much as the cheapest way without training"));
        assertTrue(said("why not GPT-5.5?").startsWith("That is not among"), said("why not GPT-5.5?"));
        assertTrue(said("why not RAG?").startsWith("Retrieval"), said("why not RAG?"));
        String sure = Math.round(100 * table.best().probability()) + " % of 1,024 simulated cases";
        assertTrue(said("how sure are you?").contains(sure), said("how sure are you?"));
        assertTrue(said("just a ballpark").contains(best.total().text()));
    }

    @Test
    void aNumberIsTracedToWhatWasSaidOrToItsSum() {
        CostComparison table = CONSULTANT.answer(TICKETS, Map.of()).cost().orElseThrow();
        assertEquals("3200 is what was said here: Input tokens.", said("where does 3,200 come from?"));
        // What figures take for granted was said by nobody: a card of 24 GB, a score of 80 %.
        for (String taken : List.of("where does 24 come from?", "where does 80 come from?")) {
            assertFalse(said(taken).contains("is what was said here"), said(taken));
        }
        assertTrue(said("where does 0.8 come from?").startsWith("No figure"), said("where does 0.8 come from?"));
        assertTrue(ADVICE.figures("where does 0.8 come from?", TicketCase.with("error_cost", null), Map.of())
                .getFirst()
                .startsWith("cost of a wrong answer is $0.05"));
        CostComparison.Option today = table.option("today").orElseThrow();
        String sum = said("show me the formula");
        for (CostComparison.Line line : today.lines()) {
            assertTrue(line.formula().isEmpty() || sum.contains(line.formula()), line.formula());
        }
        String total = NumberFormat.number(today.total().likely().setScale(0, RoundingMode.HALF_UP));
        assertTrue(said("where does " + total + " come from?").startsWith("As today"));
    }

    @Test
    void theDearestIsTheHighestOfTheTable() {
        CostComparison table = CONSULTANT.answer(TICKETS, Map.of()).cost().orElseThrow();
        CostComparison.Option dearest = table.tables().getFirst().options().stream()
                .filter(CostComparison.Option::priced)
                .max(Comparator.comparing(option -> option.total().likely()))
                .orElseThrow();
        for (String question :
                List.of("which is the most expensive option?", "what costs the most?", "the dearest one?")) {
            assertTrue(
                    said(question)
                            .contains(dearest.name() + ": " + dearest.total().text()),
                    said(question));
        }
    }

    @Test
    void aRowThatIsNamedIsToldWithWhatItCosts() {
        CostComparison table = CONSULTANT.answer(TICKETS, Map.of()).cost().orElseThrow();
        Map<String, String> named = Map.of(
                "what does prompt caching cost?", "today-cached",
                "what would batch cost us a month?", "today-batch",
                "how much would Opus 5.5 cost?", "stronger-model",
                "how expensive is a classifier?", "classifier");
        named.forEach((question, id) -> {
            CostComparison.Option option = table.option(id).orElseThrow();
            assertTrue(
                    said(question)
                            .startsWith(option.name() + ": " + option.total().text()),
                    said(question));
            assertTrue(said(question).contains(option.monthly().text()), said(question));
        });
        String both = said("is caching cheaper than tuning?");
        long apart = Math.round(Math.abs(total(table, "today-cached") - total(table, "bedrock-nova-2-lite")));
        assertTrue(both.contains(String.format("costs $%,d more than Tuned Nova 2 Lite", apart)), both);
        assertTrue(said("compare the cost of caching with batch").contains("As today, in batches"));
        for (String general : List.of("how much is caching?", "what are the options?", "what costs the most?")) {
            assertFalse(said(general).isEmpty(), general);
            assertEquals(List.of(), ADVICE.figures(general, Answers.none(), Map.of()), general);
        }
        assertEquals("", said("what does a parrot cost?"));
        assertEquals("", said("how much is a million tokens?"));
    }

    @Test
    void linesThatAreNamedAreToldWithTheirSums() {
        assertTrue(said("how much of the bill is output?").startsWith("As today, Output: $227.25 a month = 1,500,000"));
        assertTrue(said("what do the engineers cost in this?").contains("Engineering: $12,000.00 once = 120 hours"));
        assertTrue(said("does the total include errors?").startsWith("As today, Wrong answers: "));
        assertFalse(said("does the total include errors?").contains("Retraining"));
        assertTrue(said("what is the price of Sonnet 4.6?").startsWith("input of Claude Sonnet 4.6: $3.00"));
        assertTrue(said("what are the options?").contains("Tuned Nova 2 Lite"));
        CostComparison table = CONSULTANT.answer(TICKETS, Map.of()).cost().orElseThrow();
        CostComparison.Option best = table.option(table.best().option()).orElseThrow();
        assertTrue(
                said("what is the NPV?")
                        .contains(best.amounts().get().presentValue().text()),
                said("what is the NPV?"));
    }

    /** Beside an amount its own sum is enough; what its parts are made of stands in the formulas. */
    @Test
    void theSumOfTheRunsIsShort() {
        assertTrue(said("what would tuning cost?")
                .contains("$8.16 (3 runs × 720,000 training tokens a run × $3.78 per 1M training tokens), then"));
        assertTrue(said("show me the formula").contains("; 1,500,000 calls a month = 50,000 calls a day"));
    }

    private static double total(CostComparison table, String option) {
        return table.option(option).orElseThrow().total().likely().doubleValue();
    }

    @Test
    void theCheapestIsTheLowestThatMayBeChosen() {
        CostComparison table = CONSULTANT.answer(TICKETS, Map.of()).cost().orElseThrow();
        CostComparison.Option cheapest = table.tables().getFirst().options().stream()
                .filter(option -> option.priced() && option.standing().eligible())
                .min(Comparator.comparing(option -> option.total().likely()))
                .orElseThrow();
        assertTrue(said("what does the cheapest one cost?")
                .contains(cheapest.name() + ": " + cheapest.total().text()));
        assertTrue(said("why is that the best option?")
                .contains(table.option(table.best().option())
                        .orElseThrow()
                        .total()
                        .text()));
    }

    @Test
    void aVerdictByARuleSaysWhatItRestsOnAndWhatOfThatNobodySaid() {
        Answers answers = Answers.of(Map.of(
                "problems",
                TicketCase.value(List.of("missing-knowledge")),
                "retrieval",
                TicketCase.value("not-tried")));
        Answers rule = answers.with("task", new SourcedAnswer(TicketCase.value("question-answering"), true, null));
        assertNull(CONSULTANT.advise(rule, Map.of()).decision().orElseThrow().recommendation());
        String sure = String.join(" ", ADVICE.figures("how sure are you?", rule, Map.of()));
        assertTrue(sure.startsWith("A rule decides this"), sure);
        assertTrue(sure.contains("What decided it: What is wrong: It does not know our facts"), sure);
        assertTrue(sure.contains("so it was assumed: Task: Answering questions"), sure);
        assertFalse(sure.contains("%"), sure);
        // Knowledge that a table of numbers misses is a case for a small classifier.
        assertTrue(sure.contains("Another answer to this could change it: Task."), sure);
    }

    @Test
    void aCallIsAMonthDividedByItsCalls() {
        CostComparison table = CONSULTANT.answer(TICKETS, Map.of()).cost().orElseThrow();
        double today = table.option("today").orElseThrow().monthly().likely().doubleValue() / 1_500_000;
        double tuned = table.option("bedrock-nova-2-lite")
                        .orElseThrow()
                        .monthly()
                        .likely()
                        .doubleValue()
                / 1_500_000;
        String both = said("what does one call cost?");
        assertTrue(both.contains(String.format("As today: $%.5f a call", today)), both);
        assertTrue(both.contains(String.format("$%.6f a call", tuned)), both);
        String trained = said("what would a call cost with the tuned model?");
        assertTrue(trained.contains(String.format("$%.6f a call", tuned)) && !trained.contains("As today"), trained);
    }

    @Test
    void aCallThatNobodyMakesHasNoPrice() {
        Answers none = TicketCase.with("calls_per_day", 0.0);

        assertEquals(
                List.of("No call is made at the volume that was said, so there is nothing to divide by. Say a volume,"
                        + " such as 1,000 a day."),
                ADVICE.figures("what does one call cost?", none, Map.of()));
    }

    @Test
    void aDiscountCountsForTheVendorOfTodayAndIsTold() {
        Map<String, BigDecimal> discount = Map.of("vendor_price_share", new BigDecimal("0.75"));
        CostComparison list = CONSULTANT.answer(TICKETS, Map.of()).cost().orElseThrow();
        CostComparison less = CONSULTANT.answer(TICKETS, discount).cost().orElseThrow();
        assertEquals(0.75 * monthly(list, "today"), monthly(less, "today"), 0.01);
        assertEquals(monthly(list, "bedrock-nova-2-lite"), monthly(less, "bedrock-nova-2-lite"), 0.01);
        String told = String.join(" ", ADVICE.figures("do you count discounts?", TICKETS, discount));
        assertTrue(told.contains("75 % of the list price"), told);
        // A bill is what is paid: the discount is in it.
        Answers billed = TicketCase.with("cost_per_1k_calls", 9.0);
        assertEquals(
                monthly(CONSULTANT.answer(billed, Map.of()).cost().orElseThrow(), "today"),
                monthly(CONSULTANT.answer(billed, discount).cost().orElseThrow(), "today"),
                0.01);
        Map<String, BigDecimal> half = Map.of("token_price_share", new BigDecimal("0.5"));
        assertEquals(
                0.5 * monthly(CONSULTANT.answer(billed, Map.of()).cost().orElseThrow(), "today"),
                monthly(CONSULTANT.answer(billed, half).cost().orElseThrow(), "today"),
                0.01);
    }

    private static double once(CostComparison.Option option) {
        return option.setup().likely().doubleValue();
    }

    private static double running(CostComparison.Option option) {
        return (option.total().likely().doubleValue() - once(option)) / 12;
    }

    private static double monthly(CostComparison cost, String option) {
        return cost.option(option).orElseThrow().monthly().likely().doubleValue();
    }

    @Test
    void saysWhenTrainingHasPaidBackAgainstTheNextBestAndWhatItSaves() {
        Answers errors = TicketCase.with("error_cost", 0.8);
        CostComparison table = CONSULTANT.answer(errors, Map.of()).cost().orElseThrow();
        String payback = String.join(" ", ADVICE.figures("how long until payback?", errors, Map.of()));
        // (12,008 - 801) once over what it saves a month against the stronger model.
        assertTrue(payback.contains("has paid back in 0.7 months against Stronger model: Claude Opus 5.5"), payback);
        assertTrue(payback.contains("in 79 % of the simulated cases"), payback);
        CostComparison.Option tuned = table.option("bedrock-nova-2-lite").orElseThrow();
        CostComparison.Option other = table.tables().getFirst().options().stream()
                .filter(option -> option.name().equals("Stronger model: Claude Opus 5.5, prompt cached"))
                .findFirst()
                .orElseThrow();
        double months = (once(tuned) - once(other)) / (running(other) - running(tuned));
        assertTrue(payback.contains(String.format("wrong answers included: %.1f months", months)), payback);
        assertTrue(payback.contains(String.format("($12,008 − $%,.0f) once", once(other))), payback);
        // Whose GPUs it would be is one of the figures' facts; that nobody said it keeps no figure back.
        String unasked =
                String.join(" ", ADVICE.figures("how long until payback?", errors.without("runs_gpus"), Map.of()));
        assertTrue(unasked.contains("against Stronger model: Claude Opus 5.5"), unasked);
        String saved = String.join(" ", ADVICE.figures("how much do we save?", errors, Map.of()));
        long difference =
                Math.round(table.option("today").orElseThrow().total().likely().doubleValue()
                        - table.option(table.best().option())
                                .orElseThrow()
                                .total()
                                .likely()
                                .doubleValue());
        assertTrue(saved.contains(String.format("That is $%,d less than today", difference)), saved);
        String effort = String.join(" ", ADVICE.figures("how long until it is live?", errors, Map.of()));
        CostComparison.Standing standing =
                table.option(table.best().option()).orElseThrow().standing();
        assertTrue(effort.contains("about " + Math.round(standing.effortHours()) + " hours of work"), effort);
    }

    @Test
    void aQuestionForAKindOfModelIsAnsweredWithThatKindOnly() {
        assertFalse(said("which cheaper model?").contains("Stronger"), said("which cheaper model?"));
        assertFalse(said("which stronger model?").contains("Cheaper"), said("which stronger model?"));
        String tuned = said("which model should we tune?");
        assertTrue(tuned.contains("Tuned Nova 2 Lite") && !tuned.contains("Stronger"), tuned);
        CostComparison table = CONSULTANT.answer(TICKETS, Map.of()).cost().orElseThrow();
        assertTrue(said("which model?").startsWith(table.best().name()), said("which model?"));
        assertFalse(said("why not Opus?").contains("You named neither"), said("why not Opus?"));
    }

    @Test
    void anotherModelOfTheSameFamilyOrSizeIsNoAnswer() {
        String mini = said("why not GPT-5.4 mini?");
        assertTrue(mini.startsWith("That is not among the options"), mini);
        Answers onGpt = TicketCase.with("model", "gpt-5.4");
        String today = String.join(" ", ADVICE.figures("why not GPT-5.4 mini?", onGpt, Map.of()));
        assertTrue(today.startsWith("That is not among the options"), today);
    }

    @Test
    void aModelThatIsComparedTrainedOnlyIsCalledThat() {
        String nova = said("why not Nova?");
        assertTrue(nova.startsWith("Without training that model is not among the options"), nova);
        assertTrue(nova.contains("Tuned Nova 2 Lite"), nova);
        assertFalse(said("why not tune Nova?").startsWith("Without training"), said("why not tune Nova?"));
        assertFalse(said("why not an adapter on Llama?").startsWith("Without"), said("why not an adapter on Llama?"));
        Answers onGpt = TicketCase.with("model", "gpt-5.4");
        String haiku = String.join(" ", ADVICE.figures("why not Claude 3 Haiku?", onGpt, Map.of()));
        assertTrue(haiku.startsWith("Without training that model is not among the options"), haiku);
    }

    @Test
    void whereARuleDecidesWhatIsTheBestByCostIsToldUnderIt() {
        Answers rule = TicketCase.with("prompt_work", List.of("instructions"), "error_cost", 0.5);
        String headline =
                CONSULTANT.advise(rule, Map.of()).decision().orElseThrow().headline();
        for (String question : List.of("which model?", "what do we save?", "what is the NPV?")) {
            String told = ADVICE.figures(question, rule, Map.of()).getFirst();
            assertTrue(told.startsWith("The answer does not rest on money: " + headline), told);
        }
        String best = CONSULTANT
                .answer(rule, Map.of())
                .cost()
                .orElseThrow()
                .sentences()
                .toString();
        assertTrue(best.contains("By cost alone the best of the table: "), best);
    }

    @Test
    void aKindOfModelIsAnsweredWithItsRows() {
        String smaller = said("why not use a smaller model?");
        assertTrue(smaller.startsWith("Cheaper model:"), smaller);
        assertFalse(smaller.contains("Left out"), smaller);
    }

    @Test
    void aLeverWithoutARowOfItsOwnIsNotAnsweredWithAnotherRow() {
        Answers shortPrompt = TicketCase.with("system_prompt_tokens", null, "error_cost", 0.8);
        String cached = String.join(" ", ADVICE.figures("why not prompt caching?", shortPrompt, Map.of()));
        assertTrue(cached.startsWith("Prompt caching"), cached);
    }

    @Test
    void theLeaningTakesWhatNobodyKnowsAsTheVerdictDoes() {
        Answers unknown = TicketCase.with("error_cost", null);
        assertEquals(
                CONSULTANT.advise(unknown, Map.of()).decision().orElseThrow().rule(),
                ADVICE.forecast(unknown, Map.of()).orElseThrow().rule().id());
    }

    @Test
    void anAssumptionIsCalledOne() {
        Answers unknown = TicketCase.with("error_cost", null);
        String today = String.join(" ", ADVICE.figures("what does it cost today?", unknown, Map.of()));
        assertTrue(today.contains("nobody said what one costs"), today);
        String nothing = String.join(" ", ADVICE.figures("how much is fine-tuning?", Answers.none(), Map.of()));
        String asked = String.join(" ", ADVICE.figures("how much does tuning cost?", Answers.none(), Map.of()));
        assertTrue(asked.contains("Nobody said: Volume, Model"), nothing + asked);
        assertTrue(asked.contains("at 100 calls a day"), asked);
    }

    private static String said(String question) {
        return String.join(" ", ADVICE.figures(question, TICKETS, Map.of()));
    }
}
