package dev.tunewise.reading.resolution;

import dev.tunewise.reading.cue.PatternCandidate;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.PatternParser;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.pattern.UsualWords;
import java.util.Set;

/** Tells whether a pattern may speak of something else than the speaker's system: "the train takes forever", "skewed picture frame". */
final class StrangeWords {
    private final Set<String> known;

    StrangeWords(UsualWords usual) {
        known = usual.ours();
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
            if (!one.match().holds(i) && (i < start || !any) && isStrange(line, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isStrange(TokenSequence line, int at) {
        AnnotatedToken item = line.items().get(at);
        boolean typed = item.start < item.end;
        return typed
                && item.kind == AnnotatedToken.Kind.WORD
                && !known.contains(item.word)
                && !FillerWords.contains(item.word);
    }
}
