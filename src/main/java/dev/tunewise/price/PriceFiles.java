package dev.tunewise.price;

import dev.tunewise.diagnostics.Problems;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loads the catalogue: the files shipped with the product, and an operator's file laid over them. */
public final class PriceFiles {
    private PriceFiles() {}

    /** The catalogue as shipped. */
    public static Catalogue shipped() {
        Problems problems = new Problems();
        Catalogue catalogue = build(shippedEntries(problems), problems);
        if (problems.hasErrors()) {
            throw new IllegalStateException(
                    "The shipped price files are broken:\n" + Problems.render(problems.sorted()));
        }
        return catalogue;
    }

    /**
     * A catalogue with an operator's file laid over it: an entry with a known id replaces the fields it names, any other entry is
     * added. The file is refused whole when anything in it is wrong.
     *
     * @param below the catalogue to lay it over
     * @param file JSON with {@code models}, {@code tuning_offers}, {@code gpus} and {@code vector_stores}, each a list of entries with
     *     the fields of the shipped files, and {@code source} and {@code as_of} for all of them
     */
    public static Loaded<Catalogue> overlay(Catalogue below, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return overlay(below, file.toString(), in);
        } catch (IOException failed) {
            throw new UncheckedIOException("Reading the price file " + file + " failed", failed);
        }
    }

    /** The same from a stream; the name stands in messages. */
    public static Loaded<Catalogue> overlay(Catalogue below, String name, InputStream in) {
        Problems problems = new Problems();
        RawPrices above = JsonFile.read(name, in, problems)
                .map(root -> OverlayReader.entries(root, below.raw(), problems))
                .orElse(null);
        if (above == null) {
            return new Loaded.Refused<>(problems.sorted());
        }
        Catalogue catalogue = build(below.raw().with(above), problems);
        return problems.hasErrors() ? new Loaded.Refused<>(problems.sorted()) : new Loaded.Ok<>(catalogue);
    }

    private static RawPrices shippedEntries(Problems problems) {
        Json.Obj root = JsonFile.read("model-prices.json", resource("model-prices.json"), problems)
                .orElseThrow(() -> new IllegalStateException(Problems.render(problems.sorted())));
        Map<String, String> titles = new LinkedHashMap<>();
        if (root.fields().get("sources") instanceof Json.Obj sources) {
            sources.fields()
                    .forEach((key, source) ->
                            titles.put(key, new Fields((Json.Obj) source, key, problems).text("title")));
        }
        return new RawPrices(
                OverlayReader.byId(root, "models", problems),
                byId(table("tuning-prices.csv")),
                table("gpu-prices.csv"),
                table("vector-store-prices.csv"),
                titles);
    }

    private static Catalogue build(RawPrices raw, Problems problems) {
        CatalogueReader reader = new CatalogueReader(raw.sourceTitles(), problems);
        return new Catalogue(new Catalogue.Parts(
                reader.models(raw.models()),
                reader.offers(raw.offers()),
                reader.gpus(raw.gpus()),
                reader.vectorStores(raw.vectorStores()),
                HardwareReader.specs(table("gpu-specs.csv"), problems),
                HardwareReader.openModels(table("open-models.csv"), problems),
                aliases(),
                raw));
    }

    private static Map<String, Json.Obj> byId(List<Json.Obj> rows) {
        Map<String, Json.Obj> entries = new LinkedHashMap<>();
        for (Json.Obj row : rows) {
            entries.put(text(row, "id"), row);
        }
        return entries;
    }

    private static String text(Json.Obj row, String field) {
        if (row.fields().get(field) instanceof Json.Text text) {
            return text.value();
        }
        throw new IllegalStateException("A shipped table lacks the text `" + field + "` in " + row);
    }

    private static Map<String, String> aliases() {
        Map<String, String> aliases = new LinkedHashMap<>();
        for (Json.Obj row : table("aliases.csv")) {
            aliases.put(text(row, "name"), text(row, "model"));
        }
        return aliases;
    }

    private static List<Json.Obj> table(String name) {
        try (InputStream in = resource(name)) {
            return new ArrayList<>(CsvFile.read(name, in));
        } catch (IOException failed) {
            throw new UncheckedIOException("Reading the shipped table " + name + " failed", failed);
        }
    }

    private static InputStream resource(String name) {
        InputStream in = PriceFiles.class.getResourceAsStream(name);
        if (in == null) {
            throw new UncheckedIOException(new FileNotFoundException("The product lacks its file " + name));
        }
        return in;
    }
}
