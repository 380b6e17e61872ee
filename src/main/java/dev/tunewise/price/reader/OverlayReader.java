package dev.tunewise.price.reader;

import dev.tunewise.diagnostics.Problems;
import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.price.catalogue.PriceEntries;
import dev.tunewise.price.figure.ImplausiblePrice;
import dev.tunewise.price.figure.PriceChange;
import dev.tunewise.price.figure.PriceFigures;
import dev.tunewise.price.figure.UsualPrice;
import dev.tunewise.price.file.PositionedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads an operator's price file into entries that can be laid over the shipped ones. */
public record OverlayReader(PositionedJson.Obj root, Problems problems) {
    private static final Set<String> SECTIONS =
            Set.of("schema_version", "source", "as_of", "note", "models", "tuning_offers", "gpus", "vector_stores");
    private static final String CONFIRMED = "confirmed";

    public static PriceEntries entries(PositionedJson.Obj root, PriceEntries below, Problems problems) {
        OverlayReader reader = new OverlayReader(root, problems);
        reader.refuseUnknown(root, SECTIONS, "The price file");
        return new PriceEntries(
                reader.section("models", below.models()),
                reader.section("tuning_offers", below.offers()),
                reader.rows("gpus", below.gpus(), PriceEntries.GPU_NAMES),
                reader.rows("vector_stores", below.vectorStores(), PriceEntries.STORE_NAMES),
                below.sourceTitles());
    }

    /** The entries of a list by their ids. */
    public static Map<String, PositionedJson.Obj> byId(PositionedJson.Obj root, String section, Problems problems) {
        Map<String, PositionedJson.Obj> entries = new LinkedHashMap<>();
        for (PositionedJson.Obj entry : list(root, section, problems)) {
            String id = new EntryFields(entry, "An entry of " + section, problems).required("id");
            if (entries.put(id, entry) != null) {
                problems.error("repeated-id", entry.at(), section, id);
            }
        }
        return entries;
    }

    private Map<String, PositionedJson.Obj> section(String section, Map<String, PositionedJson.Obj> below) {
        Set<String> known = new LinkedHashSet<>(fieldsOf(below.values()));
        known.add(CONFIRMED);
        Map<String, PositionedJson.Obj> entries = new LinkedHashMap<>();
        list(root, section, new Problems()).forEach(entry -> refuseUnknown(entry, known, "An entry of " + section));
        byId(root, section, problems).forEach((id, entry) -> {
            if (!below.containsKey(id) && !id.isEmpty() && section.equals("models")) {
                requireForNew(entry, id, below.keySet());
            }
            refuseImplausible(id, below.get(id), entry, field -> UsualPrice.range(below.values(), field));
            entries.put(id, dated(entry));
        });
        return entries;
    }

    private void requireForNew(PositionedJson.Obj entry, String id, Set<String> known) {
        String meant = Suggestion.nearest(id, known)
                .map(near -> " (did you mean " + near + "?)")
                .orElse("");
        EntryFields fields = new EntryFields(entry, "New model " + id + meant, problems);
        fields.required("provider");
        fields.required("input_per_mtok");
    }

    /** An own price of nothing, or ten times another, is refused unless the entry says that it is meant. */
    private void refuseImplausible(
            String id, PositionedJson.@Nullable Obj old, PositionedJson.Obj entry, Function<String, UsualPrice> usual) {
        if (new EntryFields(entry, "Entry " + id, problems).flag(CONFIRMED)) {
            return;
        }
        List<String> names = List.copyOf(entry.fields().keySet());
        Map<String, String> before = old == null ? Map.of() : PriceFigures.of(old, names);
        PriceFigures.of(entry, names)
                .forEach((name, after) -> ImplausiblePrice.check(
                                new PriceChange(id, name, before.getOrDefault(name, ""), after), usual.apply(name))
                        .ifPresent(odd -> {
                            PositionedJson value = entry.get(name);
                            problems.error("implausible-price", value == null ? entry.at() : value.at(), odd.message());
                        }));
    }

    /** Rows that go by several names together: an own one stands instead of the shipped one of the same names. */
    private List<PositionedJson.Obj> rows(String section, List<PositionedJson.Obj> below, List<String> names) {
        Set<String> known = fieldsOf(below);
        known.addAll(List.of("own", CONFIRMED));
        List<PositionedJson.Obj> rows = new ArrayList<>();
        for (PositionedJson.Obj entry : list(root, section, problems)) {
            refuseUnknown(entry, known, "An entry of " + section);
            String first = names.getFirst();
            String kind = entry.text(first);
            List<PositionedJson.Obj> alike =
                    below.stream().filter(row -> row.text(first).equals(kind)).toList();
            if (alike.isEmpty() && section.equals("gpus") && !kind.isEmpty()) {
                problems.error(
                        "unknown-gpu",
                        entry.at(),
                        kind,
                        Suggestion.remedy(
                                kind,
                                new TreeSet<>(below.stream()
                                        .map(row -> row.text(first))
                                        .toList())));
            }
            refuseImplausible(
                    String.join(
                            " ",
                            names.stream()
                                    .map(entry::text)
                                    .filter(text -> !text.isEmpty())
                                    .toList()),
                    PriceEntries.same(below, entry, names).orElse(null),
                    entry,
                    field -> UsualPrice.middle(section.equals("gpus") ? alike : List.of(), field));
            PositionedJson.Obj row = dated(entry);
            row.fields().putIfAbsent("own", new PositionedJson.Bool(true, entry.at()));
            rows.add(row);
        }
        return rows;
    }

    /** The entry with the source and date of the whole file where it has none of its own. */
    private PositionedJson.Obj dated(PositionedJson.Obj entry) {
        Map<String, PositionedJson> fields = new LinkedHashMap<>(entry.fields());
        EntryFields file = new EntryFields(root, "The price file", problems);
        String source = file.text("source");
        fields.putIfAbsent("source", new PositionedJson.Text(source.isEmpty() ? "own prices" : source, entry.at()));
        fields.putIfAbsent("as_of", new PositionedJson.Text(file.text("as_of"), entry.at()));
        return new PositionedJson.Obj(fields, entry.at());
    }

    private void refuseUnknown(PositionedJson.Obj entry, Set<String> known, String what) {
        entry.fields().forEach((name, value) -> {
            if (!known.contains(name)) {
                problems.error("unknown-field", value.at(), what, name, remedy(name, known));
            }
        });
    }

    private static String remedy(String name, Set<String> known) {
        return known.stream()
                .filter(field -> Suggestion.distance(name, field) <= 3 || field.startsWith(name))
                .min((a, b) -> Integer.compare(Suggestion.distance(name, a), Suggestion.distance(name, b)))
                .map(field -> "Did you mean " + field + "?")
                .orElseGet(() -> "Use one of: " + String.join(", ", new TreeSet<>(known)) + ".");
    }

    private static Set<String> fieldsOf(Iterable<PositionedJson.Obj> entries) {
        Set<String> names = new LinkedHashSet<>();
        entries.forEach(entry -> names.addAll(entry.fields().keySet()));
        return names;
    }

    private static List<PositionedJson.Obj> list(PositionedJson.Obj root, String section, Problems problems) {
        List<PositionedJson.Obj> entries = new ArrayList<>();
        switch (root.get(section)) {
            case null -> {}
            case PositionedJson.Arr array ->
                array.items().forEach(item -> {
                    if (item instanceof PositionedJson.Obj entry) {
                        entries.add(entry);
                    } else {
                        notA("an object", item, "An entry of " + section, problems);
                    }
                });
            case PositionedJson other -> notA("a list", other, section, problems);
        }
        return entries;
    }

    private static void notA(String expected, PositionedJson found, String what, Problems problems) {
        problems.error("wrong-type", found.at(), what, found.describe(), expected);
    }
}
