package dev.tunewise.reading.cue;

import dev.tunewise.reading.pattern.PatternGroup;
import dev.tunewise.reading.pattern.PatternParser;
import java.util.List;
import java.util.Locale;

/**
 * The English words that turn what is said around them, in the pattern language of {@link PatternParser}. They belong to the language and not
 * to any flow, and stand in the file `en.txt` beside this class.
 */
final class CuePatterns {
    private static final String FILE = "en.txt";

    enum Reach {
        /** From the cue to the end of its clause. */
        CLAUSE_REST,
        CLAUSE,
        /** From the cue to the end of its sentence. */
        SENTENCE_REST,
        SENTENCE,
        /** The sentence and the one before it. */
        SENTENCE_BEFORE,
        /** The sentence and the three after it. */
        SENTENCES,
        /** Not at all: the words only look like the cue, as "not only" does. */
        LOOKALIKE
    }

    /** Cues of one kind and reach. */
    record Group(Cue.Kind kind, Reach reach, List<String> patterns) {}

    static final List<Group> GROUPS = groups(PatternGroup.read(CuePatterns.class, FILE));

    static List<Group> parse(String text) {
        return groups(PatternGroup.parse(FILE, text));
    }

    private static List<Group> groups(List<PatternGroup> read) {
        return read.stream().map(CuePatterns::group).toList();
    }

    /** The cues under a heading such as `[wish, clause rest]`. */
    private static Group group(PatternGroup read) {
        String[] parts = read.heading().split(",", -1);
        try {
            if (parts.length == 2) {
                return new Group(Cue.Kind.valueOf(name(parts[0])), Reach.valueOf(name(parts[1])), read.patterns());
            }
        } catch (IllegalArgumentException unknown) {
            // Told below, with what was expected.
        }
        throw new IllegalArgumentException(
                FILE + ": `[" + read.heading() + "]` is no heading; expected a kind of " + List.of(Cue.Kind.values())
                        + " and a reach of " + List.of(Reach.values()) + ", such as `[wish, clause rest]`");
    }

    private static String name(String word) {
        return word.strip().replace(' ', '_').toUpperCase(Locale.ROOT);
    }
}
