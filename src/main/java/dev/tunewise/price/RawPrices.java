package dev.tunewise.price;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries of the catalogue as the files have them, so that an operator's entry can replace single fields of a shipped one.
 *
 * @param models by id
 * @param offers by id
 * @param gpus in the order of the files
 * @param vectorStores in the order of the files
 * @param sourceTitles what a source key stands for
 */
record RawPrices(
        Map<String, Json.Obj> models,
        Map<String, Json.Obj> offers,
        List<Json.Obj> gpus,
        List<Json.Obj> vectorStores,
        Map<String, String> sourceTitles) {

    /** These entries with those of an overlay laid over them, field by field. */
    RawPrices with(RawPrices overlay) {
        List<Json.Obj> allGpus = new ArrayList<>(gpus);
        allGpus.addAll(overlay.gpus);
        List<Json.Obj> allStores = new ArrayList<>(vectorStores);
        allStores.addAll(overlay.vectorStores);
        return new RawPrices(
                merge(models, overlay.models), merge(offers, overlay.offers), allGpus, allStores, sourceTitles);
    }

    private static Map<String, Json.Obj> merge(Map<String, Json.Obj> below, Map<String, Json.Obj> above) {
        Map<String, Json.Obj> merged = new LinkedHashMap<>(below);
        above.forEach((id, entry) -> merged.merge(id, entry, (old, mine) -> {
            Map<String, Json> fields = new LinkedHashMap<>(old.fields());
            fields.putAll(mine.fields());
            return new Json.Obj(fields, mine.at());
        }));
        return merged;
    }
}
