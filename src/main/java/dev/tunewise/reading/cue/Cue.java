package dev.tunewise.reading.cue;

import dev.tunewise.reading.pattern.PatternMatch;

/** Words that change what is said around them: "not", "if", "we want". `to`: index after the last one. */
public record Cue(Kind kind, PatternMatch match, int from, int to) {
    public enum Kind {
        /** It is not so. */
        NEGATION,
        /** What stands before an auxiliary and "not": denied as a statement, while numbers in it may still hold. */
        DENIED,
        QUESTION,
        /** Somebody asks himself: "whether it is fraud". */
        INDIRECT,
        /** It would be so, or may be. */
        HYPOTHESIS,
        WISH,
        FUTURE,
        /** It was so. */
        PAST,
        /** "We had": it may be no more, which matters for numbers only. */
        HAD,
        /** It was tried out: the result says nothing of the present setup. */
        TRIAL,
        /** Others say so, or it is so elsewhere or in general. */
        OTHERS,
        /** It may be so, or is somebody's word: it is proposed. */
        UNSURE,
        /** Somebody takes back or puts right. */
        CORRECTION,
        NOW
    }

    /** Says whether it bears upon a match of which it is no part. */
    boolean bearsOn(PatternMatch other) {
        if (other.end() <= from || other.start() >= to) {
            return false;
        }
        boolean touches = false;
        for (int i = Math.max(from, other.start()); i < Math.min(to, other.end()); i++) {
            touches |= other.holds(i);
        }
        return touches && !isPartOf(other);
    }

    private boolean isPartOf(PatternMatch other) {
        if (match.literal() == 0) {
            return false;
        }
        for (int i = match.start(); i < match.end(); i++) {
            if (match.holds(i) && !other.holds(i)) {
                return false;
            }
        }
        return true;
    }
}
