package dev.tunewise.reading.cue;

import dev.tunewise.reading.pattern.PatternParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The English words that turn what is said around them, in the pattern language of {@link PatternParser}. They belong to the language and not
 * to any flow, and stand in the file `en.txt` beside this class.
 */
final class CuePatterns {
    private static final String FILE = "en.txt";

    private CuePatterns() {}

    /** How far a cue bears. */
    enum Reach {
        /** From the cue to the end of its clause. */
        CLAUSE_REST,
        /** The whole clause. */
        CLAUSE,
        /** From the cue to the end of its sentence. */
        SENTENCE_REST,
        /** The whole sentence. */
        SENTENCE
    }

    /**
     * Cues of one kind and reach.
     *
     * @param kind how they turn it
     * @param reach how far
     * @param patterns the words
     */
    record Group(Cue.Kind kind, Reach reach, List<String> patterns) {}

    static final List<Group> GROUPS = read();

    private static List<Group> read() {
        try (InputStream file = Objects.requireNonNull(CuePatterns.class.getResourceAsStream(FILE), FILE)) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The cues in " + FILE + " cannot be read", e);
        }
    }

    /**
     * Groups as the file writes them: a heading such as `[wish, clause rest]`, then a pattern a line.
     *
     * @throws IllegalArgumentException if a heading names no kind or reach, or a pattern stands before the first one
     */
    static List<Group> parse(String text) {
        List<Group> groups = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                groups.add(heading(line));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                if (groups.isEmpty()) {
                    throw new IllegalArgumentException(
                            FILE + ": `" + line + "` stands before the first heading, such as `[wish, clause rest]`");
                }
                groups.getLast().patterns().add(line);
            }
        }
        return List.copyOf(groups);
    }

    private static Group heading(String line) {
        String[] parts = line.replaceAll("[\\[\\]]", "").split(",", -1);
        try {
            if (parts.length == 2) {
                return new Group(Cue.Kind.valueOf(name(parts[0])), Reach.valueOf(name(parts[1])), new ArrayList<>());
            }
        } catch (IllegalArgumentException unknown) {
            // Told below, with what was expected.
        }
        throw new IllegalArgumentException(
                FILE + ": `" + line + "` is no heading; expected a kind of " + List.of(Cue.Kind.values())
                        + " and a reach of " + List.of(Reach.values()) + ", such as `[wish, clause rest]`");
    }

    private static String name(String word) {
        return word.strip().replace(' ', '_').toUpperCase(Locale.ROOT);
    }
}
