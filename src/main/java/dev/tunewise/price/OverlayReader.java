package dev.tunewise.price;

import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads an operator's price file into entries that can be laid over the shipped ones. */
final class OverlayReader {
    private static final Set<String> SECTIONS =
            Set.of("schema_version", "source", "as_of", "note", "models", "tuning_offers", "gpus", "vector_stores");
    private static final Set<String> GPU_FIELDS = Set.of(
            "gpu",
            "gpu_memory_gb",
            "cloud",
            "instance",
            "on_demand_usd_per_gpu_hour",
            "spot_usd_per_gpu_hour",
            "as_of",
            "source",
            "note",
            "own");

    private final Json.Obj root;
    private final Problems problems;

    private OverlayReader(Json.Obj root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    static RawPrices entries(Json.Obj root, RawPrices below, Problems problems) {
        OverlayReader reader = new OverlayReader(root, problems);
        reader.refuseUnknown(root, SECTIONS, "The price file");
        return new RawPrices(
                reader.section("models", below.models()),
                reader.section("tuning_offers", below.offers()),
                reader.rows("gpus", GPU_FIELDS),
                reader.rows("vector_stores", fieldsOf(below.vectorStores())),
                below.sourceTitles());
    }

    /** The entries of a list by their ids. */
    static Map<String, Json.Obj> byId(Json.Obj root, String section, Problems problems) {
        Map<String, Json.Obj> entries = new LinkedHashMap<>();
        for (Json.Obj entry : list(root, section, problems)) {
            String id = new Fields(entry, "An entry of " + section, problems).required("id");
            if (entries.put(id, entry) != null) {
                problems.add(Problem.error(
                        "repeated-id", entry.at(), section + " holds " + id + " twice.", "Keep one of the two."));
            }
        }
        return entries;
    }

    private Map<String, Json.Obj> section(String section, Map<String, Json.Obj> below) {
        Set<String> known = new LinkedHashSet<>(fieldsOf(below.values()));
        Map<String, Json.Obj> entries = new LinkedHashMap<>();
        list(root, section, new Problems()).forEach(entry -> refuseUnknown(entry, known, "An entry of " + section));
        byId(root, section, problems).forEach((id, entry) -> {
            if (!below.containsKey(id) && section.equals("models")) {
                requireForNew(entry, id);
            }
            entries.put(id, dated(entry));
        });
        return entries;
    }

    private void requireForNew(Json.Obj entry, String id) {
        Fields fields = new Fields(entry, "New model " + id, problems);
        fields.required("provider");
        fields.required("input_per_mtok");
    }

    private List<Json.Obj> rows(String section, Set<String> known) {
        List<Json.Obj> rows = new ArrayList<>();
        for (Json.Obj entry : list(root, section, problems)) {
            refuseUnknown(entry, known, "An entry of " + section);
            Json.Obj row = dated(entry);
            row.fields().putIfAbsent("own", new Json.Bool(true, entry.at()));
            rows.add(row);
        }
        return rows;
    }

    /** The entry with the source and date of the whole file where it has none of its own. */
    private Json.Obj dated(Json.Obj entry) {
        Map<String, Json> fields = new LinkedHashMap<>(entry.fields());
        Fields file = new Fields(root, "The price file", problems);
        String source = file.text("source");
        fields.putIfAbsent("source", new Json.Text(source.isEmpty() ? "own prices" : source, entry.at()));
        fields.putIfAbsent("as_of", new Json.Text(file.text("as_of"), entry.at()));
        return new Json.Obj(fields, entry.at());
    }

    private void refuseUnknown(Json.Obj entry, Set<String> known, String what) {
        entry.fields().forEach((name, value) -> {
            if (!known.contains(name)) {
                problems.add(Problem.error(
                        "unknown-field",
                        value.at(),
                        what + " has a field " + name + ", which means nothing here.",
                        remedy(name, known)));
            }
        });
    }

    private static String remedy(String name, Set<String> known) {
        return known.stream()
                .filter(field -> Spelling.distance(name, field) <= 3 || field.startsWith(name))
                .min((a, b) -> Integer.compare(Spelling.distance(name, a), Spelling.distance(name, b)))
                .map(field -> "Did you mean " + field + "?")
                .orElseGet(() -> "Use one of: " + String.join(", ", new TreeSet<>(known)) + ".");
    }

    private static Set<String> fieldsOf(Iterable<Json.Obj> entries) {
        Set<String> names = new LinkedHashSet<>();
        entries.forEach(entry -> names.addAll(entry.fields().keySet()));
        return names;
    }

    private static List<Json.Obj> list(Json.Obj root, String section, Problems problems) {
        List<Json.Obj> entries = new ArrayList<>();
        switch (root.get(section)) {
            case null -> {}
            case Json.Arr array ->
                array.items().forEach(item -> {
                    if (item instanceof Json.Obj entry) {
                        entries.add(entry);
                    } else {
                        notA("an object", item, "An entry of " + section, problems);
                    }
                });
            case Json other -> notA("a list", other, section, problems);
        }
        return entries;
    }

    private static void notA(String expected, Json found, String what, Problems problems) {
        problems.add(Problem.error(
                "wrong-type",
                found.at(),
                what + " is " + found.describe() + ", expected " + expected + ".",
                "Write " + expected + " here."));
    }
}
