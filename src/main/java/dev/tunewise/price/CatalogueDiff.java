package dev.tunewise.price;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What differs between two catalogues. */
public final class CatalogueDiff {
    private CatalogueDiff() {}

    /** Every figure of every model that differs, in the order of the catalogues; a model that only one has gives a line "model". */
    public static List<PriceChange> between(Catalogue before, Catalogue after) {
        Map<String, Model> old = byId(before);
        Map<String, Model> fresh = byId(after);
        Set<String> ids = new LinkedHashSet<>(old.keySet());
        ids.addAll(fresh.keySet());
        List<PriceChange> changes = new ArrayList<>();
        for (String id : ids) {
            Model was = old.get(id);
            Model is = fresh.get(id);
            if (was == null || is == null) {
                changes.add(new PriceChange(id, "model", was == null ? "" : "listed", is == null ? "" : "listed"));
            } else {
                changes.addAll(between(id, ModelFigures.of(was), ModelFigures.of(is)));
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

    private static Map<String, Model> byId(Catalogue catalogue) {
        Map<String, Model> models = new LinkedHashMap<>();
        catalogue.models().forEach(model -> models.put(model.id(), model));
        return models;
    }
}
