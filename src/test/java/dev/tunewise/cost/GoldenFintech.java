package dev.tunewise.cost;

import dev.tunewise.cost.estimate.CostOption;
import dev.tunewise.cost.estimate.Estimator;
import dev.tunewise.cost.formula.InvestmentMath;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.money.Money;
import dev.tunewise.money.MonthLength;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.file.LoadResult;
import dev.tunewise.price.offer.TuningOffer;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;

/** The cases of the fintech article, by the product's own functions. */
public final class GoldenFintech {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    /** The shipped prices with those of 2026-08-01 that golden cases were computed with and that changed since. */
    public static final PriceCatalogue CATALOGUE = asOfTheGoldenCases();

    public static final Estimator ESTIMATOR = new Estimator(CATALOGUE);

    static final Map<String, Function<GoldenCase, Map<String, Object>>> CASES = Map.ofEntries(
            Map.entry("000-wasted-calls", GoldenFintech::wastedCalls),
            Map.entry(
                    "000-output-price",
                    golden -> Map.of(
                            "ratio",
                            CATALOGUE
                                            .model("claude-opus-4-7")
                                            .orElseThrow()
                                            .prices()
                                            .output()
                                            .amount()
                                            .doubleValue()
                                    / golden.in("claimed_output_usd_per_mtok"))),
            Map.entry("000-api-saving", GoldenFintech::apiSaving),
            Map.entry(
                    "000-label-cost",
                    golden -> Map.of(
                            "usd_per_label",
                            usd(golden.in("labelling_usd"))
                                    .dividedBy(decimal(golden.in("examples")))
                                    .amount())),
            Map.entry("000-training-cost", GoldenFintech::trainingCost),
            Map.entry(
                    "000-training-channel",
                    golden -> Map.of(
                            "available",
                            CATALOGUE.offers().stream()
                                    .filter(offer -> offer.provider().equals("Anthropic"))
                                    .anyMatch(TuningOffer::openToNew))),
            Map.entry("000-payback", GoldenFintech::payback),
            Map.entry("000-payback-consistent", GoldenFintech::paybackConsistent),
            Map.entry(
                    "000-payback-api-only",
                    golden -> Map.of(
                            "months_at_450",
                                    InvestmentMath.payback(
                                            usd(golden.in("upfront_usd")).amount(),
                                            Money.of(450).amount()),
                            "months_at_60",
                                    InvestmentMath.payback(
                                            usd(golden.in("upfront_usd")).amount(),
                                            Money.of(60).amount()))),
            Map.entry(
                    "000-roi-upfront",
                    golden -> Map.of(
                            "share_of_real_upfront",
                            golden.in("training_usd") / (golden.in("training_usd") + golden.in("labelling_usd")),
                            "payback_days_at_450_if_only_180",
                            InvestmentMath.payback(
                                            usd(golden.in("training_usd")).amount(),
                                            Money.of(450).amount())
                                    * MonthLength.CALENDAR_DAYS.doubleValue())),
            Map.entry("000-error-cost", GoldenFintech::errorCost),
            Map.entry("000-npv12", GoldenFintech::presentValue));

    private GoldenFintech() {}

    /** What an option called today costs a month, in calls and in errors, as the estimator has it. */
    static CostOption.Priced today(double callsPerMonth, double perThousand, double qualityNow, double errorCost) {
        CostCase facts = CostCase.from(
                Map.of(
                        "calls_per_day", callsPerMonth / 30,
                        "cost_per_1k_calls", perThousand,
                        "quality_now", qualityNow,
                        "error_cost", errorCost),
                TODAY,
                Parameters.shipped());
        return ESTIMATOR.estimate(facts).today();
    }

    static double run(double callsPerMonth, double perThousand) {
        return today(callsPerMonth, perThousand, 100, 0).run().amount().doubleValue();
    }

    static Money usd(double amount) {
        return Money.of(decimal(amount));
    }

    static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }

    private static Map<String, Object> wastedCalls(GoldenCase golden) {
        double bill = run(golden.in("volume_per_month"), golden.in("cost_per_call_usd") * 1000);
        return Map.of(
                "wrong_calls_low", golden.in("volume_per_month") * golden.in("error_low"),
                "wrong_calls_high", golden.in("volume_per_month") * golden.in("error_high"),
                "waste_low_usd", bill * golden.in("error_low"),
                "waste_high_usd", bill * golden.in("error_high"),
                "whole_bill_usd", bill);
    }

    private static Map<String, Object> apiSaving(GoldenCase golden) {
        double volume = golden.in("volume_per_month");
        double saving = run(volume, golden.in("before_usd") * 1000) - run(volume, golden.in("after_usd") * 1000);
        return Map.of(
                "saving_usd_per_month", saving,
                "volume_needed_for_claim", golden.in("claimed_saving_usd") / (saving / volume),
                "overstatement", golden.in("claimed_saving_usd") / saving);
    }

    private static Map<String, Object> trainingCost(GoldenCase golden) {
        double tokens = golden.in("examples") * golden.in("tokens_per_example_shown") * golden.in("epochs");
        double perExample = golden.in("examples") * golden.in("epochs");
        return Map.of(
                "training_tokens", tokens,
                "implied_usd_per_mtok", golden.in("training_usd") / tokens * 1e6,
                "tokens_per_example_at_25", tokensFor(golden, "openai-gpt-4o") / perExample,
                "tokens_per_example_at_8", tokensFor(golden, "openai-gpt-3.5-turbo") / perExample,
                "tokens_per_example_at_3", tokensFor(golden, "openai-gpt-4o-mini") / perExample);
    }

    private static double tokensFor(GoldenCase golden, String offer) {
        Money price = CATALOGUE.offer(offer).orElseThrow().training().low();
        return golden.in("training_usd") / price.amount().doubleValue() * 1e6;
    }

    private static Map<String, Object> payback(GoldenCase golden) {
        Money upfront = usd(golden.in("labelling_usd")).plus(usd(golden.in("training_usd")));
        Money saving = usd(golden.in("api_saving_claimed"))
                .plus(usd(golden.in("triage_saving_per_year")).dividedBy(BigDecimal.valueOf(12)));
        double weeks = paybackWeeks(upfront, saving);
        return Map.of(
                "upfront_usd",
                upfront.amount(),
                "monthly_saving_usd",
                saving.amount(),
                "payback_months",
                InvestmentMath.payback(upfront.amount(), saving.amount()),
                "payback_weeks",
                weeks,
                "share_recovered_in_3_weeks",
                golden.in("weeks_claimed") / weeks,
                "monthly_saving_needed_for_3_weeks",
                saving.amount().doubleValue() * weeks / golden.in("weeks_claimed"));
    }

    private static Map<String, Object> paybackConsistent(GoldenCase golden) {
        Money upfront = usd(golden.in("upfront_usd"));
        Money saving = usd(golden.in("api_saving")).plus(usd(golden.in("triage_saving_per_month")));
        return Map.of(
                "payback_months", InvestmentMath.payback(upfront.amount(), saving.amount()),
                "payback_weeks", paybackWeeks(upfront, saving),
                "first_year_roi", firstYearReturn(upfront, saving));
    }

    private static Map<String, Object> errorCost(GoldenCase golden) {
        double volume = golden.in("volume_per_month");
        double after = errors(volume, golden.in("error_after"));
        double low = errors(volume, golden.in("error_before_low")) - after;
        double high = errors(volume, golden.in("error_before_high")) - after;
        double month = golden.in("triage_usd_per_year") / 12;
        return Map.of(
                "avoided_low", low,
                "avoided_high", high,
                "usd_per_error_high", month / low,
                "usd_per_error_low", month / high,
                "usd_per_error_mid", month / ((low + high) / 2));
    }

    /** Errors a month: the estimator's error cost at a dollar each. */
    private static double errors(double volume, double rate) {
        return today(volume, 1, 100 - 100 * rate, 1).errors().amount().doubleValue();
    }

    private static Map<String, Object> presentValue(GoldenCase golden) {
        Money upfront = usd(golden.in("upfront_usd"));
        double discount = golden.in("annual_discount");
        int months = (int) golden.in("months");
        return Map.of(
                "npv_at_2950",
                        presentValue(upfront, Money.of(2950), discount, months).amount(),
                "npv_at_2560",
                        presentValue(upfront, Money.of(2560), discount, months).amount(),
                "npv_at_450",
                        presentValue(upfront, Money.of(450), discount, months).amount(),
                "npv_at_60",
                        presentValue(upfront, Money.of(60), discount, months).amount());
    }

    private static PriceCatalogue asOfTheGoldenCases() {
        String old = """
                {"as_of": "2026-08-01", "models": [
                  {"id": "together-llama-3.3-70b", "input_per_mtok": 0.88, "output_per_mtok": 0.88}]}
                """;
        return ((LoadResult.Ok<PriceCatalogue>) PriceFiles.overlay(
                        PriceFiles.shipped(),
                        "golden.json",
                        new ByteArrayInputStream(old.getBytes(StandardCharsets.UTF_8))))
                .value();
    }

    private static double paybackWeeks(Money setup, Money saving) {
        return InvestmentMath.payback(setup.amount(), saving.amount()) * MonthLength.CALENDAR_DAYS.doubleValue() / 7;
    }

    private static Money presentValue(Money setup, Money saving, double discount, int months) {
        return InvestmentMath.presentValue(setup, saving, Money.ZERO, discount, 0, months);
    }

    private static double firstYearReturn(Money setup, Money saving) {
        return 12 * saving.amount().doubleValue() / setup.amount().doubleValue() - 1;
    }
}
