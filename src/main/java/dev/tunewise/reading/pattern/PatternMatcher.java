package dev.tunewise.reading.pattern;

import dev.tunewise.reading.text.WordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Matches patterns with the items of one text. Each part of a pattern leads from one place to the places where it can end, each kept once and
 * the one first that the pattern names first, so a match costs at most items times parts whatever the pattern and the text.
 */
public record PatternMatcher(TokenSequence line, Fit fit) {
    /** No match is longer than this many items. */
    private static final int LONGEST = 40;
    /** Words that a gap does not cross: they turn or bind what follows. */
    private static final Set<String> NO_GAP = WordSet.set("pattern matcher: no gap");

    /** Which amounts a pattern reads. */
    public interface Fit {
        boolean takes(TokenSequence line, int item, PatternAst.As as);
    }

    /** One that reads no amounts. */
    public static PatternMatcher ofWords(TokenSequence line) {
        return new PatternMatcher(line, (_, _, _) -> false);
    }

    /** The match of a pattern that starts at an item, or null: of several the one that its pattern names first. */
    @Nullable
    public PatternMatch at(PatternAst pattern, int start) {
        List<Way> ways = pattern.after(new Way(this, start, start, 0, -1));
        return ways.isEmpty() ? null : ways.getFirst().match();
    }

    /** How far a match has come, and the items that it named, as bits counted from its start. */
    record Way(PatternMatcher matcher, int start, int at, long literal, int captured) {
        /** The item at hand; null where the text ends or the match may go no further. */
        @Nullable
        AnnotatedToken item() {
            return at < matcher.line.size() && at - start < LONGEST
                    ? matcher.line.items().get(at)
                    : null;
        }

        /** Past an item that is of no concern. */
        Way passing() {
            return new Way(matcher, start, at + 1, literal, captured);
        }

        Way naming() {
            return new Way(matcher, start, at + 1, literal | 1L << (at - start), captured);
        }

        Way reading() {
            return new Way(matcher, start, at + 1, literal | 1L << (at - start), at);
        }

        boolean fits(PatternAst.As as) {
            return matcher.fit.takes(matcher.line, at, as);
        }

        boolean startsClause() {
            return matcher.line.startsClause(at);
        }

        boolean endsClause() {
            return matcher.line.endsClause(at);
        }

        /** Whether a gap goes on over an item; behind a count never over another one, to which what follows belongs. */
        boolean crosses(AnnotatedToken item) {
            return !item.isBoundary()
                    && !(item.kind == AnnotatedToken.Kind.WORD && NO_GAP.contains(item.word))
                    && !(captured >= 0
                            && item.isCount()
                            && matcher.line.items().get(captured).isCount());
        }

        PatternMatch match() {
            return new PatternMatch(start, at, captured, literal);
        }

        /** Ways of which the first count before others that come to the same places. */
        static List<Way> joined(List<Way> ways, List<Way> more) {
            if (ways.isEmpty() || more.isEmpty()) {
                return ways.isEmpty() ? more : ways;
            }
            List<Way> all = new ArrayList<>(ways);
            for (Way way : more) {
                boolean come = false;
                for (int i = 0; i < ways.size() && !come; i++) {
                    come = ways.get(i).at == way.at;
                }
                if (!come) {
                    all.add(way);
                }
            }
            return all;
        }
    }
}
