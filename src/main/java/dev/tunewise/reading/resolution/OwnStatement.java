package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
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
import dev.tunewise.reading.result.Span;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

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

    private static final Set<String> PAST = Set.of("was", "were");
    private static final int SEVERAL = 3;

    private final Flow flow;
    private final ReadingContext context;
    private final Annotations seen;
    private final TokenSequence line;
    private final ClauseSubjects subjects;
    private final boolean asks;
    /** Who tells so much in one message describes a case, whatever it is about. */
    private final boolean describes;

    OwnStatement(Flow flow, Annotations seen, ReadingContext context) {
        this.flow = flow;
        this.context = context;
        this.seen = seen;
        line = seen.line();
        subjects = new ClauseSubjects(seen);
        asks = line.asks();
        describes = seen.candidates().stream()
                        .filter(one -> one.isOpen(Set.of()) && tellsOfTheCase(one) && !isLoose(one))
                        .map(one -> one.meaning().fact().id())
                        .distinct()
                        .count()
                >= SEVERAL;
    }

    /** What may become of a candidate. */
    Weight of(PatternCandidate one) {
        if (seen.usual().list("systems").isEmpty() || !states(one)) {
            boolean loose = one.match().captured() < 0 && one.meaning().has(PatternParser.Flag.MAYBE);
            return loose ? Weight.PROPOSED : Weight.FILLED;
        }
        if (context.open().contains(one.meaning().fact().id())) {
            return answers(one) && !one.has(Cue.Kind.UNSURE) ? Weight.FILLED : Weight.PROPOSED;
        }
        PatternMatch match = one.match();
        boolean question = flow.isAsked(one.meaning().fact().id());
        if (question && asks) {
            return one.saysByWords() && isStrangeChoice(one) ? Weight.LEFT : Weight.FILLED;
        }
        ClauseSubjects.Standing standing = subjects.at(match.start());
        boolean opens = subjects.begins(match);
        if (standing == ClauseSubjects.Standing.OTHERS && !opens) {
            return Weight.LEFT;
        }
        boolean figure = match.captured() >= 0;
        if (one.has(Cue.Kind.CORRECTION) && !isLoose(one) && !(figure && isStrangeFigure(match, standing))) {
            return Weight.FILLED;
        }
        boolean strange = figure ? isStrangeFigure(match, standing) : one.saysByWords() && isStrangeChoice(one);
        if (strange
                && !figure
                && IntStream.range(match.start(), match.end())
                        .anyMatch(i -> line.word(i).equals("not"))) {
            return Weight.LEFT;
        }
        boolean sure = isOwn(subjects, match.start()) || opens;
        boolean doubted = strange
                || isLoose(one)
                || one.has(Cue.Kind.UNSURE)
                || isOver(one)
                || new OtherReferent(line, subjects, match).isStrange()
                || !describes && standing != ClauseSubjects.Standing.SPEAKER && isAmongStrangers(match);
        return sure && !doubted ? Weight.FILLED : question ? Weight.LEFT : Weight.PROPOSED;
    }

    /** Whether the sentence of a match or one beside it speaks of what people do not tell of such a system: "*dr evil voice*". */
    private boolean isAmongStrangers(PatternMatch match) {
        int start = line.sentenceStart(match.start());
        int from = line.sentenceStart(Math.max(0, start - 1));
        int to = line.sentenceEnd(Math.min(line.sentenceEnd(start), line.size() - 1));
        return IntStream.range(from, to)
                .anyMatch(i -> !match.holds(i)
                        && subjects.isStrangeToFigures(i)
                        && !line.word(i).endsWith("ly")
                        && Character.isLetter(line.word(i).charAt(0))
                        && !seen.is("heard", i));
    }

    /** Whether its pattern says itself that it may mean something else, or a rate counts what nobody named: "900 clips a day". */
    private boolean isLoose(PatternCandidate one) {
        int item = one.match().captured();
        return one.meaning().has(PatternParser.Flag.MAYBE)
                || item >= 0 && one.meaning().fact().measures(Unit.Kind.PER_DAY) && !countsRight(one.match(), item);
    }

    /** Whether what a rate counts is what the pattern names, rather than users, tokens or deployments a day. */
    private boolean countsRight(PatternMatch match, int item) {
        int rate = item + 1;
        while (rate <= item + 4 && !line.word(rate).isEmpty()) {
            rate++;
        }
        boolean follows = rate < line.size() && line.items().get(rate).kind == AnnotatedToken.Kind.RATE;
        if (follows && rate > item + 1) {
            return match.holds(rate - 1);
        }
        if (follows && !line.items().get(rate).word.isEmpty()) {
            // "50k daily users": the noun stands behind the adjective
            return line.endsClause(rate + 1)
                    || match.holds(rate + 1)
                    || line.word(rate + 1).isEmpty();
        }
        Amount amount = Objects.requireNonNull(line.amount(item));
        return amount.rate() == null
                || amount.near()
                || IntStream.range(match.start(), match.end())
                        .anyMatch(i -> match.holds(i) && !line.word(i).isEmpty());
    }

    List<Span> ofOthers() {
        return IntStream.range(0, line.size())
                .filter(i -> line.clauseStart(i) == i && subjects.at(i) == ClauseSubjects.Standing.OTHERS)
                .mapToObj(i -> seen.span(i, line.clauseEnd(i)))
                .toList();
    }

    boolean isSure(PatternCandidate one) {
        return of(one) == Weight.FILLED;
    }

    /** Whether the clause of an item tells of the speaker's own. */
    static boolean isOwn(ClauseSubjects subjects, int item) {
        ClauseSubjects.Standing standing = subjects.at(item);
        return standing == ClauseSubjects.Standing.SPEAKER || standing == ClauseSubjects.Standing.SYSTEM;
    }

    private boolean tellsOfTheCase(PatternCandidate one) {
        Fact fact = one.meaning().fact();
        return !fact.topic().isEmpty()
                && !flow.isAsked(fact.id())
                && !one.waits(context)
                && !one.meaning().has(PatternParser.Flag.ASK);
    }

    /** Whether words of the open question answer it, and do not come along in what tells of others: "the pilot plant makes 400 litres a day". */
    private boolean answers(PatternCandidate one) {
        PatternMatch match = one.match();
        OpenAnswer answer = new OpenAnswer(line, match);
        if (one.meaning().has(PatternParser.Flag.OPEN)) {
            return answer.isMostOfIt() && !answer.isOfSomethingElse(subjects);
        }
        int start = match.start();
        ClauseSubjects.Standing standing = subjects.at(start);
        boolean own = isOwn(subjects, start)
                || subjects.begins(match)
                || standing == ClauseSubjects.Standing.UNSAID
                        && answer.isMostOfItsClause()
                        && IntStream.range(line.clauseStart(start), start).noneMatch(subjects::isStrangeToFigures);
        int after = match.captured() + 1;
        boolean other = after > 0
                ? answer.isCounted(subjects, after) || isLoose(one) && isStrangeFigure(match, standing)
                : OpenAnswer.isDeterminer(line.word(match.end())) && answer.isCounted(subjects, match.end() + 1);
        return own && !other;
    }

    private boolean states(PatternCandidate one) {
        return !one.meaning().has(PatternParser.Flag.ASK)
                && !one.has(Cue.Kind.QUESTION)
                && seen.lifted().isEmpty()
                && !one.meaning().fact().topic().isEmpty();
    }

    private boolean isStrangeFigure(PatternMatch match, ClauseSubjects.Standing standing) {
        if (comesIntoAModel(match.captured(), standing)) {
            return false;
        }
        return new OpenAnswer(line, match).isCounted(subjects, match.captured() + 1)
                || IntStream.range(line.clauseStart(match.start()), match.start())
                        .anyMatch(subjects::isStrangeToFigures);
    }

    /** "We extract line items from scanned invoices with GPT-4o at 30k invoices a month": what comes in where we use a model is ours. */
    private boolean comesIntoAModel(int figure, ClauseSubjects.Standing standing) {
        return standing == ClauseSubjects.Standing.SPEAKER
                && Objects.requireNonNull(line.amount(figure)).rate() != null
                && IntStream.range(line.clauseStart(figure), line.clauseEnd(figure))
                        .anyMatch(line::isName);
    }

    /** Behind the match only where the pattern minds it. */
    private boolean isStrangeChoice(PatternCandidate one) {
        PatternMatch match = one.match();
        boolean any = one.meaning().has(PatternParser.Flag.ANY);
        int end = any ? match.end() : line.clauseEnd(Math.max(match.start(), match.end() - 1));
        return IntStream.range(line.clauseStart(match.start()), end)
                .anyMatch(i -> !match.holds(i) && (i < match.start() || !any) && subjects.isStrange(i));
    }

    /** Whether it is told in the past: "the thing handled 200 calls a day", "the pilot was with Llama", "there was a test set of 90". */
    private boolean isOver(PatternCandidate one) {
        PatternMatch match = one.match();
        Fact fact = one.meaning().fact();
        if (one.meaning().has(PatternParser.Flag.PAST) || fact.measures(Unit.Kind.PERCENT)) {
            return false;
        }
        int start = line.clauseStart(match.start());
        return fact.measures(Unit.Kind.PER_DAY)
                        && line.word(match.captured() - 1).endsWith("ed")
                || IntStream.range(start + 1, line.clauseEnd(match.end() - 1))
                        .anyMatch(i -> PAST.contains(line.word(i)) && (match.captured() >= 0 || !match.holds(i)));
    }
}
