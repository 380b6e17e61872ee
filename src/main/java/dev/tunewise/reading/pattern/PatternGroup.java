package dev.tunewise.reading.pattern;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Patterns that belong to a language and to no flow, as files beside the classes that use them list them: a heading in square brackets, then
 * a pattern a line; `#` starts a remark.
 *
 * @param heading what the patterns stand for
 * @param patterns in the language of {@link PatternParser}
 */
public record PatternGroup(String heading, List<String> patterns) {
    public static List<PatternGroup> read(Class<?> beside, String file) {
        try (InputStream text = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            return parse(file, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The patterns in " + file + " cannot be read", e);
        }
    }

    /** @throws IllegalArgumentException if a pattern stands before the first heading */
    public static List<PatternGroup> parse(String file, String text) {
        List<PatternGroup> groups = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                groups.add(new PatternGroup(line.replaceAll("[\\[\\]]", ""), new ArrayList<>()));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                if (groups.isEmpty()) {
                    throw new IllegalArgumentException(
                            file + ": `" + line + "` stands before the first heading, such as `[wish, clause rest]`");
                }
                groups.getLast().patterns().add(line);
            }
        }
        return groups;
    }

    /** The pattern of a file taken apart; one that is wrong is a fault of the program. */
    public static PatternAst parsed(String pattern) {
        try {
            return PatternParser.parse(pattern, new PatternLists(java.util.Map.of()))
                    .shape();
        } catch (PatternParser.Wrong e) {
            throw new IllegalStateException("Built-in pattern `" + pattern + "`: " + e.getMessage(), e);
        }
    }
}
