package dev.tunewise.reading.pattern;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lists that patterns name, and what was read of lists and words already: the same few stand in thousands of patterns. */
final class PatternLists {
    private final Map<String, List<String>> patterns;
    private final Map<String, PatternAst> lists = new HashMap<>();
    private final Map<String, PatternAst> words = new HashMap<>();

    PatternLists(Map<String, List<String>> patterns) {
        this.patterns = patterns;
    }

    PatternAst list(String key, Reading<List<String>> reading) throws PatternParser.Wrong {
        PatternAst known = lists.get(key);
        if (known == null) {
            List<String> options = patterns.get(key);
            if (options == null) {
                throw new PatternParser.Wrong("no list `" + key + "`");
            }
            known = reading.of(options);
            lists.put(key, known);
        }
        return known;
    }

    PatternAst word(String said, Reading<String> reading) throws PatternParser.Wrong {
        PatternAst known = words.get(said);
        if (known == null) {
            known = reading.of(said);
            words.put(said, known);
        }
        return known;
    }

    /** Reads what is not known yet. */
    @FunctionalInterface
    interface Reading<T> {
        PatternAst of(T text) throws PatternParser.Wrong;
    }
}
