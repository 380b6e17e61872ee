package dev.tunewise.cost;

import static dev.tunewise.cost.GoldenFintech.CATALOGUE;
import static dev.tunewise.cost.GoldenTickets.input;
import static dev.tunewise.cost.GoldenTickets.interval;
import static dev.tunewise.cost.GoldenTickets.model;

import dev.tunewise.cost.statistics.Proportions;
import dev.tunewise.price.offer.TuningOffer;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The cases of the other three articles, by the product's own functions. */
final class GoldenOthers {
    static final Map<String, Function<GoldenCase, Map<String, Object>>> CASES = Map.ofEntries(
            Map.entry(
                    "002-6x",
                    golden -> Map.of(
                            "ratio", golden.in("before") / golden.in("after"),
                            "share", golden.in("after") / golden.in("before"))),
            Map.entry("002-6x-price-data", golden -> listPrices()),
            Map.entry(
                    "002-8-per-m",
                    golden -> Map.of(
                            "model_with_that_price",
                            CATALOGUE.offers().stream()
                                    .filter(offer -> offer.provider().equals("OpenAI"))
                                    .filter(offer ->
                                            offer.training().low().amount().doubleValue() == golden.in("claimed"))
                                    .map(TuningOffer::baseModel)
                                    .findFirst()
                                    .orElse(""))),
            Map.entry("002-25-100", GoldenOthers::trainingBudget),
            Map.entry("002-lora-50-500", GoldenOthers::gpuHours),
            Map.entry(
                    "002-test-set",
                    golden -> Map.of(
                            "n_per_arm_unpaired", Proportions.itemsPerSet(golden.in("p1"), golden.in("p2")),
                            "power_at_50", power(golden.in("p1"), golden.in("p2"), 50),
                            "power_at_100", power(golden.in("p1"), golden.in("p2"), 100),
                            "wilson95_90pct_n50", interval(0.9, 50),
                            "wilson95_90pct_n100", interval(0.9, 100),
                            "n_paired_mcnemar_b12_c02", Proportions.itemsPaired(0.12, 0.02))),
            Map.entry(
                    "002-iterations",
                    golden -> Map.of(
                            "multiplier_low", golden.list("iterations").getFirst(),
                            "multiplier_high", golden.list("iterations").getLast())),
            Map.entry("003-near-zero", GoldenOthers::prompting),
            Map.entry(
                    "004-noise",
                    golden -> Map.of(
                            "sonnet_low", trimmed(golden, "claude-sonnet-4-6", "low_per_day"),
                            "sonnet_high", trimmed(golden, "claude-sonnet-4-6", "high_per_day"),
                            "small_low", trimmed(golden, "gpt-6-luna", "low_per_day"),
                            "small_high", trimmed(golden, "gpt-6-luna", "high_per_day"))),
            Map.entry("004-200-six-months", golden -> Map.of()));

    private GoldenOthers() {}

    private static Map<String, Object> listPrices() {
        double tunedMiniIn = model("gpt-4o-mini").tuning().tunedInput().amount().doubleValue();
        double tunedMiniOut =
                model("gpt-4o-mini").tuning().tunedOutput().amount().doubleValue();
        return Map.of(
                "gpt54_over_ft_o4mini_in",
                        input("gpt-5.4")
                                / model("o4-mini")
                                        .tuning()
                                        .tunedInput()
                                        .amount()
                                        .doubleValue(),
                "gpt54_over_ft_o4mini_out",
                        output("gpt-5.4")
                                / model("o4-mini")
                                        .tuning()
                                        .tunedOutput()
                                        .amount()
                                        .doubleValue(),
                "gpt54_over_ft_4omini_in", input("gpt-5.4") / tunedMiniIn,
                "gpt54_over_ft_4omini_out", output("gpt-5.4") / tunedMiniOut,
                "gpt41_over_ft_4omini_in", input("gpt-4.1") / tunedMiniIn,
                "gpt41_over_ft_4omini_out", output("gpt-4.1") / tunedMiniOut);
    }

    private static double output(String id) {
        return model(id).prices().output().amount().doubleValue();
    }

    private static Map<String, Object> trainingBudget(GoldenCase golden) {
        double low = golden.in("low") / golden.in("price") * 1e6;
        double high = golden.in("high") / golden.in("price") * 1e6;
        double passes = golden.in("examples") * golden.in("epochs");
        return Map.of(
                "tokens_low", low,
                "tokens_high", high,
                "tokens_per_example_low", low / passes,
                "tokens_per_example_high", high / passes,
                "cost_at_300_tokens", passes * 300 * golden.in("price") / 1e6,
                "cost_at_70_tokens", passes * 70 * golden.in("price") / 1e6);
    }

    private static Map<String, Object> gpuHours(GoldenCase golden) {
        double price = golden.in("h100_usd_per_hour");
        double small = TrainingHours.of(8.03, golden.in("tokens"), TrainingHours.ADAPTER);
        double large = TrainingHours.of(70.6, golden.in("tokens"), TrainingHours.ADAPTER);
        return Map.of(
                "h100_hours_low",
                50 / price,
                "h100_hours_high",
                500 / price,
                "one_run_8b_hours",
                small,
                "one_run_8b_usd",
                small * price,
                "one_run_70b_hours",
                large,
                "one_run_70b_usd",
                large * price);
    }

    private static Map<String, Object> prompting(GoldenCase golden) {
        double perCall = golden.in("examples") * golden.in("tokens_each") * input("claude-sonnet-4-6") / 1e6;
        double calls = golden.in("per_day") * golden.in("days");
        double cached =
                model("claude-sonnet-4-6").prices().cachedInput().amount().doubleValue();
        return Map.of(
                "usd_per_call", perCall,
                "usd_month", GoldenFintech.run(calls, perCall * 1000),
                "usd_month_cached",
                        GoldenFintech.run(calls, golden.in("examples") * golden.in("tokens_each") * cached / 1e3));
    }

    private static double trimmed(GoldenCase golden, String model, String perDay) {
        return GoldenFintech.run(
                golden.in(perDay) * golden.in("days"), golden.in("trimmed_tokens") * input(model) / 1e3);
    }

    /** The chance of seeing the difference of two shares with so many items in each of two separate sets. */
    private static double power(double one, double other, double items) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double mean = (one + other) / 2;
        double z = (Math.abs(one - other) * Math.sqrt(items)
                        - normal.inverseCumulativeProbability(1 - Proportions.ALPHA / 2)
                                * Math.sqrt(2 * mean * (1 - mean)))
                / Math.sqrt(one * (1 - one) + other * (1 - other));
        return normal.cumulativeProbability(z);
    }
}
