package dev.tunewise.reading.resolution;

import dev.tunewise.reading.cue.Annotations;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.text.FillerWords;
import dev.tunewise.reading.text.WordSet;
import java.util.Set;
import java.util.stream.IntStream;

/** What follows a match and gives it to something else: "500 examples from the paper", "12 categories of paint", "GPT-4o for the newsletter". */
record OtherReferent(TokenSequence line, ClauseSubjects subjects, PatternMatch match) {
    private static final Set<String> PLACES = WordSet.of("in on at according from by");
    private static final Set<String> THOSE = WordSet.of("that those the a an each another some any one");

    boolean isStrange() {
        int at = match.end();
        while (at < line.size() && line.items().get(at).kind == AnnotatedToken.Kind.RATE) {
            at++;
        }
        if (at < line.size() && line.items().get(at).kind == AnnotatedToken.Kind.BOUNDARY) {
            at++;
        }
        boolean figure = match.captured() >= 0;
        String word = line.word(at);
        boolean of = word.equals("of");
        boolean some = (of || word.equals("for")) && THOSE.contains(line.word(at + 1));
        boolean paint = of && figure && at + 1 < line.size() && subjects.isStrangeToFigures(at + 1);
        boolean place = (PLACES.contains(word) || some || paint)
                && (figure
                        || some && holdsName() && subjects.isStrangeToFigures(head(at + 2))
                        || line.items().get(at - 1).kind == AnnotatedToken.Kind.BOUNDARY);
        return place && IntStream.range(at, line.clauseEnd(at)).anyMatch(subjects::isStrangeToFigures);
    }

    /** The last word of the noun that begins at an item: "the hard ones". */
    private int head(int from) {
        int head = Math.min(from, line.size() - 1);
        while (!line.endsClause(head + 1) && !FillerWords.contains(line.word(head + 1))) {
            head++;
        }
        return head;
    }

    private boolean holdsName() {
        return IntStream.range(match.start(), match.end())
                .anyMatch(i -> match.holds(i) && line.items().get(i).kind == AnnotatedToken.Kind.NAME);
    }

    /** "I know a bank that runs Qwen in-house": what follows is told of that bank. */
    static boolean isOfSomebodyMet(Annotations seen, int start) {
        TokenSequence line = seen.line();
        String word = line.word(start);
        if (start == 0 || !word.equals("who") && !seen.usual().list("relatives").contains(word)) {
            return false;
        }
        return IntStream.range(line.clauseStart(start - 1), start)
                .anyMatch(i -> seen.is("met", i)
                        && IntStream.rangeClosed(i + 1, i + 2).anyMatch(j -> seen.is("indefinite", j)));
    }

    /** "our customer's": whose the next noun is. */
    static boolean isOfOutsiders(Annotations seen, int at) {
        String typed = at < seen.line().size() ? seen.span(at, at + 1).of(seen.typed()) : "";
        return seen.is("outsiders", at)
                && (typed.endsWith("'s") || typed.endsWith("’s") || typed.endsWith("s'") || typed.endsWith("s’"));
    }
}
