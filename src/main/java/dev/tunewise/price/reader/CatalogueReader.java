package dev.tunewise.price.reader;

import dev.tunewise.diagnostics.Problems;
import dev.tunewise.money.Money;
import dev.tunewise.price.file.PositionedJson;
import dev.tunewise.price.name.ModelNameTokens;
import dev.tunewise.price.offer.GpuPrice;
import dev.tunewise.price.offer.LongContext;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.ModelKind;
import dev.tunewise.price.offer.ModelTuning;
import dev.tunewise.price.offer.PromptCache;
import dev.tunewise.price.offer.SizeClass;
import dev.tunewise.price.offer.TokenPrices;
import dev.tunewise.price.offer.TuningOffer;
import dev.tunewise.price.offer.VectorStorePrice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the entries of price files into records, collecting everything that is wrong with them. */
public record CatalogueReader(Map<String, String> sourceTitles, Problems problems) {
    private static final String BASE_PRICE = "base price";

    public List<Model> models(Map<String, PositionedJson.Obj> entries) {
        List<Model> models = new ArrayList<>();
        entries.forEach((id, entry) -> models.add(model(id, new EntryFields(entry, "Model " + id, problems))));
        return models;
    }

    public List<TuningOffer> offers(Map<String, PositionedJson.Obj> entries) {
        List<TuningOffer> offers = new ArrayList<>();
        entries.forEach((id, entry) -> offers.add(offer(id, new EntryFields(entry, "Tuning offer " + id, problems))));
        return offers;
    }

    public List<GpuPrice> gpus(List<PositionedJson.Obj> entries) {
        return EntryFields.each(entries, "GPU price", problems, this::gpu);
    }

    public List<VectorStorePrice> vectorStores(List<PositionedJson.Obj> entries) {
        return EntryFields.each(entries, "Vector store price", problems, this::vectorStore);
    }

    private Model model(String id, EntryFields fields) {
        String name = fields.text("name");
        String sizeLabel = fields.text("size_class");
        String kind = fields.matching("kind", "|chat|embedding", "chat or embedding");
        return new Model(
                id,
                name.isEmpty() ? id : name,
                fields.text("provider"),
                kind.equals("embedding") ? ModelKind.EMBEDDING : ModelKind.CHAT,
                new TokenPrices(
                        fields.money("input_per_mtok"),
                        fields.money("output_per_mtok"),
                        fields.money("cached_input_per_mtok"),
                        fields.money("cache_write_per_mtok"),
                        fields.money("cache_write_1h_per_mtok"),
                        fields.money("batch_input_per_mtok"),
                        fields.money("batch_output_per_mtok"),
                        fields.text("batch_basis")),
                longContext(fields),
                fields.whole("context_window_tokens"),
                fields.flag("open_weights"),
                fields.number("params_billion"),
                kind.equals("embedding") ? null : sizeClass(id, name, sizeLabel),
                fields.flag("current"),
                cache(fields),
                fields.number("tokens_per_older_token"),
                fields.text("thinking").equals("always"),
                new ModelTuning(
                        fields.text("tunable"),
                        fields.text("tuning_method"),
                        fields.money("training_price"),
                        fields.text("training_unit"),
                        fields.money("tuned_input_per_mtok"),
                        fields.money("tuned_cached_input_per_mtok"),
                        fields.money("tuned_output_per_mtok"),
                        fields.text("tuning_availability")),
                fields.date("shutdown_date"),
                fields.provenance(title(fields.text("source"))),
                fields.text("source_key"),
                fields.text("note"));
    }

    private static SizeClass sizeClass(String id, String name, String label) {
        return SizeClass.labelled(label)
                .or(() -> SizeClass.guess(ModelNameTokens.of(id)))
                .or(() -> SizeClass.guess(ModelNameTokens.of(name)))
                .orElse(SizeClass.MEDIUM);
    }

    private static @Nullable LongContext longContext(EntryFields fields) {
        Integer threshold = fields.whole("long_context_threshold_tokens");
        return threshold == null
                ? null
                : new LongContext(
                        threshold,
                        fields.money("long_context_input_per_mtok"),
                        fields.money("long_context_output_per_mtok"),
                        fields.money("long_context_cached_input_per_mtok"),
                        fields.money("long_context_cache_write_per_mtok"));
    }

    private static PromptCache cache(EntryFields fields) {
        Integer seconds = fields.whole("cache_ttl_seconds");
        return new PromptCache(
                fields.text("cache_mode").equals("automatic"),
                fields.whole("cache_min_tokens"),
                seconds == null ? PromptCache.USUAL_TTL_SECONDS : seconds,
                fields.text("cache_source"));
    }

    private TuningOffer offer(String id, EntryFields fields) {
        boolean basePrice = fields.text("tuned_input_usd_per_mtok").equals(BASE_PRICE);
        Money[] training = fields.span("training_price_usd").orElse(null);
        return new TuningOffer(
                id,
                fields.required("provider"),
                fields.required("base_model"),
                fields.list("model_ids"),
                kind(fields.required("kind")),
                fields.text("method"),
                new TuningOffer.Training(
                        training == null ? null : training[0],
                        training == null ? null : training[1],
                        fields.matching(
                                "training_unit",
                                "|per (1M|1,000|hour).*",
                                "a text that begins with per 1M, per 1,000 or per hour"),
                        fields.money("minimum_usd")),
                basePrice ? null : fields.money("tuned_input_usd_per_mtok"),
                basePrice ? null : fields.money("tuned_output_usd_per_mtok"),
                basePrice,
                new TuningOffer.Hosting(
                        fields.text("hosting"),
                        fields.money("hosting_usd_per_hour"),
                        fields.money("hosting_usd_per_month")),
                fields.text("availability"),
                fields.flag("open_to_new"),
                fields.date("ends_on"),
                fields.provenance(title(fields.text("source"))),
                fields.text("note"));
    }

    private static TuningOffer.Kind kind(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "open-weights" -> TuningOffer.Kind.OPEN_WEIGHTS;
            case "hosted-classifier" -> TuningOffer.Kind.HOSTED_CLASSIFIER;
            default -> TuningOffer.Kind.HOSTED;
        };
    }

    private GpuPrice gpu(EntryFields fields) {
        Money perHour = fields.money("on_demand_usd_per_gpu_hour");
        fields.required("on_demand_usd_per_gpu_hour");
        return new GpuPrice(
                fields.required("gpu"),
                fields.requiredWhole("gpu_memory_gb"),
                fields.required("cloud"),
                fields.text("instance"),
                perHour == null ? Money.ZERO : perHour,
                fields.money("spot_usd_per_gpu_hour"),
                fields.flag("own"),
                fields.provenance(title(fields.text("source"))),
                fields.text("note"));
    }

    private VectorStorePrice vectorStore(EntryFields fields) {
        Money[] price = fields.span("usd").orElse(null);
        fields.required("usd");
        return new VectorStorePrice(
                fields.required("service"),
                fields.text("mode"),
                fields.required("item"),
                price == null ? Money.ZERO : price[0],
                price == null ? Money.ZERO : price[1],
                fields.required("unit"),
                fields.provenance(title(fields.text("source"))),
                fields.text("note"));
    }

    private String title(String key) {
        return sourceTitles.getOrDefault(key, key);
    }
}
