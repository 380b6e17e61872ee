package dev.tunewise.price.update;

import dev.tunewise.money.Money;
import dev.tunewise.price.offer.GpuPrice;
import dev.tunewise.price.offer.TuningOffer;
import dev.tunewise.price.offer.VectorStorePrice;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of offers, GPUs and vector stores by the names they have in price files; those that are not known are left out. */
final class OfferFigures {
    private OfferFigures() {}

    static Map<String, String> of(TuningOffer offer) {
        Map<String, String> figures = new LinkedHashMap<>();
        put(
                figures,
                "training_price_usd",
                span(offer.training().low(), offer.training().high()));
        put(figures, "training_unit", offer.training().unit());
        put(figures, "minimum_usd", offer.training().minimum());
        put(figures, "tuned_input_usd_per_mtok", offer.basePrice() ? "base price" : offer.tunedInput());
        put(figures, "tuned_output_usd_per_mtok", offer.basePrice() ? "base price" : offer.tunedOutput());
        put(figures, "hosting", offer.hosting().text());
        put(figures, "hosting_usd_per_hour", offer.hosting().perHour());
        put(figures, "hosting_usd_per_month", offer.hosting().perMonth());
        put(figures, "open_to_new", offer.openToNew() ? "yes" : "no");
        put(figures, "ends_on", offer.endsOn());
        return figures;
    }

    static Map<String, String> of(GpuPrice gpu) {
        Map<String, String> figures = new LinkedHashMap<>();
        put(figures, "on_demand_usd_per_gpu_hour", gpu.perHour());
        put(figures, "spot_usd_per_gpu_hour", gpu.spotPerHour());
        return figures;
    }

    static Map<String, String> of(VectorStorePrice store) {
        Map<String, String> figures = new LinkedHashMap<>();
        put(figures, "usd", span(store.low(), store.high()));
        put(figures, "unit", store.unit());
        return figures;
    }

    private static @Nullable String span(@Nullable Money low, @Nullable Money high) {
        if (low == null || high == null) {
            return null;
        }
        String from = low.amount().toPlainString();
        return low.equals(high) ? from : from + "-" + high.amount().toPlainString();
    }

    private static void put(Map<String, String> figures, String name, @Nullable Object value) {
        String text =
                value instanceof Money money ? money.amount().toPlainString() : value == null ? "" : value.toString();
        if (!text.isEmpty()) {
            figures.put(name, text);
        }
    }
}
