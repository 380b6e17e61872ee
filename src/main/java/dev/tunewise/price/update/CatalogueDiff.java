package dev.tunewise.price.update;

import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.catalogue.PriceEntries;
import dev.tunewise.price.figure.PriceChange;
import dev.tunewise.price.figure.PriceFigures;
import dev.tunewise.price.file.PositionedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What differs between two catalogues. */
public final class CatalogueDiff {
    private static final String LISTED = "listed";

    /**
     * Every figure that differs, of models, tuning offers, GPUs and vector stores, in the order of the catalogues; an entry that only one
     * has gives a line that says so.
     */
    public static List<PriceChange> between(PriceCatalogue before, PriceCatalogue after) {
        Map<String, Entry> old = entries(before);
        Map<String, Entry> fresh = entries(after);
        Set<String> ids = new LinkedHashSet<>(old.keySet());
        ids.addAll(fresh.keySet());
        List<PriceChange> changes = new ArrayList<>();
        for (String id : ids) {
            Entry was = old.get(id);
            Entry is = fresh.get(id);
            if (was != null && is != null) {
                changes.addAll(between(id, was.figures(), is.figures()));
            } else if (was != null) {
                changes.add(new PriceChange(id, was.kind(), LISTED, ""));
            } else if (is != null) {
                changes.add(new PriceChange(id, is.kind(), "", LISTED));
                changes.addAll(between(id, Map.of(), is.figures()));
            }
        }
        return changes;
    }

    /** Every figure that differs. */
    static List<PriceChange> between(String id, Map<String, String> before, Map<String, String> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        List<PriceChange> changes = new ArrayList<>();
        for (String name : names) {
            String was = before.getOrDefault(name, "");
            String is = after.getOrDefault(name, "");
            if (!was.equals(is)) {
                changes.add(new PriceChange(id, name, was, is));
            }
        }
        return changes;
    }

    /** One entry of a catalogue: what it is, and its figures by name. */
    private record Entry(String kind, Map<String, String> figures) {}

    private static Map<String, Entry> entries(PriceCatalogue catalogue) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        PriceEntries raw = catalogue.raw();
        raw.models().forEach((id, model) -> entries.put(id, entry("model", model, PriceFigures.MODEL)));
        raw.offers().forEach((id, offer) -> entries.put(id, entry("offer", offer, PriceFigures.OFFER)));
        raw.gpus()
                .forEach(gpu -> entries.putIfAbsent(
                        gpu.text("gpu") + " at " + gpu.text("cloud") + " " + gpu.text("instance"),
                        entry("gpu", gpu, PriceFigures.GPU)));
        raw.vectorStores()
                .forEach(store -> entries.putIfAbsent(
                        store.text("service") + " " + store.text("mode") + ", " + store.text("item"),
                        entry("vector store", store, PriceFigures.STORE)));
        return entries;
    }

    private static Entry entry(String kind, PositionedJson.Obj raw, List<String> names) {
        return new Entry(kind, PriceFigures.of(raw, names));
    }
}
