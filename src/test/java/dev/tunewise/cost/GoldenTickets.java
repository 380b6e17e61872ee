package dev.tunewise.cost;

import static dev.tunewise.cost.GoldenFintech.CATALOGUE;
import static dev.tunewise.cost.GoldenFintech.run;
import static dev.tunewise.cost.GoldenFintech.usd;

import dev.tunewise.cost.formula.InvestmentMath;
import dev.tunewise.cost.statistics.Proportions;
import dev.tunewise.money.Money;
import dev.tunewise.money.MonthLength;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.OpenModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The cases of the ticket article, by the product's own functions. */
final class GoldenTickets {
    private static final int YEAR = 12;
    private static final Money ASSUMED_UPFRONT = Money.of(4000);

    static final Map<String, Function<GoldenCase, Map<String, Object>>> CASES = Map.ofEntries(
            Map.entry(
                    "001-150x",
                    golden -> Map.of(
                            "opus_over_tuned",
                                    run(1000, golden.in("opus_usd_per_1k"))
                                            / run(1000, golden.in("tuned_haiku_usd_per_1k")),
                            "sonnet_over_tuned",
                                    run(1000, golden.in("sonnet_usd_per_1k"))
                                            / run(1000, golden.in("tuned_haiku_usd_per_1k")),
                            "opus_over_sonnet",
                                    run(1000, golden.in("opus_usd_per_1k"))
                                            / run(1000, golden.in("sonnet_usd_per_1k")))),
            Map.entry(
                    "001-opus-sonnet-ratio",
                    golden -> Map.of(
                            "token_inflation_needed_2025",
                                    golden.in("claimed_ratio") / golden.in("list_ratio_2025_opus4_sonnet4"),
                            "token_inflation_needed_2026",
                                    golden.in("claimed_ratio")
                                            / (input("claude-opus-4-7") / input("claude-sonnet-4-6")))),
            Map.entry(
                    "001-matched",
                    golden -> Map.of(
                            "n_per_arm_unpaired", Proportions.itemsPerSet(golden.in("p1"), golden.in("p2")),
                            "wilson95_at_n300_for_91pct", interval(0.91, 300),
                            "wilson95_at_n300_for_92pct", interval(0.92, 300))),
            Map.entry("001-fewshot-gain", GoldenTickets::items),
            Map.entry("001-88-92", GoldenTickets::items),
            Map.entry("001-50k-day", GoldenTickets::fiftyThousand),
            Map.entry("001-100-day", GoldenTickets::hundred),
            Map.entry(
                    "001-break-even-volume",
                    golden -> Map.of(
                            "vs_opus_per_day", breakEvens(golden, "saving_vs_opus"),
                            "vs_sonnet_per_day", breakEvens(golden, "saving_vs_sonnet"))),
            Map.entry("001-lora-5000-day", GoldenTickets::ownGpu),
            Map.entry("001-100x-train", GoldenTickets::training),
            Map.entry(
                    "001-1000x-deploy",
                    golden -> Map.of(
                            "gpt4_over_together", golden.in("ft_gpt4_blend") / blend("together-llama-3.3-70b"),
                            "gpt4_over_groq", golden.in("ft_gpt4_blend") / blend("groq-llama-3.3-70b"),
                            "gpt4o_over_together", tunedBlend("gpt-4o") / blend("together-llama-3.3-70b"),
                            "gpt41_over_together", tunedBlend("gpt-4.1") / blend("together-llama-3.3-70b"))),
            Map.entry("001-200mb", golden -> adapter()),
            Map.entry("001-5000-to-200", GoldenTickets::shorterPrompt),
            Map.entry(
                    "001-haiku-sonnet-4x",
                    golden -> Map.of(
                            "ratio_haiku45", input("claude-sonnet-4-6") / input("claude-haiku-4-5"),
                            "ratio_haiku35", input("claude-sonnet-4-6") / golden.in("haiku35"))));

    private GoldenTickets() {}

    static List<Object> interval(double share, double items) {
        Proportions.Interval interval = Proportions.wilson(share, items);
        return List.of(interval.low(), interval.high());
    }

    static double input(String model) {
        return model(model).prices().input().amount().doubleValue();
    }

    static Model model(String id) {
        return CATALOGUE.model(id).orElseThrow();
    }

    private static double blend(String id) {
        return (3 * input(id) + model(id).prices().output().amount().doubleValue()) / 4;
    }

    private static double tunedBlend(String id) {
        return (3 * model(id).tuning().tunedInput().amount().doubleValue()
                        + model(id).tuning().tunedOutput().amount().doubleValue())
                / 4;
    }

    private static Map<String, Object> items(GoldenCase golden) {
        return Map.of("n_per_arm_unpaired", Proportions.itemsPerSet(golden.in("p1"), golden.in("p2")));
    }

    private static Map<String, Object> fiftyThousand(GoldenCase golden) {
        double calls = golden.in("per_day") * golden.in("days");
        double opus = run(calls, golden.in("opus") * 1000);
        double sonnet = run(calls, golden.in("sonnet") * 1000);
        double tuned = run(calls, golden.in("tuned") * 1000);
        return Map.of(
                "opus_usd_month",
                opus,
                "sonnet_usd_month",
                sonnet,
                "tuned_usd_month",
                tuned,
                "saving_vs_opus",
                opus - tuned,
                "saving_vs_sonnet",
                sonnet - tuned,
                "payback_days_vs_opus_at_4000_upfront",
                InvestmentMath.payback(
                                ASSUMED_UPFRONT.amount(), usd(opus - tuned).amount())
                        * MonthLength.DAYS,
                "payback_days_vs_sonnet_at_4000_upfront",
                InvestmentMath.payback(
                                ASSUMED_UPFRONT.amount(), usd(sonnet - tuned).amount())
                        * MonthLength.DAYS);
    }

    private static Map<String, Object> hundred(GoldenCase golden) {
        double calls = golden.in("per_day") * golden.in("days");
        double tuned = run(calls, golden.in("tuned") * 1000);
        double opus = run(calls, golden.in("opus") * 1000) - tuned;
        double sonnet = run(calls, golden.in("sonnet") * 1000) - tuned;
        Money upfront = usd(golden.in("upfront_assumed_usd"));
        return Map.of(
                "saving_vs_opus",
                opus,
                "saving_vs_sonnet",
                sonnet,
                "payback_months_vs_opus",
                InvestmentMath.payback(upfront.amount(), usd(opus).amount()),
                "payback_months_vs_sonnet",
                InvestmentMath.payback(upfront.amount(), usd(sonnet).amount()));
    }

    private static List<Double> breakEvens(GoldenCase golden, String saving) {
        return golden.list("upfront_usd").stream()
                .map(upfront -> breakEvenPerDay(usd(upfront), Money.ZERO, usd(golden.in(saving)), YEAR))
                .toList();
    }

    private static Map<String, Object> ownGpu(GoldenCase golden) {
        ToDoubleFunction<String> fixed = gpu -> golden.in("gpu_usd_per_hour", gpu) * golden.in("hours_per_month");
        return Map.of(
                "fixed_usd_month", byGpu(fixed),
                "break_even_per_day_vs_sonnet", byGpu(gpu -> perDay(fixed.applyAsDouble(gpu), golden.in("sonnet"))),
                "break_even_per_day_vs_opus", byGpu(gpu -> perDay(fixed.applyAsDouble(gpu), golden.in("opus"))),
                "break_even_per_day_vs_api_tuned",
                        byGpu(gpu -> perDay(fixed.applyAsDouble(gpu), golden.in("api_tuned"))));
    }

    private static double perDay(double fixed, double perCall) {
        return breakEvenPerDay(Money.ZERO, usd(fixed), usd(perCall), YEAR);
    }

    private static Map<String, Object> byGpu(ToDoubleFunction<String> figure) {
        Map<String, Object> figures = new HashMap<>();
        List.of("l40s_crusoe", "l40s_aws", "h100_runpod", "h200_nebius")
                .forEach(gpu -> figures.put(gpu, figure.applyAsDouble(gpu)));
        return figures;
    }

    private static Map<String, Object> training(GoldenCase golden) {
        double listed = training("openai-gpt-4.1");
        return Map.of(
                "vs_together_70b", listed / training("together-70b-100b"),
                "vs_fireworks_70b", listed / training("fireworks-16b-80b"),
                "vs_together_8b", listed / training("together-up-to-16b"),
                "vs_self_70b", listed / ownTraining(70.6),
                "vs_self_8b", listed / ownTraining(8.03));
    }

    private static double training(String offer) {
        return CATALOGUE.offer(offer).orElseThrow().training().low().amount().doubleValue();
    }

    private static double ownTraining(double paramsBillion) {
        return TrainingHours.of(paramsBillion, 1e6, TrainingHours.ADAPTER) * 2.69;
    }

    private static Map<String, Object> adapter() {
        OpenModel llama = CATALOGUE.openModels().stream()
                .filter(model -> model.id().equals("llama-3.3-70b"))
                .findFirst()
                .orElseThrow();
        return Map.of(
                "all_linear_r8_params", allLinear(llama, 8),
                "all_linear_r8_mb", megabytes(allLinear(llama, 8)),
                "all_linear_r16_mb", megabytes(allLinear(llama, 16)),
                "attention_r16_mb", megabytes(attention(llama, 16)),
                "qv_r16_mb", megabytes(queryValue(llama, 16)));
    }

    private static Map<String, Object> shorterPrompt(GoldenCase golden) {
        double before = golden.in("before");
        double after = golden.in("after");
        double price = input("claude-sonnet-4-6") / 1e6;
        double cached =
                model("claude-sonnet-4-6").prices().cachedInput().amount().doubleValue() / 1e6;
        double plainSaving = (before - after) * price;
        double cachedSaving = before * cached - after * price;
        return Map.of(
                "token_reduction",
                1 - after / before,
                "ratio",
                before / after,
                "saving_per_call_uncached",
                plainSaving,
                "saving_per_call_against_cached_prompt",
                cachedSaving,
                "overstatement_if_cache_ignored",
                plainSaving / cachedSaving);
    }

    private static double breakEvenPerDay(Money setup, Money monthlyCost, Money savingPerCall, int months) {
        double monthly = monthlyCost.amount().doubleValue() + setup.amount().doubleValue() / months;
        return monthly / (savingPerCall.amount().doubleValue() * MonthLength.DAYS);
    }

    /** Parameters of an adapter of a rank on all linear layers. */
    private static long allLinear(OpenModel model, int rank) {
        return attention(model, rank) + 3L * rank * (model.hidden() + model.intermediate()) * model.layers();
    }

    private static long attention(OpenModel model, int rank) {
        return rank * (6L * model.hidden() + 2L * model.kvHeads() * model.headDim()) * model.layers();
    }

    private static long queryValue(OpenModel model, int rank) {
        return rank * (3L * model.hidden() + (long) model.kvHeads() * model.headDim()) * model.layers();
    }

    private static double megabytes(long parameters) {
        return parameters * 2 / 1e6;
    }
}
