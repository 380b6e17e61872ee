package dev.tunewise.reading.cue;

import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.text.WordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the clauses in which something is asked rather than said. */
final class QuestionClauses {
    private static final Set<String> LEADS = WordSet.set("question clauses: leads");
    private static final Set<String> WH = WordSet.of("what why how which who whom whose where when");
    private static final Set<String> AUXILIARIES = WordSet.set("question clauses: auxiliaries");
    private static final Set<String> SUBJECTS = WordSet.set("question clauses: subjects");
    private static final Set<String> AFTER_WH = WordSet.set("question clauses: after wh");

    /** Verbs that only somebody addressed can turn into a question: "have you", while "had the" tells. */
    private static final Set<String> FRONTED = Set.of("need", "must", "have", "had");

    private static final Set<String> ASKERS = Set.of("we", "you", "i");
    private static final Set<String> STATING = WordSet.of("we i our it the there currently today right");

    static List<Cue> in(TokenSequence line) {
        List<Cue> found = new ArrayList<>();
        for (int start = 0; start < line.size(); start = line.sentenceEnd(start)) {
            sentence(line, start, line.sentenceEnd(start), found);
        }
        return found;
    }

    private static void sentence(TokenSequence line, int start, int end, List<Cue> found) {
        boolean marked = line.isQuestionMark(end - 1);
        int asked = -1;
        int last = start;
        for (int at = start; at < end; at = Math.max(at + 1, line.clauseEnd(at))) {
            boolean opens = opens(line, at) && (marked || at == start || !isRelative(line, at));
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

    private static boolean opens(TokenSequence line, int clause) {
        int at = clause;
        while (LEADS.contains(line.word(at)) && at - clause < 4) {
            at++;
        }
        String first = line.word(at);
        String second = line.word(at + 1);
        if (WH.contains(first)) {
            return (first.equals("when") ? AUXILIARIES : AFTER_WH).contains(second);
        }
        boolean named = line.isAmount(at + 1) || line.isName(at + 1);
        return AUXILIARIES.contains(first)
                && (FRONTED.contains(first) ? ASKERS.contains(second) : SUBJECTS.contains(second) || named);
    }

    /** "92 % right which is our target": within a sentence that asks nothing it goes on about what stands before it. */
    private static boolean isRelative(TokenSequence line, int at) {
        return line.word(at).equals("which")
                && Set.of("is", "are", "was").contains(line.word(at + 1))
                && Set.of("our", "my", "the", "also", "just", "exactly").contains(line.word(at + 2));
    }

    /** A clause with a subject of its own and no question: a statement again. */
    private static boolean states(TokenSequence line, int at) {
        boolean but = line.word(at).equals("but");
        return STATING.contains(line.word(but || line.word(at).equals("and") ? at + 1 : at))
                && (but || line.items().get(at - 1).isBoundary());
    }
}
