package dev.tunewise.price.figure;

import dev.tunewise.money.Money;
import dev.tunewise.price.file.PositionedJson;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of price entries by their names in the files, and LiteLLM's names for them: the one table that comparing, importing and
 * showing prices go by. A figure that is not known is left out.
 */
public final class PriceFigures {
    public static final String INPUT = "input_per_mtok";
    public static final List<String> MODEL = List.of("""
                input_per_mtok output_per_mtok cached_input_per_mtok cache_write_per_mtok
                cache_write_1h_per_mtok batch_input_per_mtok batch_output_per_mtok
                long_context_threshold_tokens long_context_input_per_mtok long_context_output_per_mtok
                long_context_cached_input_per_mtok long_context_cache_write_per_mtok context_window_tokens
                cache_min_tokens training_price tuned_input_per_mtok tuned_cached_input_per_mtok
                tuned_output_per_mtok shutdown_date
                """.strip().split("\\s+"));
    public static final List<String> OFFER = List.of("""
                training_price_usd training_unit minimum_usd tuned_input_usd_per_mtok tuned_output_usd_per_mtok
                hosting hosting_usd_per_hour hosting_usd_per_month open_to_new ends_on
                """.strip().split("\\s+"));
    public static final List<String> GPU = List.of("on_demand_usd_per_gpu_hour", "spot_usd_per_gpu_hour");
    public static final List<String> STORE = List.of("usd", "unit");
    /** LiteLLM's prices, dollars per token. */
    public static final Map<String, String> LITELLM_PRICES = Map.of(
            "input_cost_per_token", INPUT,
            "output_cost_per_token", "output_per_mtok",
            "cache_read_input_token_cost", "cached_input_per_mtok",
            "cache_creation_input_token_cost", "cache_write_per_mtok",
            "cache_creation_input_token_cost_above_1hr", "cache_write_1h_per_mtok",
            "input_cost_per_token_batches", "batch_input_per_mtok",
            "output_cost_per_token_batches", "batch_output_per_mtok");
    /** LiteLLM's prices of long prompts, without their threshold; dollars per token. */
    public static final Map<String, String> LITELLM_TIERS = Map.of(
            "input_cost_per_token", "long_context_input_per_mtok",
            "output_cost_per_token", "long_context_output_per_mtok",
            "cache_read_input_token_cost", "long_context_cached_input_per_mtok",
            "cache_creation_input_token_cost", "long_context_cache_write_per_mtok");
    /** LiteLLM's numbers of tokens. */
    public static final Map<String, String> LITELLM_TOKENS =
            Map.of("max_input_tokens", "context_window_tokens", "prompt_cache_min_tokens", "cache_min_tokens");
    /** What LiteLLM says of a tuned model, by what it says of any. */
    public static final Map<String, String> TUNED = Map.of(
            INPUT,
            "tuned_input_per_mtok",
            "output_per_mtok",
            "tuned_output_per_mtok",
            "cached_input_per_mtok",
            "tuned_cached_input_per_mtok");

    /** Figures of an entry that are known, in the order of the names. */
    public static Map<String, String> of(PositionedJson.Obj entry, List<String> names) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (String name : names) {
            switch (entry.get(name)) {
                case PositionedJson.Num number -> figures.put(name, plain(number.value()));
                case PositionedJson.Text text -> figures.put(name, plain(text.value()));
                case PositionedJson.Bool flag -> figures.put(name, flag.value() ? "yes" : "no");
                case null, default -> {}
            }
        }
        return figures;
    }

    /** A number as the files write it. */
    public static String plain(BigDecimal number) {
        return Money.of(number).amount().toPlainString();
    }

    /** Says whether a figure is an amount of dollars. */
    public static boolean isPrice(String name) {
        return name.contains("per_mtok") || name.contains("usd") || name.equals("training_price");
    }

    /** Says whether a thing can hardly be had for nothing at this price. */
    static boolean isNeverFree(String name) {
        return name.equals(INPUT)
                || name.equals("output_per_mtok")
                || name.startsWith("training_price")
                || name.startsWith("on_demand");
    }

    private static String plain(String text) {
        return text.matches("\\d{1,12}(\\.\\d{1,12})?") ? plain(new BigDecimal(text)) : text;
    }
}
