package dev.tunewise.reading.pattern;

import dev.tunewise.reading.number.NumberReader;
import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.TokenCursor;
import dev.tunewise.reading.text.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lists that patterns name, and what was read of lists and words already: the same few stand in thousands of patterns. */
final class PatternLists {
    private final Map<String, List<String>> patterns;
    private final Map<String, PatternAst> lists = new HashMap<>();
    private final Map<String, PatternAst> words = new HashMap<>();

    PatternLists(Map<String, List<String>> patterns) {
        this.patterns = patterns;
    }

    PatternAst list(String key, Reading reading) throws PatternParser.Wrong {
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

    PatternAst word(String said) {
        return words.computeIfAbsent(said, PatternLists::read);
    }

    private static PatternAst read(String said) {
        List<Token> tokens = Tokenizer.of(said);
        NumberReader.Number number = new NumberReader(new TokenCursor(tokens)).at(0);
        if (number != null
                && number.end() == tokens.size()
                && number.isClear()
                && number.suffix().isEmpty()) {
            // a message's "two" and "2" are amounts, not words
            return new PatternAst.Number(number.value(), number.value(), false);
        }
        List<PatternAst> words = new ArrayList<>();
        for (Token token : tokens) {
            words.add(new PatternAst.Word(token.text() + token.suffix().toLowerCase(Locale.ROOT)));
        }
        return words.size() == 1 ? words.getFirst() : new PatternAst.Sequence(words);
    }

    /** Reads what is not known yet. */
    @FunctionalInterface
    interface Reading {
        PatternAst of(List<String> patterns) throws PatternParser.Wrong;
    }
}
