package dev.tunewise.reading.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Short ways to write down many words; long lists stand by their names in the file `words-en.txt`, which belongs to the language and to no flow. */
public final class WordSet {
    private static final Map<String, String> NAMED = read();

    private static Map<String, String> read() {
        try (InputStream file = WordSet.class.getResourceAsStream("/dev/tunewise/reading/words-en.txt")) {
            Map<String, String> named = new HashMap<>();
            String words = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            for (String part : words.replaceAll("(?m)^#.*$", "").split("(?m)^(?=\\[)")) {
                int end = part.indexOf(']');
                if (end > 0) {
                    named.put(part.substring(1, end), part.substring(end + 1).strip());
                }
            }
            return Map.copyOf(named);
        } catch (IOException e) {
            throw new UncheckedIOException("The words of the language cannot be read", e);
        }
    }

    /**
     * What stands under a name in the file.
     *
     * @throws NullPointerException where nothing does
     */
    public static String named(String name) {
        return Objects.requireNonNull(NAMED.get(name), name);
    }

    /** The words under a name in the file. */
    public static Set<String> set(String name) {
        return of(named(name));
    }

    /** The expression under a name in the file, where line ends part nothing and `<name>` stands for what another name holds. */
    public static Pattern pattern(String name) {
        String whole =
                Pattern.compile("<([a-z ]+: [a-z ]+)>").matcher(named(name)).replaceAll(of -> named(of.group(1)));
        return Pattern.compile(whole.replace("\n", ""));
    }

    /** The words of a text, which spaces and line ends part. */
    public static Set<String> of(String words) {
        return Set.copyOf(List.of(words.strip().split("\\s+")));
    }

    /** Phrases of one or more words, which bars and line ends part, in their order. */
    public static List<String> phrases(String bars) {
        return List.of(bars.strip().split("\\s*[|\n]\\s*"));
    }

    /** What each word stands for: lines of a meaning, a colon and its words, or its phrases with bars between them. */
    public static Map<String, String> table(String lines) {
        Map<String, String> table = new HashMap<>();
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            int colon = line.indexOf(':');
            for (String word : line.substring(colon + 1).strip().split(line.contains("|") ? "\\|" : "\\s+")) {
                table.put(word, line.substring(0, colon));
            }
        });
        return Map.copyOf(table);
    }

    /** Numbers by their words: words and numbers in turn. */
    public static Map<String, Long> numbers(String pairs) {
        String[] parts = pairs.strip().split("\\s+");
        Map<String, Long> numbers = new HashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            numbers.put(parts[i], Long.valueOf(parts[i + 1]));
        }
        return Map.copyOf(numbers);
    }
}
