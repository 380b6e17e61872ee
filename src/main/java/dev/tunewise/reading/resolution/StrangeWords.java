package dev.tunewise.reading.resolution;

import dev.tunewise.reading.cue.PatternCandidate;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.PatternParser;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.pattern.UsualWords;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells whether a pattern may speak of something else than the speaker's system: "the train takes forever", "skewed picture frame". */
final class StrangeWords {
    /** Names of settings and the like. */
    private static final int SHORT = 2;

    private final Set<String> known;
    private final Set<String> figures;

    StrangeWords(UsualWords usual) {
        known = usual.ours();
        figures = new HashSet<>(usual.ours());
        figures.addAll(usual.systems());
        figures.addAll(usual.told());
    }

    /** Whether a figure is told of or counts something strange: "the app store lists 12 categories", "we set aside 50 seats". */
    boolean about(TokenSequence line, PatternCandidate one) {
        PatternMatch match = one.match();
        if (comesIntoAModel(line, match.captured())) {
            return false;
        }
        int after = match.captured() + 1;
        if (after < line.size()
                && !match.holds(after)
                && !line.startsClause(after)
                && isStrange(line, after, figures)) {
            return true;
        }
        return IntStream.range(line.clauseStart(match.start()), match.start())
                .anyMatch(i -> line.word(i).length() > SHORT && isStrange(line, i, figures));
    }

    /** "We extract line items from scanned invoices with GPT-4o at 30k invoices a month": what comes in at a rate where we use a model is ours. */
    private static boolean comesIntoAModel(TokenSequence line, int figure) {
        Amount amount = line.items().get(figure).amount;
        boolean names = amount != null
                && amount.rate() != null
                && IntStream.range(line.clauseStart(figure), line.clauseEnd(figure))
                        .anyMatch(i -> line.items().get(i).kind == AnnotatedToken.Kind.NAME);
        String first = line.word(line.clauseStart(figure));
        return names && (first.equals("we") || first.equals("i"));
    }

    /** Whether a word in the clause of a match, which it does not name, is none of those that people use for their system; behind the match only where the pattern says so. */
    boolean beside(TokenSequence line, PatternCandidate one) {
        if (known.isEmpty()) {
            return false;
        }
        int start = one.match().start();
        boolean any = one.meaning().has(PatternParser.Flag.ANY);
        int end = any
                ? one.match().end()
                : line.clauseEnd(Math.max(start, one.match().end() - 1));
        for (int i = line.clauseStart(start); i < end; i++) {
            if (!one.match().holds(i) && (i < start || !any) && isStrange(line, i, known)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStrange(TokenSequence line, int at, Set<String> known) {
        AnnotatedToken item = line.items().get(at);
        boolean typed = item.start < item.end;
        return typed
                && item.kind == AnnotatedToken.Kind.WORD
                && !known.contains(item.word)
                && !FillerWords.contains(item.word);
    }
}
