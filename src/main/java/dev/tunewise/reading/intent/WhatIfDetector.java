package dev.tunewise.reading.intent;

import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.text.WordSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells whether a message supposes other answers: "what if we had 500 examples?", "what would change at 100k a day?". */
public final class WhatIfDetector {
    private static final Set<String> ASKS = Set.of("would", "changes", "happens", "could", "does");
    private static final Set<String> SUPPOSES = Set.of("suppose", "supposing", "imagine", "assuming", "hypothetically");
    private static final Set<String> IT = Set.of("it", "that", "the", "this");
    private static final Set<String> CHANGES = WordSet.set("what if detector: changes");
    /** What may hold at another figure, too. */
    private static final Set<String> HOLDS = WordSet.of("hold holds still same");

    private static final Set<String> IF = Set.of("if", "with", "at", "when", "for");
    /** What may stand before the figure of a question that is nothing else: "and at only 100 a day?". */
    private static final Set<String> LEADS = WordSet.set("what if detector: leads");

    private static final Set<String> BEFORE_FIGURES = WordSet.set("what if detector: before figures");
    private static final int LONGEST = 9;

    private static final Set<String> ADDING = Set.of("and", "but", "so");

    /** The first item of the sentence from which on a message supposes; empty where it does not. */
    public static OptionalInt from(TokenSequence line) {
        return IntStream.range(0, line.size())
                .filter(i -> asked(line, i, line.word(i), line.word(i + 1)))
                .map(line::sentenceStart)
                .findFirst();
    }

    /** "And at only 100 a day?", "what about 5 examples?": a short question that is no more than another figure. */
    public static boolean isFigureAlone(TokenSequence line) {
        int at = 0;
        while (at < line.size() && LEADS.contains(line.word(at))) {
            at++;
        }
        boolean asks = line.asks() || Set.of("about", "if").contains(line.word(1));
        return asks
                && at > 0
                && at < line.size()
                && line.size() - at <= LONGEST
                && line.items().get(at).amount != null
                && IntStream.range(0, at).anyMatch(i -> BEFORE_FIGURES.contains(line.word(i)))
                && line.sentenceEnd(0) >= line.size();
    }

    private static boolean asked(TokenSequence line, int at, String word, String next) {
        boolean about = next.equals("about") && line.word(at + 2).equals("if");
        if (word.equals("what") && (next.equals("if") || about)) {
            return true;
        }
        boolean asks = line.isQuestionMark(line.sentenceEnd(at) - 1);
        if (asks && ADDING.contains(word) && next.equals("if") && line.sentenceStart(at) == at) {
            return true;
        }
        if (line.sentenceStart(at) < at - 2) {
            return false;
        }
        return switch (word) {
            case "what", "how" ->
                ASKS.contains(next)
                        && (line.sentenceHas(at, CHANGES) || next.equals("happens") && line.sentenceHas(at, IF));
            case "would", "does" ->
                IT.contains(next)
                        && (line.sentenceHas(at, CHANGES) || line.sentenceHas(at, HOLDS))
                        && line.sentenceHas(at, IF);
            case "is" -> IT.contains(next) && line.sentenceHas(at, HOLDS) && line.sentenceHas(at, IF);
            default -> SUPPOSES.contains(word) && asks;
        };
    }
}
