package dev.tunewise.price;

import dev.tunewise.diagnostics.Problems;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.catalogue.PriceEntries;
import dev.tunewise.price.file.CsvFile;
import dev.tunewise.price.file.LoadResult;
import dev.tunewise.price.file.PositionedJson;
import dev.tunewise.price.file.PositionedJsonParser;
import dev.tunewise.price.offer.GpuSpec;
import dev.tunewise.price.offer.OpenModel;
import dev.tunewise.price.offer.RetiredModel;
import dev.tunewise.price.reader.CatalogueReader;
import dev.tunewise.price.reader.EntryFields;
import dev.tunewise.price.reader.OverlayReader;
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
    public static PriceCatalogue shipped() {
        Problems problems = new Problems();
        PriceCatalogue catalogue = build(shippedEntries(problems), problems);
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
    public static LoadResult<PriceCatalogue> overlay(PriceCatalogue below, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return overlay(below, file.toString(), in);
        } catch (IOException failed) {
            throw new UncheckedIOException("Reading the price file " + file + " failed", failed);
        }
    }

    /** The same from a stream; the name stands in messages. */
    public static LoadResult<PriceCatalogue> overlay(PriceCatalogue below, String name, InputStream in) {
        Problems problems = new Problems();
        PriceEntries above = PositionedJsonParser.read(name, in, problems)
                .map(root -> OverlayReader.entries(root, below.raw(), problems))
                .orElse(null);
        if (above == null) {
            return new LoadResult.Refused<>(problems.sorted());
        }
        PriceCatalogue catalogue = build(below.raw().with(above), problems);
        return problems.hasErrors() ? new LoadResult.Refused<>(problems.sorted()) : new LoadResult.Ok<>(catalogue);
    }

    private static PriceEntries shippedEntries(Problems problems) {
        PositionedJson.Obj root = PositionedJsonParser.read(
                        "model-prices.json", resource("model-prices.json"), problems)
                .orElseThrow(() -> new IllegalStateException(Problems.render(problems.sorted())));
        Map<String, String> titles = new LinkedHashMap<>();
        if (root.fields().get("sources") instanceof PositionedJson.Obj sources) {
            sources.fields()
                    .forEach((key, source) ->
                            titles.put(key, new EntryFields((PositionedJson.Obj) source, key, problems).text("title")));
        }
        return new PriceEntries(
                OverlayReader.byId(root, "models", problems),
                byId(table("tuning-prices.csv")),
                table("gpu-prices.csv"),
                table("vector-store-prices.csv"),
                titles);
    }

    private static PriceCatalogue build(PriceEntries raw, Problems problems) {
        CatalogueReader reader = new CatalogueReader(raw.sourceTitles(), problems);
        return new PriceCatalogue(new PriceCatalogue.Parts(
                reader.models(raw.models()),
                reader.offers(raw.offers()),
                reader.gpus(raw.gpus()),
                reader.vectorStores(raw.vectorStores()),
                rows("gpu-specs.csv", GpuSpec.class),
                rows("open-models.csv", OpenModel.class),
                aliases(),
                rows("gone-models.csv", RetiredModel.class),
                raw));
    }

    private static Map<String, PositionedJson.Obj> byId(List<PositionedJson.Obj> rows) {
        Map<String, PositionedJson.Obj> entries = new LinkedHashMap<>();
        for (PositionedJson.Obj row : rows) {
            entries.put(text(row, "id"), row);
        }
        return entries;
    }

    private static String text(PositionedJson.Obj row, String field) {
        if (row.fields().get(field) instanceof PositionedJson.Text text) {
            return text.value();
        }
        throw new IllegalStateException("A shipped table lacks the text `" + field + "` in " + row);
    }

    private static Map<String, String> aliases() {
        Map<String, String> aliases = new LinkedHashMap<>();
        for (PositionedJson.Obj row : table("aliases.csv")) {
            aliases.put(text(row, "name"), text(row, "model"));
        }
        return aliases;
    }

    private static <T> List<T> rows(String name, Class<T> row) {
        try (InputStream in = resource(name)) {
            return CsvFile.rows(in, row);
        } catch (IOException failed) {
            throw new UncheckedIOException("Reading the shipped table " + name + " failed", failed);
        }
    }

    private static List<PositionedJson.Obj> table(String name) {
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
