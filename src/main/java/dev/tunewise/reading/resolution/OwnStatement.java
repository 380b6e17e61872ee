package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Unit;
import dev.tunewise.reading.cue.Annotations;
import dev.tunewise.reading.cue.Cue;
import dev.tunewise.reading.cue.PatternCandidate;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.PatternParser;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.reading.text.WordSet;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Judges of whom and of when a clause tells. Filled is only what shows that it is the speaker's own present state: the first person or the
 * system spoken of, and no word that would make it something else; or what was asked. Without a sign it is proposed, and of others it is left.
 */
final class OwnStatement {
    enum Weight {
        FILLED,
        PROPOSED,
        LEFT
    }

    private enum Standing {
        SPEAKER,
        /** The system, or what was spoken of before. */
        SYSTEM,
        UNSAID,
        OTHERS
    }

    private static final Set<String> SPEAKER = WordSet.of("we i");
    private static final Set<String> SPEAKERS = WordSet.of("our my ours mine");
    private static final Set<String> SYSTEM =
            WordSet.of("it its this that these those there both all none nothing nobody");
    private static final Set<String> OTHERS =
            WordSet.of("he his she her him them you your people somebody someone who whose");
    private static final Set<String> THEY = Set.of("they", "their");
    private static final Set<String> DETERMINERS = WordSet.of("the a an each another some any one");
    private static final Set<String> INDEFINITE = Set.of("a", "an", "another", "some", "any", "one");
    private static final Set<String> OPENERS = WordSet.of("""
            and but so well plus also then because since while as though although currently now today right at for in on with of about
            the this that moment present here still yet only just even mostly usually typically roughly around hi hello hey ok okay
            basically honestly actually fyi context background update correction however which far every week month day year hour time
            short version summary tldr question note
            """);
    /** Behind them a word in -s is a verb: "the client runs its bot". */
    private static final Set<String> GOVERNED = WordSet.of(
            "the a an its their his her our my this that these those every each all some no on it them us daily");

    private static final Set<String> PLACES = WordSet.of("in on at according for from by of");
    private static final Set<String> JOINTS = WordSet.of("of in at from on for with by about per to");
    /** What stands behind them only describes what stands before: "the classifier for spare parts". */
    private static final Set<String> ASIDE = WordSet.of("for with by about per to");
    /** Who is the speaker, said with "our". */
    private static final Set<String> SELVES = WordSet.of("team company department group office shop firm startup");
    /** What those around the speaker want of the system is his to state. */
    private static final Set<String> DEMANDS = WordSet.of("wants needs requires expects demands insists");

    private static final Set<String> VERBS = WordSet.of("""
            is are was were be been do does did has have had can could should would will must am may might shall not get gets got
            """);
    private static final Set<String> TURNING = WordSet.of("now only just currently still yet");
    private static final Set<String> RELATIVES = Set.of("that", "which");
    private static final Set<String> ADDING = Set.of("and", "or", "plus");
    private static final Set<Cue.Kind> TO_COME = EnumSet.of(Cue.Kind.FUTURE, Cue.Kind.WISH, Cue.Kind.HYPOTHESIS);
    private static final Set<String> PAST = Set.of("was", "were");
    /** Names of settings and the like. */
    private static final int SHORT = 2;
    /** So many words at most name what follows a colon. */
    private static final int LABEL = 5;
    /** A subject has so many words at most. */
    private static final int SUBJECT = 7;

    private final Flow flow;
    private final ReadingContext context;
    private final Annotations seen;
    private final TokenSequence line;
    private final Set<String> systems;
    private final Set<String> ours;
    private final Set<String> told;
    private final Standing[] standings;
    private final boolean asks;

    OwnStatement(Flow flow, Annotations seen, ReadingContext context) {
        this.flow = flow;
        this.context = context;
        this.seen = seen;
        line = seen.line();
        systems = seen.usual().list("systems");
        ours = seen.usual().list("ours");
        told = seen.usual().list("told");
        asks = line.items().stream().anyMatch(item -> item.word.equals("?"));
        standings = new Standing[line.size()];
        boolean others = false;
        for (int i = 0; i < line.size(); i++) {
            if (line.clauseStart(i) != i) {
                standings[i] = standings[i - 1];
                continue;
            }
            boolean goesOn = i > 0 && line.sentenceStart(i) != i;
            Standing own = isLabelled(i) ? Standing.UNSAID : standing(i, others);
            standings[i] = own != null
                    ? own
                    : goesOn && isSupposed(i)
                            ? Standing.UNSAID
                            : goesOn ? standings[i - 1] : others ? Standing.UNSAID : Standing.SYSTEM;
            others = standings[i] == Standing.OTHERS || others && standings[i] == Standing.UNSAID;
        }
    }

    /** Whether a clause only adds to what is wished or to come: "we will add RAG, and a test set of 150 as well". */
    private boolean isSupposed(int start) {
        return start > 0
                && ADDING.contains(line.word(start))
                && IntStream.range(start, line.clauseEnd(start)).noneMatch(i -> VERBS.contains(line.word(i)))
                && seen.cues().get(start - 1).stream()
                        .anyMatch(cue -> TO_COME.contains(cue.kind()) && cue.from() < start && cue.to() >= start - 1);
    }

    /** What may become of a candidate. */
    Weight of(PatternCandidate one) {
        if (systems.isEmpty() || !statesUnasked(one)) {
            return Weight.FILLED;
        }
        PatternMatch match = one.match();
        boolean question = flow.isAsked(one.meaning().fact().id());
        if (question && asks) {
            return one.saysByWords() && isStrangeChoice(one) ? Weight.LEFT : Weight.FILLED;
        }
        Standing standing = standings[match.start()];
        boolean opens = isOpenedBy(match);
        if (standing == Standing.OTHERS && !opens) {
            return Weight.LEFT;
        }
        if (one.has(Cue.Kind.CORRECTION)) {
            return Weight.FILLED;
        }
        boolean figure = match.captured() >= 0;
        boolean strange = figure ? isStrangeFigure(one, standing) : one.saysByWords() && isStrangeChoice(one);
        if (strange
                && !figure
                && IntStream.range(match.start(), match.end())
                        .anyMatch(i -> line.word(i).equals("not"))) {
            return Weight.LEFT;
        }
        boolean sure = isOwn(match.start()) || opens;
        boolean doubted = strange || one.has(Cue.Kind.UNSURE) || isOver(one) || isElsewhere(match);
        return sure && !doubted ? Weight.FILLED : question ? Weight.LEFT : Weight.PROPOSED;
    }

    /** Whether the clause of an item tells of the speaker's own. */
    boolean isOwn(int item) {
        return standings[item] == Standing.SPEAKER || standings[item] == Standing.SYSTEM;
    }

    private boolean statesUnasked(PatternCandidate one) {
        String fact = one.meaning().fact().id();
        boolean asked =
                one.meaning().has(PatternParser.Flag.ASK) || context.open().contains(fact);
        return !asked
                && !one.has(Cue.Kind.QUESTION)
                && seen.lifted().isEmpty()
                && !one.meaning().fact().topic().isEmpty();
    }

    /** Of whom a clause tells by its own words; null where it has no subject and goes on with what was before. */
    private @Nullable Standing standing(int start, boolean others) {
        int last = line.clauseEnd(start);
        // "retailers now process": what turns the clause stands behind its subject
        boolean turned = last < line.size()
                && TURNING.contains(line.word(last))
                && !line.items().get(last).apart
                && !line.endsClause(last + 1)
                && (line.sentenceStart(start) == start || line.items().get(start).apart);
        int end = turned ? line.clauseEnd(last) : last;
        int at = IntStream.range(start, end)
                .filter(i -> !OPENERS.contains(line.word(i)) || DETERMINERS.contains(line.word(i)))
                .findFirst()
                .orElse(end);
        String word = line.word(at);
        if (OTHERS.contains(word) || THEY.contains(word) && (others || start == 0)) {
            return Standing.OTHERS;
        }
        boolean system = SYSTEM.contains(word) || at > start && SYSTEM.contains(line.word(at - 1));
        boolean relative = start > 0 && !line.items().get(start - 1).isBoundary();
        if (system && relative && RELATIVES.contains(line.word(start)) && !SYSTEM.contains(word)) {
            return null;
        }
        if (system) {
            boolean now = seen.cues().get(start).stream()
                    .anyMatch(cue -> cue.kind() == Cue.Kind.NOW
                            && cue.match().end() > start
                            && cue.match().start() < end);
            return others && !now ? Standing.UNSAID : now || word.equals("this") ? Standing.SYSTEM : null;
        }
        int speaker = first(at, end, SPEAKER);
        if (speaker < end && line.items().get(at).kind != AnnotatedToken.Kind.NAME) {
            return IntStream.range(at, speaker).allMatch(this::leadsUp) ? Standing.SPEAKER : Standing.UNSAID;
        }
        if (line.word(at).endsWith("ing")) {
            return null;
        }
        int verb = IntStream.range(at + 1, Math.min(end, at + SUBJECT + 1))
                .takeWhile(i -> line.items().get(i).kind != AnnotatedToken.Kind.AMOUNT || i == at + 1)
                .filter(i -> isVerb(i, at))
                .findFirst()
                .orElse(-1);
        if (verb < 0 && turned && last > at && last - at <= 2) {
            verb = last;
        }
        return verb < 0 || isVerb(at, -1) ? null : subject(at, verb, others);
    }

    private int first(int from, int to, Set<String> words) {
        return IntStream.range(from, to)
                .filter(i -> words.contains(line.word(i)))
                .findFirst()
                .orElse(to);
    }

    private boolean leadsUp(int at) {
        String word = line.word(at);
        return line.items().get(at).kind == AnnotatedToken.Kind.RATE
                || OPENERS.contains(word)
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
                || OPENERS.contains(word)
                || systems.contains(word) && !next.endsWith("ly") && !GOVERNED.contains(next)
                || word.endsWith("ed") && systems.contains(next);
        String before = line.word(at - 1);
        boolean behind = subject >= 0
                && at > subject
                && !JOINTS.contains(before)
                && !DETERMINERS.contains(before)
                && !SPEAKERS.contains(before);
        return VERBS.contains(word) || behind && ending && !noun;
    }

    /** Of whom a clause tells that begins with nouns. */
    private Standing subject(int from, int verb, boolean others) {
        boolean determined = DETERMINERS.contains(line.word(from)) || SPEAKERS.contains(line.word(from));
        boolean speakers = SPEAKERS.contains(line.word(from));
        boolean own = true;
        boolean known = true;
        for (int i = determined ? from + 1 : from; i < verb && !ASIDE.contains(line.word(i)); i++) {
            String word = line.word(i);
            boolean system = systems.contains(word) || line.items().get(i).kind == AnnotatedToken.Kind.NAME;
            boolean head = i + 1 == verb || JOINTS.contains(line.word(i + 1));
            own &= !head || system || speakers && SELVES.contains(word);
            known &= system || !isStrangeToFigures(i);
        }
        if (line.word(verb - 1).equals("it") || speakers && DEMANDS.contains(line.word(verb))) {
            return Standing.SYSTEM;
        }
        if (INDEFINITE.contains(line.word(from)) || determined && !own) {
            return known ? Standing.UNSAID : Standing.OTHERS;
        }
        boolean sure = determined || VERBS.contains(line.word(verb));
        return own || known ? others ? Standing.UNSAID : Standing.SYSTEM : sure ? Standing.OTHERS : Standing.UNSAID;
    }

    /** Whether it stands behind a colon that names somebody else: "the ministry: 4,000 letters a day", "Marta: needs 95 %". */
    private boolean isLabelled(int start) {
        if (start == 0
                || !line.items().get(start).apart
                || line.items().get(start - 1).isBoundary()) {
            return false;
        }
        int from = line.sentenceStart(start);
        boolean own = IntStream.range(from, start)
                .anyMatch(i -> SPEAKER.contains(line.word(i))
                        || SPEAKERS.contains(line.word(i))
                        || line.word(i).equals("us"));
        return standings[start - 1] == Standing.OTHERS
                || !own
                        && start - from <= LABEL
                        && IntStream.range(from, start)
                                .anyMatch(i -> line.items().get(i).kind == AnnotatedToken.Kind.WORD && !leadsUp(i));
    }

    /** Whether a match itself begins its clause, so that it names who is spoken of. */
    private boolean isOpenedBy(PatternMatch match) {
        int start = line.clauseStart(match.start());
        int at = start;
        while (at < match.start() && (OPENERS.contains(line.word(at)) || DETERMINERS.contains(line.word(at)))) {
            at++;
        }
        String word = line.word(at);
        boolean relative = start > 0 && !line.items().get(start - 1).isBoundary();
        return at == match.start()
                && !relative
                && !isSupposed(start)
                && !isVerb(at, at - 1)
                && !OTHERS.contains(word)
                && !isLabelled(start);
    }

    private boolean isStrangeFigure(PatternCandidate one, Standing standing) {
        PatternMatch match = one.match();
        if (comesIntoAModel(match.captured(), standing)) {
            return false;
        }
        int after = match.captured() + 1;
        boolean next = after < line.size() && !match.holds(after) && !line.startsClause(after);
        return next && isStrangeToFigures(after)
                || IntStream.range(line.clauseStart(match.start()), match.start())
                        .anyMatch(i -> isStrangeToFigures(i));
    }

    /** "We extract line items from scanned invoices with GPT-4o at 30k invoices a month": what comes in where we use a model is ours. */
    private boolean comesIntoAModel(int figure, Standing standing) {
        Amount amount = line.items().get(figure).amount;
        return standing == Standing.SPEAKER
                && amount != null
                && amount.rate() != null
                && IntStream.range(line.clauseStart(figure), line.clauseEnd(figure))
                        .anyMatch(i -> line.items().get(i).kind == AnnotatedToken.Kind.NAME);
    }

    /** Behind the match only where the pattern minds it. */
    private boolean isStrangeChoice(PatternCandidate one) {
        PatternMatch match = one.match();
        boolean any = one.meaning().has(PatternParser.Flag.ANY);
        int end = any ? match.end() : line.clauseEnd(Math.max(match.start(), match.end() - 1));
        return IntStream.range(line.clauseStart(match.start()), end)
                .anyMatch(i -> !match.holds(i) && (i < match.start() || !any) && isStrange(i));
    }

    private boolean isStrangeToFigures(int at) {
        return isStrange(at) && !systems.contains(line.word(at)) && !told.contains(line.word(at));
    }

    private boolean isStrange(int at) {
        AnnotatedToken item = line.items().get(at);
        return item.start < item.end
                && item.kind == AnnotatedToken.Kind.WORD
                && item.word.length() > SHORT
                && !ours.contains(item.word)
                && !FillerWords.contains(item.word);
    }

    /** Whether a strange place follows: "500 examples from the paper", "we have 500 examples, in our dreams". */
    private boolean isElsewhere(PatternMatch match) {
        int at = match.end();
        while (at < line.size() && line.items().get(at).kind == AnnotatedToken.Kind.RATE) {
            at++;
        }
        if (at < line.size() && line.items().get(at).kind == AnnotatedToken.Kind.BOUNDARY) {
            at++;
        }
        boolean place = PLACES.contains(line.word(at))
                && (!Set.of("of", "for").contains(line.word(at)) || DETERMINERS.contains(line.word(at + 1)))
                && (match.captured() >= 0 || line.items().get(at - 1).kind == AnnotatedToken.Kind.BOUNDARY);
        return place && IntStream.range(at, line.clauseEnd(at)).anyMatch(i -> isStrangeToFigures(i));
    }

    /** Whether it is told in the past: "the thing handled 200 calls a day", "the pilot was with Llama", "there was a test set of 90". */
    private boolean isOver(PatternCandidate one) {
        PatternMatch match = one.match();
        Unit unit = one.meaning().fact().unit();
        if (one.meaning().has(PatternParser.Flag.PAST) || unit != null && unit.kind() == Unit.Kind.PERCENT) {
            return false;
        }
        int start = line.clauseStart(match.start());
        boolean rate = unit != null && unit.kind() == Unit.Kind.PER_DAY;
        return rate && line.word(match.captured() - 1).endsWith("ed")
                || IntStream.range(start + 1, line.clauseEnd(match.end() - 1))
                        .anyMatch(i -> PAST.contains(line.word(i)) && !match.holds(i));
    }
}
