package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.cost.estimate.CostLine;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.estimate.OptionChoice;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The recommendation against its own table, one case for each kind of contradiction that was seen once. */
class RecommendationFindingsTest {
    private static final CatalogueCosting COSTING = ShippedFlow.costing();
    private static final Consultant CONSULTANT = new Consultant(ShippedFlow.flow(), COSTING);

    @Test
    void aStrongerModelThatMeetsTheTargetCompetesWithTraining() {
        Answers answers = TicketCase.with("error_cost", 0.8, "model", "claude-haiku-4-5");
        OptionChoice choice = choice(answers);

        assertTrue(choice.of("stronger-model").eligible());
        assertEquals("stronger-model", choice.training().against());
        assertEquals(choice.recommended(), row(answers));
        double saved = choice.of("today").total() - choice.of("stronger-model").total();
        double bySavings = choice.of("today").total()
                - choice.of(choice.training().option()).total();
        assertTrue(saved > 0.9 * bySavings, choice.toString());
    }

    @Test
    void atItsTargetATeamIsStillToldWhatCostsLess() {
        Answers answers = TicketCase.with("model", "claude-opus-4-7", "cost_per_1k_calls", 60, "quality_now", 92);

        assertEquals("no cheaper-model", verdict(answers));
        assertEquals(1_080_000, choice(answers).of("today").total(), 1);
        assertTrue(choice(answers).best().total() < 30_000, choice(answers).toString());
        assertEquals("no cheaper-model", verdict(TicketCase.with("quality_target", 88)));
    }

    @Test
    void whatIsAvoidableIsAvoided() {
        Answers answers = TicketCase.with("calls_per_day", 5000, "problems", List.of("too-expensive", "wrong-labels"));

        assertEquals("no cheaper-model", verdict(answers));
        OptionChoice choice = choice(answers);
        assertTrue(choice.of("today").total() - choice.best().total() > 16_000, choice.toString());
    }

    @Test
    void aSavingIsTheSameOnlyWithinDollarsToo() {
        Answers answers = TicketCase.with(
                "problems", List.of("too-expensive"),
                "task", "extraction",
                "model", "gemini-3.5-flash",
                "calls_per_day", 3_000_000,
                "input_tokens", 20_000,
                "output_tokens", 20,
                "system_prompt_tokens", 18_000,
                "quality_target", 88,
                "runs_gpus", true);
        OptionChoice choice = choice(answers);

        for (OptionChoice.Fitness other : choice.fitness().values()) {
            if (other.eligible() && other.meetsTarget() >= choice.wanted()) {
                assertTrue(choice.best().total() <= other.total() + 5000, choice.toString());
            }
        }
        assertEquals(choice.recommended(), row(answers));
    }

    @Test
    void trainingIsSetAgainstTheCheapestWayWithoutIt() {
        Answers answers = TicketCase.with("error_cost", 0.01);

        assertEquals("no cheaper-model", verdict(answers));
        assertEquals(
                Double.POSITIVE_INFINITY, choice(answers).training().payback().p50());
        assertTrue(choice(answers).of("bedrock-nova-2-lite").excludedBy().contains("does-not-pay-back"));
    }

    @Test
    void whoRunsTheLargestModelHasNoStrongerOneToTryFirst() {
        Answers mid = TicketCase.with("error_cost", 2, "stronger_model", "not-tried");
        Answers largest = TicketCase.with("error_cost", 2, "stronger_model", "not-tried", "model", "claude-opus-4-7");

        assertEquals(
                List.of("stronger-model-first"),
                choice(mid).of("bedrock-nova-2-lite").excludedBy());
        assertEquals("no stronger-model", verdict(mid));
        assertTrue(choice(largest).of("bedrock-nova-2-lite").eligible());
        assertEquals("yes fine-tune-api", verdict(largest));
        List<String> tokens = List.of("input_tokens", "output_tokens");
        assertEquals(
                "no stronger-model",
                verdict(TicketCase.without(tokens, "error_cost", 2, "stronger_model", "not-tried")));
        assertEquals(
                tokens,
                CONSULTANT
                        .advise(
                                TicketCase.without(
                                        tokens,
                                        "error_cost",
                                        2,
                                        "stronger_model",
                                        "not-tried",
                                        "model",
                                        "claude-opus-4-7"),
                                Map.of())
                        .needs());
    }

    @Test
    void aVolumeAtWhichTrainingHardlyEverPaysIsANo() {
        Answers answers = TicketCase.with("calls_per_day", 6229);

        assertEquals("no", decision(answers).verdict());
        assertTrue(choice(answers).training().paysBack() < 0.5);
        assertNotEquals("today", row(TicketCase.with("calls_per_day", 500)), "the table has cheaper rows");
    }

    @Test
    void inHouseMoneyCountsToo() {
        Answers answers = inHouse(1000, 3.83);

        assertEquals("no classifier", verdict(answers), "no adapter for a bill of 115 a month, and no vendor either");
        assertEquals("classifier", row(answers));
    }

    @Test
    void aRowInHouseThatIsMostLikelyWorseSaysSo() {
        Decision decision = decision(inHouse(50_000, 0.0767));

        assertEquals("classifier", decision.recommendation().option());
        assertFalse(decision.recommendation().meetsTarget(), decision.toString());
        assertTrue(decision.headline().contains("as good as what runs today in only 12 %"), decision.headline());
    }

    private static Answers inHouse(int callsPerDay, double costPerThousand) {
        return TicketCase.with(
                "problems",
                List.of("too-expensive"),
                "must_self_host",
                true,
                "open_model",
                "falls-short",
                "calls_per_day",
                callsPerDay,
                "cost_per_1k_calls",
                costPerThousand);
    }

    @Test
    void whoNamesTheGpusIsCostedOnThem() {
        for (String gpu : List.of("H100", "L40S", "A100")) {
            Answers answers = TicketCase.with("model", "gpt-oss-120b on our " + gpu, "runs_gpus", true);
            Estimate estimate = COSTING.simulated(answers, Map.of(), Map.of()).orElseThrow();
            List<String> lines =
                    estimate.today().lines().stream().map(CostLine::label).toList();
            assertTrue(lines.stream().anyMatch(line -> line.contains(" × " + gpu)), lines.toString());
        }
    }

    @Test
    void whatMustStayInHouseIsNotSentToACheaperModelFirst() {
        Answers vendor = TicketCase.with("problems", List.of("too-expensive"), "eval_items", 42);
        Answers home = TicketCase.with(
                "problems",
                List.of("too-expensive"),
                "eval_items",
                42,
                "must_self_host",
                true,
                "open_model",
                "not-tried");

        assertEquals("no cheaper-model", verdict(vendor));
        assertEquals("not-yet measure", verdict(home));
    }

    @Test
    void aTuningThatMadeThingsWorseIsLookedIntoFirst() {
        Answers answers = TicketCase.with("tuning_tried", "worse", "eval_items", 200, "examples", 5000);

        assertEquals("not-yet measure", verdict(answers));
        assertNull(decision(answers).recommendation());
    }

    @Test
    void labelsDoNotMatterForACheaperModel() {
        Answers answers =
                TicketCase.with("problems", List.of("too-expensive"), "calls_per_day", 100, "labels", "unverified");

        assertEquals("no", decision(answers).verdict());
        assertFalse(
                decision(answers).headline().contains("label"),
                decision(answers).headline());
    }

    @Test
    void wrongAnswersThatAreNotCountedAreNotSaidToBeIncluded() {
        Answers costOnly = TicketCase.with("problems", List.of("too-expensive"), "error_cost", null);

        assertTrue(
                decision(costOnly).headline().contains("wrong answers left out"),
                decision(costOnly).headline());
        assertTrue(decision(TicketCase.with("problems", List.of("too-expensive"), "error_cost", 2))
                .headline()
                .contains("errors included"));
    }

    @Test
    void theParametersOfTrainingTouchTrainingOnly() {
        Answers answers = TicketCase.with("error_cost", 0.8);
        Map<String, BigDecimal> half = Map.of("gap_closed_share", new BigDecimal("0.5"));
        OptionChoice usual = choice(answers);
        OptionChoice changed =
                COSTING.simulated(answers, half, Map.of()).orElseThrow().choice();

        usual.fitness().forEach((id, fitness) -> {
            if (!fitness.lever().startsWith("fine-tune") && !Double.isNaN(fitness.total())) {
                assertEquals(fitness.total(), changed.of(id).total(), 0.001, id);
            }
        });
        assertTrue(changed.of("bedrock-nova-2-lite").total()
                > usual.of("bedrock-nova-2-lite").total());
    }

    @Test
    void trainingMayFail() {
        OptionChoice choice = choice(TicketCase.with("error_cost", 0.8));

        assertTrue(choice.training().paysBack() > 0.6 && choice.training().paysBack() < 0.9, choice.toString());
        assertTrue(choice.of("bedrock-nova-2-lite").meetsTarget() < 0.9, choice.toString());
    }

    @Test
    void aStrongerModelThatMeetsTheTargetIsNotSaidToFallShort() {
        String reasons = decision(TicketCase.with("error_cost", 0.8)).reasons().toString();

        assertFalse(reasons.contains("the gap is still there"), reasons);
    }

    @Test
    void whatNobodyKnowsIsNotToldAsAFact() {
        Decision unstable = decision(TicketCase.with("stable_for", null, "error_cost", 0.8));
        assertEquals("not-yet", unstable.verdict());
        assertTrue(unstable.headline().contains("Nobody has said"), unstable.headline());
        Decision volume = decision(TicketCase.with("calls_per_day", null, "error_cost", 0.3));
        assertFalse(volume.toString().contains("At 1,000 calls"), volume.toString());
    }

    @Test
    void aHeadlineNamesWhatItsFiguresRestOn() {
        Decision target = decision(TicketCase.with("quality_target", null, "error_cost", 0.01));
        assertFalse(target.toString().contains("unknown share"), target.toString());
        Decision volume = decision(TicketCase.with("calls_per_day", null, "model", "gpt-4o", "error_cost", 0.01));
        assertTrue(volume.headline().matches(".*(nobody said|No, below [0-9,]+ calls).*"), volume.headline());
        assertFalse(volume.toString().contains("unknown number of calls"), volume.toString());
        Decision model = decision(TicketCase.with("model", "unknown", "error_cost", 0.01));
        assertTrue(model.headline().contains("nobody said which"), model.headline());
    }

    @Test
    void anUnknownErrorCostIsAThreshold() {
        Decision decision = decision(TicketCase.with("error_cost", null));

        assertTrue(decision.headline().startsWith("Yes, from $0.0405 an avoided error"), decision.headline());
        assertTrue(decision.headline().contains("below that “Cheaper model: DeepSeek V4 Flash"), decision.headline());
        Consultant.Answer answer = CONSULTANT.answer(TicketCase.with("error_cost", null), Map.of());
        assertTrue(answer.outlook().matters("error_cost"), answer.outlook().toString());
        assertEquals(
                "about $0.80 ($0.05–$10)",
                answer.advice().assumptions().getFirst().value());
        assertTrue(answer.cost().orElseThrow().monthly().endsWith("before wrong answers"));
        double from = choice(TicketCase.with("error_cost", null)).training().errorCost();
        assertEquals(0.04, from, 0.02);
        assertEquals("no", decision(TicketCase.with("error_cost", from - 0.001)).verdict());
        assertEquals("yes", decision(TicketCase.with("error_cost", from)).verdict());
        Consultant.Answer below = CONSULTANT.answer(TicketCase.with("error_cost", from - 0.01), Map.of());
        assertTrue(
                below.outlook().flips().stream()
                        .anyMatch(flip -> flip.fact().equals("error_cost")
                                && flip.at().raw().equals(from)),
                below.outlook().toString());
    }

    @Test
    void theDisputesOfTheArticleAreAboutEvenWithTriageAndLoseWithout() {
        Object[] disputes = {
            "model", "claude-opus-4-7", "stronger_model", "falls-short", "classes", 47, "calls_per_day", 1643,
            "input_tokens", 1000, "output_tokens", 50, "system_prompt_tokens", 700, "examples", 2000,
            "quality_now", 90, "quality_target", 96
        };
        OptionChoice without = choice(with(disputes, "error_cost", 0));
        OptionChoice triage = choice(with(disputes, "error_cost", 0.625));

        String tuned = without.training().option();
        assertEquals("no", decision(with(disputes, "error_cost", 0)).verdict());
        assertTrue(without.of(tuned).total() > 5 * without.of("today").total(), without.toString());
        assertEquals(1, triage.of(tuned).total() / triage.of("today").total(), 0.1);
        String unknown = decision(with(disputes, "error_cost", null)).headline();
        assertTrue(unknown.startsWith("No, as long as an avoided error is worth less than $0.78"), unknown);
    }

    @Test
    void aRowThatCostsMoreThanTodayIsNotCalledTheBestAtAnyCostOfAnError() {
        Object[] llama = {
            "model",
            "together-llama-3.3-70b",
            "stronger_model",
            "meets-target-too-costly",
            "classes",
            17,
            "calls_per_day",
            38641,
            "input_tokens",
            1464,
            "output_tokens",
            420,
            "system_prompt_tokens",
            4050,
            "examples",
            100,
            "quality_now",
            61,
            "quality_target",
            76
        };
        Answers answers = with(llama, "error_cost", null);
        OptionChoice choice = choice(answers);
        String headline = decision(answers).headline();

        assertTrue(choice.best().withoutErrors() > choice.of("today").withoutErrors(), choice.toString());
        assertTrue(headline.contains("At what was assumed of one"), headline);
        assertFalse(headline.contains("is then the best row"), headline);
    }

    private static Answers with(Object[] changes, String fact, Object value) {
        Object[] all = java.util.Arrays.copyOf(changes, changes.length + 2);
        all[changes.length] = fact;
        all[changes.length + 1] = value;
        return TicketCase.with(all);
    }

    @Test
    void trainingThatPaysBackInFewCasesIsNotRecommended() {
        Answers answers = RecommendationPropertiesTest.randomCase(new java.util.Random(104));
        OptionChoice choice = choice(answers);

        assertTrue(choice.best().eligible());
        choice.fitness().values().stream()
                .filter(option -> option.eligible() && option.lever().startsWith("fine-tune"))
                .forEach(option -> assertTrue(choice.training().paysBack() >= 0.5, choice.toString()));
    }

    @Test
    void whatWasLeftOutMeansTheSameAsWhatNobodyKnows() {
        for (String fact : List.of("error_cost", "calls_per_day")) {
            Answers left = CONSULTANT.withRanges(TicketCase.without(List.of(fact), "error_cost", 0.8), Map.of());
            Answers unknown = fact.equals("error_cost")
                    ? TicketCase.with("error_cost", null)
                    : TicketCase.with(fact, null, "error_cost", 0.8);
            assertEquals(decision(unknown).headline(), decision(left).headline());
        }
    }

    @Test
    void anErrorThatCostsIsCountedWhereNobodySaidHowOftenItHappens() {
        Object[] costOnly = {"problems", List.of("too-expensive"), "error_cost", 2};
        Answers known = TicketCase.with(costOnly);
        Decision told = decision(known);
        Decision open = decision(TicketCase.with(Stream.concat(Stream.of(costOnly), Stream.of("quality_now", null))
                .toArray()));
        assertTrue(open.headline().contains("errors included"), open.headline());
        assertTrue(
                open.recommendation().probability() <= told.recommendation().probability() + 0.03,
                told.recommendation() + " " + open.recommendation());
    }

    @Test
    void ofEvenWaysOnOneRungTheOneWithLessWorkIsTaken() {
        OptionChoice choice = choice(TicketCase.with(
                "problems",
                List.of("too-expensive"),
                "task",
                "extraction",
                "model",
                "gemini-3.5-flash",
                "calls_per_day",
                30_000,
                "input_tokens",
                2000,
                "system_prompt_tokens",
                1200,
                "output_tokens",
                400,
                "quality_now",
                null,
                "error_cost",
                0.5));
        String plain = choice.recommended();
        assertTrue(plain.startsWith("cheaper-model:"), plain);
        String batches = plain.replace("cheaper-model:", "cheaper-model-batch:");
        assertTrue(
                choice.of(batches).total() < choice.of(plain).total(),
                choice.fitness().toString());
        assertTrue(choice.of(plain).effortHours() < choice.of(batches).effortHours());
        assertTrue(choice.tie());
    }

    @Test
    void anAnswerOfAssumptionsAloneSaysSo() {
        Answers answers = Answers.none();
        Advice advice = CONSULTANT.advise(answers, Map.of());
        while (advice.decision().isEmpty()) {
            for (String fact : advice.needs()) {
                Value assumed = ShippedFlow.flow().fact(fact).orElseThrow().assume();
                answers = answers.with(fact, new SourcedAnswer(assumed, true, null));
            }
            advice = CONSULTANT.advise(answers, Map.of());
        }
        String headline = advice.decision().orElseThrow().headline();
        assertTrue(headline.contains("Nobody has said"), headline);
        assertEquals(answers.assumed().size(), advice.assumptions().size());
    }

    @Test
    void trainingThatMayNotBeChosenIsNotSaidNotToPay() {
        Answers untried = TicketCase.with(
                "problems",
                List.of("wrong-labels"),
                "stronger_model",
                "not-tried",
                "error_cost",
                null,
                "model",
                "gpt-5.4",
                "calls_per_day",
                1000,
                "input_tokens",
                5207,
                "output_tokens",
                746,
                "system_prompt_tokens",
                3698,
                "quality_now",
                88,
                "quality_target",
                97,
                "task",
                "generation");
        String headline = decision(untried).headline();
        assertNull(choice(untried).training(), headline);
        assertFalse(headline.contains("does not pay"), headline);
    }

    @Test
    void aShortHorizonAndFewCallsAreWrittenAsTheyAre() {
        CostComparison month = CONSULTANT
                .answer(
                        TicketCase.with("calls_per_day", new BigDecimal("0.01")),
                        Map.of("horizon_months", BigDecimal.ONE))
                .cost()
                .orElseThrow();
        String told = month.sentences().toString();
        assertTrue(told.contains("over 1 month”") || told.contains("over 1 month."), told);
        assertTrue(told.contains("at 0.01 calls a day"), told);
        assertFalse(told.contains("1 months"), told);
    }

    @Test
    void everyRowSaysWhatItTiesATeamTo() {
        CostComparison view =
                CONSULTANT.answer(TicketCase.with(), Map.of()).cost().orElseThrow();

        assertEquals("none", view.option("today").orElseThrow().standing().lockIn());
        assertEquals(
                "model", view.option("stronger-model").orElseThrow().standing().lockIn());
        assertEquals(
                "vendor-weights",
                view.option("bedrock-nova-2-lite").orElseThrow().standing().lockIn());
        assertEquals(
                "own-weights",
                view.option("lora-dedicated:llama-3.1-8b")
                        .orElseThrow()
                        .standing()
                        .lockIn());
    }

    @Test
    void anEvaluationTooSmallForTheGapIsNotSaidToBeEnough() {
        String few = decision(TicketCase.with("error_cost", 0.8, "eval_items", 300))
                .reasons()
                .toString();
        assertTrue(few.contains("the gap takes about 391 items"), few);
        assertFalse(few.contains("enough to train and to see"), few);
        String enough = decision(TicketCase.with("error_cost", 0.8)).reasons().toString();
        assertTrue(enough.contains("enough to train and to see whether it helped"), enough);
    }

    @Test
    void theTableSaysWhatItsRecommendationRestsOn() {
        CostComparison view = CONSULTANT
                .answer(TicketCase.with("error_cost", 0.8), Map.of())
                .cost()
                .orElseThrow();

        assertEquals(0.5, view.wantedProbability());
        for (CostComparison.Option option : view.tables().getFirst().options()) {
            CostComparison.Standing standing = option.standing();
            assertEquals(standing.excludedBy().isEmpty(), standing.eligible(), option.id());
            assertTrue(standing.meetsTarget() >= 0 && standing.meetsTarget() <= 1, option.id());
            assertTrue(standing.effortHours() >= 0 && standing.weeksToLive() >= 0, option.id());
        }
    }

    private static OptionChoice choice(Answers answers) {
        return COSTING.simulated(answers, Map.of(), ShippedFlow.flow().excluded(answers.raw()))
                .orElseThrow()
                .choice();
    }

    private static Decision decision(Answers answers) {
        return CONSULTANT.advise(answers, Map.of()).decision().orElseThrow();
    }

    private static String verdict(Answers answers) {
        return decision(answers).verdict() + " " + decision(answers).lever();
    }

    private static String row(Answers answers) {
        return decision(answers).recommendation() == null
                ? ""
                : decision(answers).recommendation().option();
    }
}
