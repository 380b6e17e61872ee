package dev.tunewise.diagnostics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of problems, by kind: `problems_en.properties` holds what is wrong and what to do, with places for values. */
public final class ProblemTexts {
    /** A kind, perhaps a word for one of several ways to say it, and the names of its places: `bad-name.kebab(id,what)`. */
    private static final Pattern KEY = Pattern.compile("(([a-z-]+)(?:\\.[a-z-]+)?)(?:\\(([a-z,]+)\\))?");

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final Map<String, Sentences> TEXTS =
            read(BundledProperties.read(ProblemTexts.class, "problems_en.properties"));

    private record Sentences(String code, List<String> places, String message, String remedy) {}

    /** `values`: in the order in which the key names its places. */
    public static Problem error(String key, Position at, @Nullable Object... values) {
        return problem(Severity.ERROR, key, at, values);
    }

    /** `values`: in the order in which the key names its places. */
    public static Problem warning(String key, Position at, @Nullable Object... values) {
        return problem(Severity.WARNING, key, at, values);
    }

    /** The names of the places, by key. */
    static Map<String, List<String>> places() {
        return TEXTS.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, said -> said.getValue().places()));
    }

    private static Problem problem(Severity severity, String key, Position at, @Nullable Object... values) {
        Sentences said = TEXTS.get(key);
        if (said == null || said.places.size() != values.length) {
            throw new IllegalArgumentException("`" + key + "` takes "
                    + (said == null ? "nothing: the texts of problems have no such key" : said.places) + ", found "
                    + values.length + " values");
        }
        return new Problem(
                severity, said.code, at, filled(said.message, said, values), filled(said.remedy, said, values), "");
    }

    private static String filled(String text, Sentences said, @Nullable Object... values) {
        return PLACE.matcher(text).replaceAll(place -> {
            int index = said.places.indexOf(place.group(1));
            return Matcher.quoteReplacement(index < 0 ? place.group() : String.valueOf(values[index]));
        });
    }

    private static Map<String, Sentences> read(Properties properties) {
        Map<String, Sentences> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(signature -> {
            Matcher key = KEY.matcher(signature);
            String[] parts = properties.getProperty(signature).split(" \\| ", -1);
            if (!key.matches() || parts.length != 2) {
                throw new IllegalStateException("problems_en.properties: `" + signature
                        + "` is not `kind(place,place) = what is wrong | what to do`");
            }
            List<String> places =
                    key.group(3) == null ? List.of() : List.of(key.group(3).split(","));
            texts.put(key.group(1), new Sentences(key.group(2), places, parts[0], parts[1]));
        });
        return texts;
    }
}
