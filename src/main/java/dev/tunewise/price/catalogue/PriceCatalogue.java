package dev.tunewise.price.catalogue;

import dev.tunewise.price.name.ModelLookup;
import dev.tunewise.price.name.ModelNames;
import dev.tunewise.price.name.OwnGpuName;
import dev.tunewise.price.offer.GpuPrice;
import dev.tunewise.price.offer.GpuSpec;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.ModelKind;
import dev.tunewise.price.offer.OpenModel;
import dev.tunewise.price.offer.RetiredModel;
import dev.tunewise.price.offer.SizeClass;
import dev.tunewise.price.offer.TuningOffer;
import dev.tunewise.price.offer.VectorStorePrice;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** All prices known to the product; immutable. Lists keep the order of the files. */
public final class PriceCatalogue {
    /** The cheapest current model that caches. */
    public static final String CHEAP = "gpt-6-luna";

    /** How the id of a model begins that its vendor has tuned for a customer. */
    private static final String TUNED = "ft:";

    private static final int MOST_DERIVED = 2000;

    private final Map<String, Model> models = new LinkedHashMap<>();
    private final Map<String, TuningOffer> offers = new LinkedHashMap<>();
    private final List<GpuPrice> gpus;
    private final List<VectorStorePrice> vectorStores;
    private final List<GpuSpec> gpuSpecs;
    private final List<OpenModel> openModels;
    private final List<Model> allModels;
    private final List<Model> chatModels;
    private final List<Model> embeddingModels;
    private final List<TuningOffer> allOffers;
    private final ModelNames names;
    private final PriceEntries raw;
    private final Map<Object, Object> derived = new ConcurrentHashMap<>();

    /** What a catalogue is made of, as the price files give it. */
    public record Parts(
            List<Model> models,
            List<TuningOffer> offers,
            List<GpuPrice> gpus,
            List<VectorStorePrice> vectorStores,
            List<GpuSpec> gpuSpecs,
            List<OpenModel> openModels,
            Map<String, String> aliases,
            List<RetiredModel> gone,
            PriceEntries raw) {}

    public PriceCatalogue(Parts parts) {
        parts.models().forEach(model -> models.put(model.id(), model));
        parts.offers().forEach(offer -> offers.put(offer.id(), offer));
        gpus = List.copyOf(parts.gpus());
        vectorStores = List.copyOf(parts.vectorStores());
        gpuSpecs = List.copyOf(parts.gpuSpecs());
        openModels = List.copyOf(parts.openModels());
        allModels = List.copyOf(models.values());
        chatModels = allModels.stream()
                .filter(model -> model.kind() == ModelKind.CHAT)
                .toList();
        embeddingModels = allModels.stream()
                .filter(model -> model.kind() == ModelKind.EMBEDDING)
                .toList();
        allOffers = List.copyOf(offers.values());
        names = new ModelNames(parts.models(), parts.aliases(), parts.gone());
        raw = parts.raw();
    }

    /**
     * What follows from these prices alone, such as the middle of many offers, worked out once.
     *
     * @param key what it is and the day it is for; a record or a list of values
     * @param way works it out, without looking at anything but the prices and the key
     */
    public <T> T derived(Class<T> type, Object key, Supplier<T> way) {
        if (derived.size() > MOST_DERIVED) {
            derived.clear();
        }
        Object known = derived.get(key);
        if (known == null) {
            known = way.get();
            derived.put(key, known);
        }
        return type.cast(known);
    }

    /** All models, embeddings included. */
    public List<Model> models() {
        return allModels;
    }

    public List<Model> models(ModelKind kind) {
        return kind == ModelKind.CHAT ? chatModels : embeddingModels;
    }

    public Optional<Model> model(String id) {
        return Optional.ofNullable(models.get(id))
                .or(() -> id.startsWith(TUNED)
                        ? Optional.ofNullable(models.get(id.substring(TUNED.length())))
                                .flatMap(Model::tunedForm)
                        : openModel(id).map(own -> own.onOwnGpus(OwnGpuName.card(id))));
    }

    /** The open model behind the id of one that is run on own GPUs. */
    public Optional<OpenModel> openModel(String id) {
        return id.startsWith(OpenModel.OWN_GPUS) ? OwnGpuName.find(id, openModels) : Optional.empty();
    }

    /**
     * What a name that somebody used stands for: an id, an id of another vendor's route or with a date, the id of a model that its
     * vendor tuned ("ft:…"), an open model on own GPUs, a name people use, or one of these with a small misspelling.
     *
     * @param day models that are gone on this day give way to others that the name fits
     */
    public ModelLookup lookup(String name, LocalDate day) {
        return derived(ModelLookup.class, List.of("lookup", name, day), () -> found(name, day));
    }

    private ModelLookup found(String name, LocalDate day) {
        Optional<OpenModel> own = OwnGpuName.find(name, openModels);
        if (own.isPresent()) {
            return new ModelLookup.Found(own.get().onOwnGpus(OwnGpuName.card(name)), List.of());
        }
        if (!name.strip().toLowerCase(Locale.ROOT).startsWith(TUNED)) {
            return names.find(name, day);
        }
        String base = name.strip().substring(TUNED.length()).split(":", 2)[0];
        return switch (names.find(base, day)) {
            case ModelLookup.Found(Model model, var others) ->
                new ModelLookup.Found(model.tunedForm().orElse(model), others);
            case ModelLookup other -> other;
        };
    }

    /** The current models that take the place of one that is gone or goes, those of its vendor first. */
    public List<Model> successors(Model model, LocalDate day) {
        SizeClass size = model.sizeClass();
        return size == null ? List.of() : names.successors(model.provider(), size, day);
    }

    public List<TuningOffer> offers() {
        return allOffers;
    }

    public Optional<TuningOffer> offer(String id) {
        return Optional.ofNullable(offers.get(id));
    }

    public List<GpuPrice> gpus() {
        return gpus;
    }

    public List<VectorStorePrice> vectorStores() {
        return vectorStores;
    }

    public List<GpuSpec> gpuSpecs() {
        return gpuSpecs;
    }

    /** The open models that adapters are priced on, the smallest first. */
    public List<OpenModel> openModels() {
        return openModels;
    }

    /** Names these prices: the same entries have the same name, in whatever process. */
    public String edition() {
        return derived(
                String.class,
                "edition",
                () -> UUID.nameUUIDFromBytes(raw.toString().getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    public PriceEntries raw() {
        return raw;
    }
}
