package dev.tunewise.reading.resolution;

import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.text.FillerWords;
import dev.tunewise.reading.text.WordSet;
import java.util.Set;
import java.util.stream.IntStream;

/** Words that would answer a question, and whether the rest of the message leaves that meaning to them. */
record OpenAnswer(TokenSequence line, PatternMatch match) {
    /** With so many other words that tell something it is no short answer. */
    private static final int SEVERAL = 3;

    /** With much behind them these agree with nothing: "Sure, and with 10 examples we'll beat them all." */
    static final Set<String> MOCKING = WordSet.of("sure right yeah absolutely totally great fine true of course");

    private static final int LONG = 8;
    private static final Set<String> LEADING = WordSet.of("and but so or then ok well");
    private static final Set<String> POINTING = WordSet.of("it that this");

    /** Marks between a name and its value, and between the cells of a table. */
    private static final String PARTING = ":=|";

    private static final Set<String> FAULTS = WordSet.set("open answer: faults");
    private static final Set<String> ASKED = WordSet.of("problem problems issue issues wrong answer a b c d");

    private static final Set<String> DENIALS = WordSet.of("no not none never nope nobody");

    /** Whether the clause says little else; of a single word ("no", "long", "prototype") the whole sentence. */
    boolean isMostOfIt() {
        boolean word = said().count() == 1;
        boolean lost = word
                && (beside(line.sentenceStart(match.start()), line.sentenceEnd(match.start())) > SEVERAL
                        || deniesAnother(line, match.end()));
        boolean counts = word
                && IntStream.range(line.clauseStart(match.start()), match.start())
                        .anyMatch(line::isAmount);
        boolean mocks = said().allMatch(i -> MOCKING.contains(line.word(i)))
                && MOCKING.contains(line.word(match.end() - 1))
                && (word && line.size() > LONG
                        || line.items().stream().anyMatch(item -> item.kind == AnnotatedToken.Kind.AMOUNT)
                        || beside(line.sentenceStart(match.start()), line.sentenceEnd(match.start())) >= SEVERAL);
        return !lost && !counts && !mocks && !isCell() && besideInClause() <= (word ? SEVERAL - 1 : SEVERAL);
    }

    private IntStream said() {
        return IntStream.range(match.start(), match.end())
                .filter(i -> match.holds(i) && !LEADING.contains(line.word(i)));
    }

    /** "labels | 2400", "format: json": a name beside its value, as a table or a list of settings has it, says nothing of what is wrong. */
    boolean isCell() {
        boolean names = isValue(match.end()) || isInRow(match.end());
        boolean inside = IntStream.range(match.start() + 1, match.end()).anyMatch(i -> match.holds(i) && isValue(i));
        int before = match.start() - 1;
        boolean valued = line.items().get(match.start()).mark == '|'
                || isParted(match.start()) && !line.word(before).isEmpty() && !ASKED.contains(line.word(before));
        return names || inside || valued;
    }

    /** "labels,2400". */
    private boolean isInRow(int comma) {
        return line.isAmount(comma + 1)
                && line.items().get(comma).word.equals(",")
                && line.items().get(comma).end == line.items().get(comma + 1).start;
    }

    private boolean isValue(int at) {
        return isParted(at) && !FAULTS.contains(line.word(at));
    }

    private boolean isParted(int at) {
        return at < line.size() && PARTING.indexOf(line.items().get(at).mark) >= 0;
    }

    boolean isMostOfItsClause() {
        return besideInClause() < SEVERAL;
    }

    private long besideInClause() {
        return beside(line.clauseStart(match.start()), line.clauseEnd(match.end() - 1));
    }

    /** How many words that tell something stand beside the match. */
    private long beside(int from, int to) {
        return IntStream.range(from, to)
                .filter(i -> !match.holds(i) && isTelling(line, i))
                .count();
    }

    static boolean isDeterminer(String word) {
        return ClauseSubjects.DETERMINERS.contains(word) || ClauseSubjects.SPEAKERS.contains(word);
    }

    /** "about 6 weeks until the audit", "not yet awake", "the agency found that it fails": what is said has a subject of its own. */
    boolean isOfSomethingElse(ClauseSubjects subjects) {
        boolean lasts = IntStream.range(match.start(), match.end()).anyMatch(i -> match.holds(i) && line.isAmount(i));
        String opening = line.word(line.clauseStart(match.start()));
        boolean others = subjects.at(match.start()) == ClauseSubjects.Standing.OTHERS
                && (isDeterminer(opening) || opening.equals("that"));
        // "have not bothered" names what was not done
        boolean counted =
                isCounted(subjects, match.end()) && !line.word(match.end()).endsWith("ed");
        return others
                || counted
                || IntStream.range(line.sentenceStart(match.start()), line.sentenceEnd(match.end() - 1))
                        .filter(i -> !match.holds(i) && subjects.isStrange(i))
                        .anyMatch(i -> lasts || ClauseSubjects.SPEAKERS.contains(line.word(i - 1)));
    }

    /** Whether a strange noun follows a figure, which it counts. */
    boolean isCounted(ClauseSubjects subjects, int after) {
        return after < line.size()
                && !match.holds(after)
                && !line.startsClause(after)
                && subjects.isStrangeToFigures(after);
    }

    /** "no, it's not ranking": the no is for something else that was said. */
    static boolean deniesAnother(TokenSequence line, int at) {
        int next = line.endsClause(at) ? at + 1 : at;
        boolean denies = POINTING.contains(line.word(next))
                && line.word(next + 1).equals("is")
                && line.word(next + 2).equals("not");
        return denies && IntStream.range(next + 3, line.clauseEnd(next)).anyMatch(i -> isTelling(line, i));
    }

    /** "RAG: no", "labels verified: not yet": what stands before the colon is denied. */
    boolean isAnsweredNo() {
        int next = match.end();
        return next < line.size() && line.items().get(next).apart && DENIALS.contains(line.word(next));
    }

    private static boolean isTelling(TokenSequence line, int at) {
        return line.items().get(at).kind == AnnotatedToken.Kind.WORD && !FillerWords.contains(line.word(at));
    }
}
