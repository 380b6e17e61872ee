package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.cue.Cue;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.text.FillerWords;
import dev.tunewise.reading.text.WordSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes answers of a word to the one question they can be for: "yes", "nope", "not yet". */
record ShortAnswerResolver(ResolutionContext desk, TokenSequence line) {
    private static final Set<String> YES = WordSet.set("short answer resolver: yes");
    private static final Set<String> NO = WordSet.of("no nein nope nah negative never none nobody false n nay neither");
    private static final Set<String> LEADS = WordSet.of("well hmm hm um uh oh ah so i think guess ok okay honestly");
    private static final Set<String> AFTER_YES = WordSet.set("short answer resolver: after yes");
    private static final Set<String> SUBJECTS = WordSet.of("we it they there i");
    private static final Set<String> VERBS = WordSet.of("do does is have has will");
    private static final List<String> NEITHER = WordSet.phrases("yes and no|not sure|no idea|no clue|no problem");
    private static final List<String> DENIALS = WordSet.phrases(WordSet.named("short answer resolver: denials"));
    private static final List<String> CONSENTS = WordSet.phrases(WordSet.named("short answer resolver: consents"));

    private static final int SHORT = 4;
    /** With more words that tell something else an easy yes is for that, or for nothing. */
    private static final int FEW = 2;

    private static final int SHORT_PHRASE = 7;

    static void take(ResolutionContext desk) {
        List<Fact> open =
                desk.open().stream().filter(fact -> !desk.isSettled(fact)).toList();
        ShortAnswerResolver words = new ShortAnswerResolver(desk, desk.line);
        int first = words.first();
        if (first < 0 || desk.line.isQuestionMark(desk.line.size() - 1) || open.isEmpty()) {
            return;
        }
        Fact asked = open.getFirst();
        // with several such questions on one card nobody knows which is meant
        boolean only =
                open.stream().filter(fact -> fact.type() == FactType.YES_NO).count() == 1;
        if (only && asked.type() == FactType.YES_NO) {
            words.yesOrNo(asked, first).ifPresent(yes -> desk.put(asked, new Value.YesNo(yes), first, false));
        }
    }

    /** The word an answer begins with; -1 where a number or a name comes before it, or where it is asked. */
    private int first() {
        for (int i = 0; i < line.size(); i++) {
            if (line.isAmount(i) || line.isName(i)) {
                return -1;
            }
            if (!line.word(i).isEmpty() && !LEADS.contains(line.word(i))) {
                return line.isQuestionMark(i + 1) ? -1 : i;
            }
        }
        return -1;
    }

    private Optional<Boolean> yesOrNo(Fact asked, int first) {
        String word = line.word(first);
        String next = line.word(first + 1);
        boolean counts = line.items().stream().anyMatch(item -> item.kind == AnnotatedToken.Kind.AMOUNT);
        boolean easy = OpenAnswer.MOCKING.contains(word) || line.word(first - 1).equals("oh");
        if (easy && (counts || desk.strange(asked) > FEW) || counts && SUBJECTS.contains(word)) {
            return Optional.empty();
        }
        if (words() <= SHORT_PHRASE && DENIALS.stream().anyMatch(desk::says)) {
            return Optional.of(false);
        }
        if (words() <= SHORT_PHRASE
                && !desk.cues(first).contains(Cue.Kind.HYPOTHESIS)
                && CONSENTS.stream().anyMatch(desk::says)) {
            return Optional.of(true);
        }
        if (NEITHER.stream().anyMatch(desk::says) || desk.cues(first).contains(Cue.Kind.HYPOTHESIS)) {
            return Optional.empty();
        }
        boolean alone = line.endsClause(first + 1) || AFTER_YES.contains(next);
        if (alone && YES.contains(word) && !next.equals("not")) {
            return Optional.of(true);
        }
        if (alone && NO.contains(word) && !next.equals("of")) {
            return OpenAnswer.deniesAnother(line, first + 1) ? Optional.empty() : Optional.of(false);
        }
        return words() <= SHORT ? shortened(word, next, first) : Optional.empty();
    }

    /** "not yet", "we do", "it does not". */
    private Optional<Boolean> shortened(String word, String next, int first) {
        if (word.equals("not") && (next.equals("yet") || next.equals("really") || next.equals("at"))) {
            return Optional.of(false);
        }
        boolean denied = line.word(first + 2).equals("not");
        int after = denied ? first + 3 : first + 2;
        boolean echo = SUBJECTS.contains(word)
                && VERBS.contains(next)
                // "we have 7 translators", "it is 11 pm here"
                && (line.endsClause(after) || FillerWords.contains(line.word(after)));
        return echo ? Optional.of(!denied) : Optional.empty();
    }

    private long words() {
        return line.items().stream()
                .filter(item -> item.kind == AnnotatedToken.Kind.WORD)
                .count();
    }
}
