package dev.tunewise.reading.cue;

import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.text.WordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the clauses in which something is asked rather than said. */
final class QuestionClauses {
    private static final Set<String> LEADS = WordSet.of(WordSet.named("question clauses: leads"));
    private static final Set<String> WH = WordSet.of("what why how which who whom whose where when");
    private static final Set<String> AUXILIARIES = WordSet.of(WordSet.named("question clauses: auxiliaries"));
    private static final Set<String> SUBJECTS = WordSet.of(WordSet.named("question clauses: subjects"));
    private static final Set<String> AFTER_WH = WordSet.of(WordSet.named("question clauses: after wh"));

    private static final Set<String> STATING = WordSet.of("we i our it the there currently today right");

    static List<Cue> in(TokenSequence line) {
        List<Cue> found = new ArrayList<>();
        int start = 0;
        while (start < line.size()) {
            int end = line.sentenceEnd(start);
            sentence(line, start, end, found);
            start = end;
        }
        return found;
    }

    private static void sentence(TokenSequence line, int start, int end, List<Cue> found) {
        boolean marked = line.items().get(end - 1).word.equals("?");
        int asked = -1;
        int last = start;
        for (int at = start; at < end; at = next(line, at, end)) {
            boolean opens = opens(line, at, end) && (marked || at == start || !isRelative(line, at));
            if (opens && asked < 0) {
                asked = at;
            } else if (asked >= 0 && !marked && states(line, at)) {
                found.add(question(asked, at));
                asked = -1;
            }
            if (!line.items().get(at).isBoundary()) {
                last = at;
            }
        }
        if (asked >= 0) {
            found.add(question(asked, end));
        } else if (marked) {
            found.add(question(mainClause(line, start, last), end));
        }
    }

    private static int next(TokenSequence line, int at, int end) {
        int next = Math.max(at + 1, line.clauseEnd(at));
        return Math.min(next, end);
    }

    /** The clause that a question mark without a question word belongs to: back to the last comma, past "that" and its like. */
    private static int mainClause(TokenSequence line, int start, int last) {
        int at = line.clauseStart(last);
        while (at > start
                && !line.items().get(at - 1).isBoundary()
                && !line.items().get(at).apart) {
            at = line.clauseStart(at - 1);
        }
        return at;
    }

    private static Cue question(int from, int to) {
        return new Cue(Cue.Kind.QUESTION, new PatternMatch(from, from, -1, 0), from, to);
    }

    private static boolean opens(TokenSequence line, int clause, int end) {
        int at = clause;
        while (at < end && LEADS.contains(line.word(at)) && at - clause < 4) {
            at++;
        }
        String first = line.word(at);
        String second = line.word(at + 1);
        if (WH.contains(first)) {
            return !first.equals("when") && AFTER_WH.contains(second) && !isStatement(line, at)
                    || first.equals("when") && AUXILIARIES.contains(second);
        }
        if (first.equals("any") && (second.equals("idea") || second.equals("thoughts") || second.equals("advice"))) {
            return true;
        }
        if (!AUXILIARIES.contains(first)) {
            return isIndirect(line, at);
        }
        boolean number = at + 1 < end
                && (line.items().get(at + 1).kind == AnnotatedToken.Kind.AMOUNT
                        || line.items().get(at + 1).kind == AnnotatedToken.Kind.NAME);
        boolean command = first.equals("do") && second.equals("not");
        boolean fronted = first.equals("need") || first.equals("must") || first.equals("have") || first.equals("had");
        return !command
                && (SUBJECTS.contains(second)
                                && !(fronted && !Set.of("we", "you", "i").contains(second))
                        || (number && !fronted));
    }

    /** "92 % right which is our target": within a sentence that asks nothing it goes on about what stands before it. */
    private static boolean isRelative(TokenSequence line, int at) {
        return line.word(at).equals("which")
                && Set.of("is", "are", "was").contains(line.word(at + 1))
                && Set.of("our", "my", "the", "also", "just", "exactly").contains(line.word(at + 2));
    }

    /** "What we have is ..." states; "what to do" asks. */
    private static boolean isStatement(TokenSequence line, int at) {
        return line.word(at).equals("what") && line.word(at + 1).equals("we");
    }

    private static boolean isIndirect(TokenSequence line, int at) {
        String first = line.word(at);
        String second = line.word(at + 1);
        boolean wonder =
                first.equals("wondering") || first.equals("curious") || (first.equals("i") && second.equals("wonder"));
        boolean think = first.equals("worth") || (first.equals("tell") && second.equals("me"));
        return wonder || think;
    }

    /** A clause with a subject of its own and no question: a statement again. */
    private static boolean states(TokenSequence line, int at) {
        String word = line.word(at).equals("and") || line.word(at).equals("but") ? line.word(at + 1) : line.word(at);
        boolean subject = STATING.contains(word);
        boolean separate =
                at > 0 && line.items().get(at - 1).isBoundary() || line.word(at).equals("but");
        return subject && separate;
    }
}
