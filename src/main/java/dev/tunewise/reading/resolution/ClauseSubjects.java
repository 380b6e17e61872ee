package dev.tunewise.reading.resolution;

import dev.tunewise.reading.cue.Annotations;
import dev.tunewise.reading.cue.Cue;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.text.FillerWords;
import dev.tunewise.reading.text.WordSet;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Of whom each clause of a message tells: the speaker, the system spoken of, others, or nobody knows. */
final class ClauseSubjects {
    enum Standing {
        SPEAKER,
        SYSTEM,
        UNSAID,
        OTHERS
    }

    static final Set<String> SPEAKERS = WordSet.of("our my ours mine");
    private static final Set<String> SELF = WordSet.of("we i us our my ours mine");
    private static final Set<String> THEY = Set.of("they", "their");
    static final Set<String> DETERMINERS = WordSet.of("the a an each another some any one");
    private static final Set<Cue.Kind> TO_COME = EnumSet.of(Cue.Kind.FUTURE, Cue.Kind.WISH, Cue.Kind.HYPOTHESIS);
    /** Names of settings and the like. */
    private static final int SHORT = 2;
    /** A subject has so many words at most. */
    private static final int SUBJECT = 7;

    private final Annotations seen;
    private final TokenSequence line;
    private final Set<String> systems;
    private final Standing[] standings;
    /** Clauses that a label before them gives to somebody else, and those that go on with them. */
    private final boolean[] labelled;

    ClauseSubjects(Annotations seen) {
        this.seen = seen;
        line = seen.line();
        systems = seen.usual().list("systems");
        standings = new Standing[line.size()];
        labelled = new boolean[line.size()];
        boolean others = false;
        for (int i = 0; i < line.size(); i++) {
            if (line.clauseStart(i) != i) {
                standings[i] = standings[i - 1];
                labelled[i] = labelled[i - 1];
                continue;
            }
            boolean goesOn = i > 0 && line.sentenceStart(i) != i;
            boolean named = isLabelled(i);
            // "our adviser found that a stronger model ..."
            Standing own = goesOn && line.word(i).equals("that") && standings[i - 1] == Standing.OTHERS
                            || OtherReferent.isOfSomebodyMet(seen, i)
                    ? Standing.OTHERS
                    : named ? Standing.UNSAID : standing(i, others);
            labelled[i] = named || own == null && goesOn && labelled[i - 1] && !line.isLabel(i);
            standings[i] = own != null
                    ? own
                    : goesOn && isSupposed(i)
                            ? Standing.UNSAID
                            : goesOn ? standings[i - 1] : others ? Standing.UNSAID : Standing.SYSTEM;
            others = standings[i] == Standing.OTHERS || others && standings[i] == Standing.UNSAID;
        }
    }

    Standing at(int item) {
        return standings[item];
    }

    /** Whether a clause only adds to what is wished or to come: "we will add RAG, and a test set of 150 as well". */
    private boolean isSupposed(int start) {
        return start > 0
                && seen.is("adding", start)
                && IntStream.range(start, line.clauseEnd(start)).noneMatch(i -> seen.is("auxiliaries", i))
                && seen.cues().get(start - 1).stream()
                        .anyMatch(cue -> TO_COME.contains(cue.kind()) && cue.from() < start && cue.to() >= start - 1);
    }

    /** Of whom a clause tells by its own words; null where it has no subject and goes on with what was before. */
    private @Nullable Standing standing(int start, boolean others) {
        int last = line.clauseEnd(start);
        // "retailers now process": what turns the clause stands behind its subject
        boolean turned = last < line.size()
                && seen.is("turning", last)
                && !line.items().get(last).apart
                && !line.endsClause(last + 1)
                && (line.sentenceStart(start) == start || line.items().get(start).apart);
        int end = turned ? line.clauseEnd(last) : last;
        int at = IntStream.range(start, end)
                .filter(i -> !seen.is("openers", i) || DETERMINERS.contains(line.word(i)))
                .findFirst()
                .orElse(end);
        String word = line.word(at);
        if (THEY.contains(word) && !others && line.word(at + 1).equals("are") && line.isAmount(at + 2)) {
            return Standing.SYSTEM;
        }
        if (seen.is("strangers", at) || THEY.contains(word) && (others || start == 0)) {
            return Standing.OTHERS;
        }
        boolean system = seen.is("pointing", at) || at > start && seen.is("pointing", at - 1);
        if (system) {
            boolean now = seen.cues().get(start).stream()
                    .anyMatch(cue -> cue.kind() == Cue.Kind.NOW
                            && cue.match().end() > start
                            && cue.match().start() < end);
            return others && !now ? Standing.UNSAID : now || word.equals("this") ? Standing.SYSTEM : null;
        }
        int speaker = IntStream.range(at, end)
                .filter(i -> line.word(i).equals("we") || line.word(i).equals("i"))
                .findFirst()
                .orElse(end);
        if (speaker < end && line.items().get(at).kind != AnnotatedToken.Kind.NAME) {
            return IntStream.range(at, speaker).allMatch(this::leadsUp) ? Standing.SPEAKER : Standing.UNSAID;
        }
        int verb = IntStream.range(at + 1, Math.min(end, at + SUBJECT + 1))
                .takeWhile(i -> line.items().get(i).kind != AnnotatedToken.Kind.AMOUNT || i == at + 1)
                .filter(i -> isVerb(i, at))
                .findFirst()
                .orElse(-1);
        if (verb < 0 && turned && last > at && last - at <= 2) {
            verb = last;
        }
        @Nullable Standing unsaid = OtherReferent.isOfOutsiders(seen, at + 1) ? Standing.UNSAID : null;
        return verb < 0 || word.endsWith("ing") || isVerb(at, -1) ? unsaid : subject(at, verb, others);
    }

    private boolean leadsUp(int at) {
        String word = line.word(at);
        return line.items().get(at).kind == AnnotatedToken.Kind.RATE
                || seen.is("openers", at)
                || SPEAKERS.contains(word)
                || DETERMINERS.contains(word)
                || systems.contains(word);
    }

    /** An auxiliary, or behind a subject a word in -s or -ed that is no noun of a system. */
    private boolean isVerb(int at, int subject) {
        String word = line.word(at);
        boolean ending = word.endsWith("s") && !word.endsWith("ss") || word.endsWith("ed");
        String next = line.word(at + 1);
        boolean noun = line.endsClause(at + 1)
                || FillerWords.contains(word)
                || seen.is("openers", at)
                || systems.contains(word) && !next.endsWith("ly") && !seen.is("governed", at + 1)
                || word.endsWith("ed") && systems.contains(next);
        String before = line.word(at - 1);
        boolean behind = subject >= 0
                && at > subject
                && !seen.is("joints", at - 1)
                && !DETERMINERS.contains(before)
                && !SPEAKERS.contains(before);
        return seen.is("auxiliaries", at) || behind && ending && !noun;
    }

    /** Of whom a clause tells that begins with nouns. */
    private Standing subject(int from, int verb, boolean others) {
        boolean determined = DETERMINERS.contains(line.word(from)) || SPEAKERS.contains(line.word(from));
        boolean speakers = SPEAKERS.contains(line.word(from));
        boolean own = true;
        boolean known = true;
        for (int i = determined ? from + 1 : from; i < verb && !seen.is("aside", i); i++) {
            String word = line.word(i);
            boolean system = systems.contains(word)
                    || line.items().get(i).kind == AnnotatedToken.Kind.NAME
                    || i > from && seen.is("often", i);
            boolean head = i + 1 == verb || seen.is("joints", i + 1) || seen.is("often", i + 1);
            own &= !head || system || speakers && seen.is("selves", i);
            // "our auditor's own chatbot", "our customer's bot"
            own &= (!word.equals("own") || i == from + 1) && !OtherReferent.isOfOutsiders(seen, i);
            known &= system || !isStrangeToFigures(i);
        }
        if (line.word(verb - 1).equals("it") || speakers && seen.is("demands", verb)) {
            return Standing.SYSTEM;
        }
        if (seen.is("indefinite", from) || determined && !own) {
            return known ? Standing.UNSAID : Standing.OTHERS;
        }
        boolean auxiliary = seen.is("auxiliaries", verb);
        // "legal ops uses Claude" may be anybody
        boolean anybody =
                !auxiliary && line.clauseStart(from) == from && line.items().get(from).kind == AnnotatedToken.Kind.WORD;
        own |= known && !anybody;
        return own && !others
                ? Standing.SYSTEM
                : own || known ? Standing.UNSAID : determined || auxiliary ? Standing.OTHERS : Standing.UNSAID;
    }

    /** Whether it stands behind a colon that names somebody else: "the ministry: 4,000 letters a day", "Marta: needs 95 %". */
    private boolean isLabelled(int start) {
        if (start == 0
                || !line.items().get(start).apart
                || line.items().get(start - 1).isBoundary()) {
            return false;
        }
        int from = line.sentenceStart(start);
        boolean own = IntStream.range(from, start).anyMatch(i -> SELF.contains(line.word(i)));
        return standings[start - 1] == Standing.OTHERS
                || !own
                        && start - from < SUBJECT
                        && IntStream.range(from, start)
                                .anyMatch(i -> line.items().get(i).kind == AnnotatedToken.Kind.WORD && !leadsUp(i));
    }

    /** Whether a match itself begins its clause, so that it names who is spoken of. */
    boolean begins(PatternMatch match) {
        int start = line.clauseStart(match.start());
        int at = start;
        while (at < match.start() && (seen.is("openers", at) || DETERMINERS.contains(line.word(at)))) {
            at++;
        }
        boolean relative = start > 0 && !line.items().get(start - 1).isBoundary();
        return at == match.start()
                && !relative
                && !(line.word(start).equals("that") && standings[start] == Standing.OTHERS)
                && !isSupposed(start)
                && !isVerb(at, at - 1)
                && !seen.is("strangers", at)
                && !labelled[start];
    }

    boolean isStrangeToFigures(int at) {
        String word = line.word(at);
        return isStrange(at)
                && !systems.contains(word)
                && !(THEY.contains(word) && standings[at] == Standing.SYSTEM)
                && !seen.usual().list("told").contains(word);
    }

    boolean isStrange(int at) {
        AnnotatedToken item = line.items().get(at);
        return item.start < item.end
                && item.kind == AnnotatedToken.Kind.WORD
                && item.word.length() > SHORT
                && !seen.usual().list("ours").contains(item.word)
                && !FillerWords.contains(item.word);
    }
}
