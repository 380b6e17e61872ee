package dev.tunewise.price.offer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * An open model that can be served on own GPUs, and mostly be tuned with an adapter.
 *
 * @param id for example {@code llama-3.1-8b}
 * @param activeBillion parameters in billions that work on one token; fewer than all for a mixture of experts
 * @param kvHeads key and value heads per layer
 * @param serverlessOffers ids of the tuning offers that serve its adapters by the token
 * @param dedicatedOffers ids of the tuning offers that serve them on a dedicated endpoint; empty where no adapter is priced
 */
public record OpenModel(
        String id,
        String name,
        BigDecimal paramsBillion,
        BigDecimal activeBillion,
        int layers,
        int kvHeads,
        int headDim,
        int hidden,
        int intermediate,
        BigDecimal weightBytes,
        String weightFormat,
        List<String> serverlessOffers,
        List<String> dedicatedOffers) {
    /** How the id of a model begins that somebody runs on GPUs of their own. */
    public static final String OWN_GPUS = "own-gpu:";

    public boolean isTunable() {
        return !dedicatedOffers.isEmpty();
    }

    /** The model as somebody runs it on GPUs of their own: without any price by the token. `card`: which GPUs; may be empty. */
    public Model onOwnGpus(String card) {
        return new Model(
                OWN_GPUS + id + (card.isEmpty() ? "" : "@" + card),
                name + " on own " + (card.isEmpty() ? "GPUs" : card.toUpperCase(Locale.ROOT)),
                "own GPUs",
                ModelKind.CHAT,
                new TokenPrices(null, null, null, null, null, null, null, ""),
                null,
                null,
                true,
                paramsBillion,
                SizeClass.ofBillions(paramsBillion.doubleValue()),
                false,
                new PromptCache(false, null, PromptCache.USUAL_TTL_SECONDS, ""),
                null,
                false,
                new ModelTuning("no", "", null, "", null, null, null, ""),
                null,
                Provenance.of("own hardware", ""),
                "",
                "");
    }
}
