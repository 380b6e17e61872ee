package dev.tunewise.cost.estimate;

import static dev.tunewise.cost.Cases.fintech;
import static dev.tunewise.cost.Cases.style;
import static dev.tunewise.cost.Cases.tickets;
import static dev.tunewise.cost.GoldenFintech.ESTIMATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.cost.Cases;
import dev.tunewise.cost.GoldenFintech;
import dev.tunewise.cost.estimate.CostOption.Priced;
import dev.tunewise.cost.formula.BreakEven;
import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.formula.PriceRef;
import dev.tunewise.cost.option.ExcludedOption;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.money.Money;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.file.LoadResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class EstimatorTest {

    /** Two offers for GPT-4o as an old customer may have them: open, and without an end of their own. */
    private static final String REOPENED = """
            {"source": "contract", "as_of": "2026-11-01", "tuning_offers": [
              {"id": "azure-gpt-4o", "open_to_new": "yes", "ends_on": "2029-01-01"},
              {"id": "openai-gpt-4o", "open_to_new": "yes", "ends_on": "2029-01-01"}]}
            """;

    @Test
    void paysBackFarWithinTheHorizonAtFiftyThousandCallsADay() {
        OptionChoice choice = ESTIMATOR.estimate(tickets()).choice();
        assertTrue(choice.training().payback().p50() < 4, choice.toString());
        assertTrue(choice.best().lever().startsWith("fine-tune"), choice.toString());
    }

    @Test
    void namesTheVolumeFromWhichTrainingIsRecommendedWhereNobodySaidOne() {
        double from = ESTIMATOR
                .estimate(tickets().with("calls_per_day", null))
                .choice()
                .training()
                .callsPerDay();
        assertTrue(from > 500 && from < 50_000, String.valueOf(from));
        assertTrue(recommended(from).startsWith("fine-tune"));
        assertFalse(recommended(from / 1.5).startsWith("fine-tune"));
    }

    private static String recommended(double calls) {
        return ESTIMATOR
                .estimate(tickets().with("calls_per_day", calls))
                .choice()
                .best()
                .lever();
    }

    @Test
    void neverPaysBackAtAHundredCallsADayAndSaysFromWhichVolumeItWould() {
        Estimate estimate = ESTIMATOR.estimate(tickets().with("calls_per_day", 100.0));
        OptionChoice.Training training = estimate.choice().training();
        assertEquals(Double.POSITIVE_INFINITY, training.payback().p50());
        assertTrue(training.callsPerDay() > 500 && training.callsPerDay() < 50_000, training.toString());
        assertTrue(recommended(training.callsPerDay()).startsWith("fine-tune"));
        assertFalse(recommended(training.callsPerDay() / 1.5).startsWith("fine-tune"));
        assertNotNull(estimate.bestTuning().orElseThrow().payback());
    }

    @Test
    void paysBackWithinTheHorizonInTheFintechCase() {
        assertTrue(ESTIMATOR.estimate(fintech()).choice().training().payback().p50() < 12);
    }

    @Test
    void paysBackWithinTheHorizonForStyleAtVolume() {
        assertTrue(ESTIMATOR.estimate(style()).choice().training().payback().p50() < 12);
    }

    @Test
    void todaysBillCanBeCheckedLineByLine() {
        Priced today = ESTIMATOR.estimate(tickets()).today();
        CostLine input = today.lines().getFirst();
        assertEquals(
                "1,500,000 calls a month × 1,200 input tokens × $3.00 per 1M input tokens × (1 + 1 % retried)",
                input.formula());
        assertEquals(List.of("1,500,000 calls a month = 50,000 calls a day × 30 days"), input.where());
        assertEquals(Money.of("5454"), input.amount());
        PriceRef price = input.prices().getFirst();
        assertEquals("input of Claude Sonnet 4.6", price.what());
        assertEquals("2026-09-23", price.asOf());
        assertEquals("", price.warning());
        assertEquals(Money.of("5908.50"), today.run());
        assertEquals(Money.of("144000"), today.errors());
    }

    @Test
    void aKnownBillIsTodaysCost() {
        CostCase facts = CostCase.from(
                Map.of("cost_per_1k_calls", 5.0, "calls_per_day", 50_000.0), Cases.TODAY, Parameters.shipped());
        assertEquals(Money.of("7500"), ESTIMATOR.estimate(facts).today().run());
    }

    @Test
    void aDearerBillNeverMakesAnotherWayCheaper() {
        double before = 0;
        for (double bill : new double[] {0.5, 2.6, 3.0, 3.5, 3.9, 12}) {
            CostCase facts = CostCase.from(
                    Map.of("cost_per_1k_calls", bill, "calls_per_day", 33_400.0, "model", "gpt-4o"),
                    Cases.TODAY,
                    Parameters.shipped());
            double total = ((Priced) ESTIMATOR
                            .estimate(facts)
                            .option("cheaper-model:gpt-6-luna")
                            .orElseThrow())
                    .total()
                    .amount()
                    .doubleValue();
            assertTrue(total >= before, bill + ": " + total + " after " + before);
            before = total;
        }
    }

    @Test
    void tokensAreWorkedOutFromABillAndAModel() {
        CostCase facts = billed(3.9);
        Estimate estimate = ESTIMATOR.estimate(facts);
        CostInput tokens = estimate.inputs().stream()
                .filter(input -> input.key().equals("derived:input_tokens"))
                .findFirst()
                .orElseThrow();
        assertEquals(1200, tokens.range().likely().intValueExact());
        assertEquals(FigureBasis.DERIVED, tokens.basis());
    }

    @Test
    void aDearerBillMeansLongerPromptsAndLongerAnswersInProportion() {
        CostCase facts = billed(39);
        // Ten times the bill of 1,200 tokens in and 20 out.
        assertEquals(12_000, derived(facts, "input"));
        assertEquals(200, derived(facts, "output"));
        // A told answer is as long as it is told, and the prompt is what is left.
        assertEquals(12_500, derived(facts.with("output_tokens", 100), "input"));
        assertEquals(-1, derived(facts.with("output_tokens", 100), "output"));
    }

    @Test
    void aBillThatACacheMakesSmallLeavesTheAnswersAsLongAsTheyAre() {
        CostCase cached = billed(1).with("system_prompt_tokens", 3000);
        assertTrue(derived(cached, "input") < 3000, "input " + derived(cached, "input"));
        assertEquals(-1, derived(cached, "output"));
    }

    @Test
    void aBillForNoTokensAtAllImpliesNone() {
        CostCase none = billed(3.9)
                .with("system_prompt_tokens", 0)
                .with(Parameters.shipped().with(Map.of("query_tokens", 0, "output_tokens_short", 0)));
        assertEquals(-1, derived(none, "input"));
        assertEquals(Money.of("5850.00"), ESTIMATOR.estimate(none).today().run(), "the bill stays what today costs");
    }

    @Test
    void dearerTokensMakeNoPromptOfABillShorter() {
        CostCase dearer = billed(3.9).with(Parameters.shipped().with(Map.of("token_price_share", 1.5)));
        assertEquals(derived(billed(3.9), "input"), derived(dearer, "input"));
        assertEquals(derived(billed(3.9), "output"), derived(dearer, "output"));
    }

    @Test
    void aLargeBillIsOneOfLongPromptsAtTheirPrice() {
        // gpt-5.4: 2.5 and 15 dollars a million tokens, above 272,000 in 5 and 22.5.
        CostCase facts = billed(2_000).with("model", "gpt-5.4").with("output_tokens", 1_000);
        assertEquals((2_000_000 - 22_500) / 5, derived(facts, "input"), "2 dollars a call at the step that it reaches");
        assertEquals(
                (680_000 - 15_000) * 10 / 25,
                derived(billed(680).with("model", "gpt-5.4").with("output_tokens", 1_000), "input"));
        // Nothing costs a dollar a call there: the longest at the lower step costs 0.695, the shortest at the upper one
        // 1.38.
        assertEquals(272_000, derived(billed(1_000).with("model", "gpt-5.4").with("output_tokens", 1_000), "input"));
        assertEquals(272_000, derived(billed(1_380).with("model", "gpt-5.4").with("output_tokens", 1_000), "input"));
    }

    @Test
    void whatNobodySaidOfTheTaskMakesNoAnswerSurer() {
        int less = 0;
        for (double calls : new double[] {50, 1_000, 20_000, 300_000}) {
            CostCase known = billed(3.9)
                    .with("cost_per_1k_calls", null)
                    .with("calls_per_day", calls)
                    .with("task", "extraction")
                    .with("output_tokens", 100)
                    .with("error_cost", 0.2);
            OptionChoice surely = ESTIMATOR.estimate(known).choice();
            Estimate unsaid = ESTIMATOR.estimate(known.with("task", null));
            assertEquals(surely.recommended(), unsaid.choice().recommended());
            assertTrue(unsaid.choice().probability() <= surely.probability(), calls + " calls");
            less += unsaid.choice().probability() < surely.probability() ? 1 : 0;
            assertTrue(unsaid.option("classifier").orElseThrow() instanceof Priced, "the row is shown");
            assertEquals(
                    List.of("task-unsaid"), unsaid.choice().of("classifier").excludedBy());
        }
        assertTrue(less > 0, "the row that waits for the task never counted");
    }

    private static CostCase billed(double perThousand) {
        return CostCase.from(
                Map.of(
                        "cost_per_1k_calls",
                        perThousand,
                        "calls_per_day",
                        50_000.0,
                        "model",
                        "sonnet 4.6",
                        "task",
                        "classification"),
                Cases.TODAY,
                Parameters.shipped());
    }

    private static int derived(CostCase facts, String side) {
        return ESTIMATOR.estimate(facts).inputs().stream()
                .filter(input -> input.key().equals("derived:" + side + "_tokens"))
                .mapToInt(input -> input.range().likely().intValueExact())
                .findFirst()
                .orElse(-1);
    }

    @Test
    void keepsOptionsWithUnknownPricesAndSaysWhatIsMissing() {
        CostOption gemini = ESTIMATOR
                .estimate(tickets())
                .option("vertex-gemini-3.5-flash-lite")
                .orElseThrow();
        assertEquals(
                List.of(
                        "input of tuned Gemini 3.5 Flash-Lite",
                        "output of tuned Gemini 3.5 Flash-Lite",
                        "training of Gemini 3.5 Flash-Lite at Google Vertex AI"),
                ((CostOption.Unpriced) gemini).missing());
    }

    @Test
    void anOperatorsPricesMakeAHostedOfferComparable() {
        String own = """
                {"source": "contract", "as_of": "2026-11-01", "tuning_offers": [
                  {"id": "vertex-gemini-3.5-flash-lite", "training_price_usd": 1, "tuned_input_usd_per_mtok": 0.01,
                   "tuned_output_usd_per_mtok": 0.01, "confirmed": true}]}
                """;
        assertEquals(
                "vertex-gemini-3.5-flash-lite",
                withOwn(own).estimate(tickets()).choice().training().option());
    }

    private static Estimator withOwn(String prices) {
        LoadResult<PriceCatalogue> loaded = PriceFiles.overlay(
                GoldenFintech.CATALOGUE, "own.json", new ByteArrayInputStream(prices.getBytes(StandardCharsets.UTF_8)));
        return new Estimator(((LoadResult.Ok<PriceCatalogue>) loaded).value());
    }

    @Test
    void leavesOutWhatANewCustomerCannotBuyOrWhatEndsTooSoon() {
        Map<String, String> reasons = ESTIMATOR.estimate(tickets()).leftOut().stream()
                .collect(Collectors.toMap(ExcludedOption::id, ExcludedOption::reason));
        assertTrue(reasons.get("openai-gpt-4.1").startsWith("Not available to a new customer"), reasons.toString());
        assertTrue(reasons.get("azure-gpt-4o").contains("closed to new customers"), reasons.toString());
        assertTrue(reasons.get("anthropic-claude").contains("not offered"), reasons.toString());
    }

    @Test
    void aVendorsEndHoldsForItsOwnOffersAndNotForAnotherClouds() {
        Estimate year = withOwn(REOPENED).estimate(tickets());
        assertTrue(year.option("azure-gpt-4o").isPresent(), "OpenAI's day is not Azure's");
        assertEquals(
                List.of("GPT-4o ends on 2027-01-14, within the horizon."),
                year.leftOut().stream()
                        .filter(left -> left.id().equals("openai-gpt-4o"))
                        .map(ExcludedOption::reason)
                        .toList());
    }

    @Test
    void aShortHorizonLetsAnOfferIn() {
        CostCase facts = tickets().with(Parameters.shipped().with(Map.of("horizon_months", 1)));
        Estimate estimate = withOwn(REOPENED).estimate(facts);
        assertTrue(estimate.option("openai-gpt-4o").isPresent());
        assertEquals(1, estimate.horizonMonths());
    }

    @Test
    void dataThatStayInHouseLeaveOnlyOwnGpus() {
        CostCase facts = tickets().with("must_self_host", true).with("open_model", "not-tried");
        Estimate estimate = ESTIMATOR.estimate(facts);
        assertTrue(estimate.options().stream()
                .filter(CostOption::isTraining)
                .allMatch(option -> option.id().startsWith("lora-own-gpu:")));
        assertTrue(estimate.option("self-host:llama-3.1-8b").isPresent());
        assertFalse(estimate.option("cheaper-model:gpt-6-luna").isPresent());
        assertEquals("fine-tune-lora", estimate.bestTuning().orElseThrow().lever());
    }

    @Test
    void showsTheGpusThatWeightsAndCacheNeed() {
        CostCase facts = tickets().with("runs_gpus", true);
        Priced lora = (Priced)
                ESTIMATOR.estimate(facts).option("lora-own-gpu:llama-3.3-70b").orElseThrow();
        assertTrue(
                lora.notes().stream().anyMatch(note -> note.startsWith("Needs 70.6 GB for weights (fp8) and")),
                lora.notes().toString());
        assertTrue(
                lora.lines().stream().anyMatch(line -> line.label().startsWith("GPUs: ")),
                lora.lines().toString());
    }

    @Test
    void moreCallsNeedMoreReplicas() {
        CostCase facts = tickets().with("runs_gpus", true);
        Priced few = (Priced)
                ESTIMATOR.estimate(facts).option("lora-own-gpu:llama-3.1-8b").orElseThrow();
        Priced many = (Priced) ESTIMATOR
                .estimate(facts.with("calls_per_day", 5_000_000.0))
                .option("lora-own-gpu:llama-3.1-8b")
                .orElseThrow();
        assertTrue(many.run().compareTo(few.run()) > 0, few.run() + " and " + many.run());
    }

    @Test
    void examplesThatAreThereCostNoLabels() {
        assertEquals(Money.ZERO, labels(tickets()));
        assertEquals(Money.of(480), labels(tickets().with("examples", 400.0)), "400 × $1 × 1.2");
        assertEquals(Money.of(960), labels(tickets().with("labels", "unverified")), "all 800 again");
    }

    @Test
    void aCachedPromptMustBeLongEnough() {
        assertFalse(ESTIMATOR.estimate(tickets()).option("today-cached").isPresent());
        CostCase facts = tickets().with("system_prompt_tokens", 1100.0);
        assertTrue(ESTIMATOR.estimate(facts).option("today-cached").isPresent());
    }

    @Test
    void slowAnswersRuleOutBatches() {
        assertTrue(ESTIMATOR.estimate(tickets()).option("today-batch").isPresent());
        assertFalse(ESTIMATOR
                .estimate(tickets().with("problems", List.of("too-slow")))
                .option("today-batch")
                .isPresent());
        assertFalse(ESTIMATOR
                .estimate(tickets().with("task", "agent"))
                .option("today-batch")
                .isPresent());
    }

    @Test
    void aCheaperModelIsBestWhereCostIsTheOnlyMotive() {
        CostCase facts = tickets().with("problems", List.of("too-expensive"));
        assertEquals("cheaper-model", ESTIMATOR.estimate(facts).choice().best().lever());
    }

    @Test
    void shownAtThreeVolumesWhenNobodySaidHowMany() {
        Estimate estimate = ESTIMATOR.estimate(tickets().with("calls_per_day", null));
        assertTrue(estimate.volumeAssumed());
        assertEquals(
                List.of(100, 10_000, 1_000_000),
                estimate.atVolumes().get().stream()
                        .map(at -> at.callsPerDay().intValue())
                        .toList());
    }

    @Test
    void ofOtherVolumesTheTableAloneIsWorkedOut() {
        Estimate estimate = ESTIMATOR.estimate(tickets().with("calls_per_day", null));
        assertNotNull(estimate.choice().training());
        assertNotNull(estimate.priced().getLast().breakEven());
        for (Estimate other : estimate.atVolumes().get()) {
            assertNull(other.choice().training());
            assertTrue(other.priced().stream().allMatch(option -> option.breakEven() == null));
            assertTrue(other.priced().stream()
                    .allMatch(option -> other.choice().of(option.id()).lockIn()
                            == estimate.choice().of(option.id()).lockIn()));
        }
    }

    @Test
    void placesAVanishedModelByItsSizeAndSaysSo() {
        Estimate estimate = ESTIMATOR.estimate(tickets().with("model", "gpt-4"));
        assertTrue(
                estimate.notes()
                        .contains("GPT-4 ended on 2026-10-23: try a current model first. It is costed at the prices of"
                                + " current large models. Nearest current of its class: GPT-6.2 Astra; say so if"
                                + " you use another."),
                estimate.notes().toString());
        CostInput price = estimate.inputs().stream()
                .filter(input -> input.key().equals("price:large-class:input"))
                .findFirst()
                .orElseThrow();
        assertFalse(price.range().isExact());
    }

    @Test
    void longPromptsPayTheirTier() {
        CostCase facts = tickets().with("model", "gpt-5.4").with("input_tokens", 300_000.0);
        CostLine input = ESTIMATOR.estimate(facts).today().lines().getFirst();
        assertTrue(input.formula().contains("$5.00 per 1M"), input.formula());
    }

    @Test
    void aQualityThatNobodySaidIsARange() {
        Estimate estimate = ESTIMATOR.estimate(tickets().with("quality_now", null));
        assertTrue(estimate.today().errors().amount().signum() > 0);
        assertTrue(estimate.assumed().stream().anyMatch(input -> input.key().equals("parameter:quality_now_share")));
    }

    /** Nobody said how often it is wrong: where an error's cost is told that counts as likely as it is, and where none is told nothing does. */
    @Test
    void aQualityThatNobodyToldCountsWhereAnErrorCosts() {
        CostCase unknown = tickets().with("quality_now", null).with("problems", List.of("too-expensive"));
        Estimate told = ESTIMATOR.estimate(unknown);
        assertTrue(told.today().errors().compareTo(Money.ZERO) > 0, told.today()::toString);
        assertEquals(
                Money.ZERO,
                ESTIMATOR.estimate(unknown.with("error_cost", null)).today().errors());
    }

    @Test
    void aMultipleThatSomebodySetReplacesTheListedPrice() {
        CostCase facts = tickets().with("system_prompt_tokens", 1100.0);
        Priced listed = (Priced) ESTIMATOR.estimate(facts).option("today-batch").orElseThrow();
        CostCase dearer =
                facts.with(Parameters.shipped().with(Map.of("batch_multiplier", 0.8, "cached_read_multiplier", 0.5)));
        Priced set = (Priced) ESTIMATOR.estimate(dearer).option("today-batch").orElseThrow();
        assertEquals(Money.of("2954.25"), listed.run());
        assertEquals(Money.of("4726.80"), set.run());
        assertTrue(((Priced) ESTIMATOR.estimate(dearer).option("today-cached").orElseThrow())
                        .run()
                        .compareTo(((Priced) ESTIMATOR
                                        .estimate(facts)
                                        .option("today-cached")
                                        .orElseThrow())
                                .run())
                > 0);
    }

    @Test
    void breakEvenShowsItsFormula() {
        BreakEven breakEven =
                ESTIMATOR.estimate(tickets()).bestTuning().orElseThrow().breakEven();
        assertTrue(
                breakEven.formula().startsWith("V = (F_new - F_now + U / N) / (c_now - c_new + (a_new - a_now) × E)"));
        assertTrue(
                breakEven
                        .formula()
                        .endsWith("($834.65 - $0.00 + $12,008.35 / 12) / ($0.003939 - $0.000202 +"
                                + " (91 % - 88 %) × $0.80), / 30 = 2,205.6 calls a day"),
                breakEven.formula());
    }

    @Test
    void breakEvenSaysWhyThereIsNone() {
        CostCase facts = tickets().with("prompt_work", List.of("instructions"));
        Priced fewShot = (Priced) ESTIMATOR.estimate(facts).option("few-shot").orElseThrow();
        assertFalse(fewShot.breakEven().exists());
        assertTrue(
                fewShot.breakEven().reason().startsWith("A call costs $0.002424 more than today"),
                fewShot.breakEven().reason());
    }

    @Test
    void atBreakEvenAnOptionCostsWhatTodayCosts() {
        for (CostCase facts : List.of(tickets().with("runs_gpus", true), fintech(), style())) {
            for (Priced option : ESTIMATOR.estimate(facts).priced()) {
                if (option.breakEven() == null
                        || !option.breakEven().exists()
                        || option.breakEven().callsPerDay() < 500) {
                    continue;
                }
                double volume = Math.round(option.breakEven().callsPerDay());
                Estimate there = ESTIMATOR.estimate(facts.with("calls_per_day", volume));
                double total = ((Priced) there.option(option.id()).orElseThrow())
                        .total()
                        .amount()
                        .doubleValue();
                double share = there.today().total().amount().doubleValue() / total - 1;
                assertEquals(0, share, 0.002, option.id() + " at " + volume);
            }
        }
    }

    @Test
    void namesWhatTheFiguresStillNeed() {
        assertEquals(List.of("model", "input_tokens", "output_tokens"), CostFigures.needs(Set.of("problems")));
        assertEquals(List.of("output_tokens"), CostFigures.needs(Set.of("model", "input_tokens")));
        assertEquals(List.of(), CostFigures.needs(Set.of("cost_per_1k_calls")));
    }

    private static Money labels(CostCase facts) {
        return ESTIMATOR.estimate(facts).bestTuning().orElseThrow().lines().stream()
                .filter(line -> line.label().equals("Labels for missing examples"))
                .findFirst()
                .orElseThrow()
                .amount();
    }
}
