package dev.tunewise.price.file;

import dev.tunewise.diagnostics.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON files shipped with the product for packages that have no JSON library of their own. */
public final class JsonResource {
    /**
     * The root object: maps, lists, String, BigDecimal, Boolean and null.
     *
     * @throws IllegalStateException when the file is broken: a shipped file is ours to mend
     */
    public static Map<String, @Nullable Object> read(String name, InputStream in) {
        Problems problems = new Problems();
        return PositionedJsonParser.read(name, in, problems)
                .map(JsonResource::plain)
                .orElseThrow(() -> new IllegalStateException(Problems.render(problems.sorted())));
    }

    /**
     * The objects of a list at the root of a file.
     *
     * @param beside the class in whose package the file lies
     * @throws IllegalStateException when the file is not there or broken
     */
    public static List<Map<?, ?>> list(Class<?> beside, String file, String list) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The product lacks its file " + file);
            }
            List<Map<?, ?>> entries = new ArrayList<>();
            if (read(file, in).get(list) instanceof List<?> items) {
                items.forEach(item -> entries.add((Map<?, ?>) item));
            }
            return entries;
        } catch (IOException failed) {
            throw new UncheckedIOException("Reading the shipped file " + file + " failed", failed);
        }
    }

    private static Map<String, @Nullable Object> plain(PositionedJson.Obj object) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        object.fields().forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static @Nullable Object plain(PositionedJson json) {
        return switch (json) {
            case PositionedJson.Obj object -> plain(object);
            case PositionedJson.Arr array -> {
                List<@Nullable Object> items = new ArrayList<>();
                array.items().forEach(item -> items.add(plain(item)));
                yield items;
            }
            case PositionedJson.Text text -> text.value();
            case PositionedJson.Num number -> number.value();
            case PositionedJson.Bool bool -> bool.value();
            case PositionedJson.Null ignored -> null;
        };
    }
}
