package dev.tunewise.price.update;

import dev.tunewise.money.Money;
import dev.tunewise.price.offer.LongContext;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.TokenPrices;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of a model by the names they have in price files. */
public final class ModelFigures {
    private ModelFigures() {}

    /** Figures of a model that are known. */
    public static Map<String, String> of(Model model) {
        Map<String, String> figures = of(model.prices(), model.longContext());
        put(figures, "context_window_tokens", model.contextWindow());
        put(figures, "cache_min_tokens", model.cacheMinTokens());
        put(figures, "training_price", model.tuning().trainingPrice());
        put(figures, "tuned_input_per_mtok", model.tuning().tunedInput());
        put(figures, "tuned_cached_input_per_mtok", model.tuning().tunedCachedInput());
        put(figures, "tuned_output_per_mtok", model.tuning().tunedOutput());
        put(figures, "shutdown_date", model.shutdown());
        return figures;
    }

    /** Figures that LiteLLM says about a model. */
    public static Map<String, String> of(LiteLlmFile.Entry entry) {
        Map<String, String> figures = of(entry.prices(), entry.longContext());
        put(figures, "context_window_tokens", entry.contextWindow());
        put(figures, "cache_min_tokens", entry.cacheMinTokens());
        put(figures, "shutdown_date", entry.deprecation());
        return figures;
    }

    /** Figures that LiteLLM says about the tuned form of a model. */
    static Map<String, String> ofTuned(LiteLlmFile.Entry tuned) {
        Map<String, String> figures = new LinkedHashMap<>();
        put(figures, "tuned_input_per_mtok", tuned.prices().input());
        put(figures, "tuned_cached_input_per_mtok", tuned.prices().cachedInput());
        put(figures, "tuned_output_per_mtok", tuned.prices().output());
        return figures;
    }

    private static Map<String, String> of(TokenPrices prices, @Nullable LongContext longContext) {
        Map<String, String> figures = new LinkedHashMap<>();
        put(figures, "input_per_mtok", prices.input());
        put(figures, "output_per_mtok", prices.output());
        put(figures, "cached_input_per_mtok", prices.cachedInput());
        put(figures, "cache_write_per_mtok", prices.cacheWrite());
        put(figures, "cache_write_1h_per_mtok", prices.cacheWriteHour());
        put(figures, "batch_input_per_mtok", prices.batchInput());
        put(figures, "batch_output_per_mtok", prices.batchOutput());
        if (longContext != null) {
            put(figures, "long_context_threshold_tokens", longContext.thresholdTokens());
            put(figures, "long_context_input_per_mtok", longContext.input());
            put(figures, "long_context_output_per_mtok", longContext.output());
        }
        return figures;
    }

    private static void put(Map<String, String> figures, String name, @Nullable Object value) {
        if (value != null) {
            figures.put(name, value instanceof Money money ? money.amount().toPlainString() : value.toString());
        }
    }
}
