package dev.tunewise.price.catalogue;

import dev.tunewise.price.file.PositionedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of the catalogue as the files have them, so that an operator's entry can replace single fields of a shipped one.
 */
public record PriceEntries(
        Map<String, PositionedJson.Obj> models,
        Map<String, PositionedJson.Obj> offers,
        List<PositionedJson.Obj> gpus,
        List<PositionedJson.Obj> vectorStores,
        Map<String, String> sourceTitles) {
    public static final List<String> GPU_NAMES = List.of("gpu", "cloud", "instance");
    public static final List<String> STORE_NAMES = List.of("service", "mode", "item");

    /** These entries with those of an overlay laid over them, field by field. */
    public PriceEntries with(PriceEntries overlay) {
        return new PriceEntries(
                merge(models, overlay.models),
                merge(offers, overlay.offers),
                laid(gpus, overlay.gpus, GPU_NAMES),
                laid(vectorStores, overlay.vectorStores, STORE_NAMES),
                sourceTitles);
    }

    /** The row that goes by the same names as an entry. */
    public static Optional<PositionedJson.Obj> same(
            List<PositionedJson.Obj> rows, PositionedJson.Obj entry, List<String> names) {
        return rows.stream()
                .filter(row -> names.stream().allMatch(name -> row.text(name).equals(entry.text(name))))
                .findFirst();
    }

    private static List<PositionedJson.Obj> laid(
            List<PositionedJson.Obj> below, List<PositionedJson.Obj> above, List<String> names) {
        List<PositionedJson.Obj> all = new ArrayList<>(below);
        all.removeIf(row -> same(above, row, names).isPresent());
        all.addAll(above);
        return all;
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
