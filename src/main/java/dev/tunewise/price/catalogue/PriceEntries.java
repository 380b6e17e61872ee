package dev.tunewise.price.catalogue;

import dev.tunewise.price.file.PositionedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries of the catalogue as the files have them, so that an operator's entry can replace single fields of a shipped one.
 */
public record PriceEntries(
        Map<String, PositionedJson.Obj> models,
        Map<String, PositionedJson.Obj> offers,
        List<PositionedJson.Obj> gpus,
        List<PositionedJson.Obj> vectorStores,
        Map<String, String> sourceTitles) {

    /** These entries with those of an overlay laid over them, field by field. */
    public PriceEntries with(PriceEntries overlay) {
        List<PositionedJson.Obj> allGpus = new ArrayList<>(gpus);
        allGpus.addAll(overlay.gpus);
        List<PositionedJson.Obj> allStores = new ArrayList<>(vectorStores);
        allStores.addAll(overlay.vectorStores);
        return new PriceEntries(
                merge(models, overlay.models), merge(offers, overlay.offers), allGpus, allStores, sourceTitles);
    }

    private static Map<String, PositionedJson.Obj> merge(
            Map<String, PositionedJson.Obj> below, Map<String, PositionedJson.Obj> above) {
        Map<String, PositionedJson.Obj> merged = new LinkedHashMap<>(below);
        above.forEach((id, entry) -> merged.merge(id, entry, (old, mine) -> {
            Map<String, PositionedJson> fields = new LinkedHashMap<>(old.fields());
            fields.putAll(mine.fields());
            return new PositionedJson.Obj(fields, mine.at());
        }));
        return merged;
    }
}
