package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.reading.cue.Cue;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.text.WordSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes corrections that name no fact: "5k, not 50k", "I meant 300". The answers so far tell which fact is meant. */
public record CorrectionResolver(ResolutionContext desk, TokenSequence line) {
    private static final int FURTHEST = 5;
    /** Items between a number and its correction; nobody corrects from further away without naming what. */
    private static final int LONGEST_AGO = 80;

    /** Logarithms of ratios: half as much again, and ten times as much. */
    private static final double NEAR = Math.log(1.5);

    private static final double FAR = Math.log(10);

    private static final int MOST_STRANGE_BESIDE = 2;
    /** Words that surely put right what was said just before. */
    private static final List<String> CLEAR = WordSet.phrases(WordSet.named("correction resolver: clear"));

    private static final Set<String> BEHIND = WordSet.of("after before with without since once now today in on");
    private static final Set<String> IS = WordSet.of("is was are like really actually rather just only closer");
    /** Words that surely look back rather than answer the open question. */
    private static final List<String> RETRACTING = WordSet.phrases(WordSet.named("correction resolver: retracting"));

    public static CorrectionResolver of(ResolutionContext desk) {
        return new CorrectionResolver(desk, desk.line);
    }

    /** "5k examples ... correction, 3k" and "10k examples, but I checked and it is 1,100": said again in the same message. */
    void again() {
        for (int item : desk.free()) {
            int strange = desk.strange(null, line.clauseStart(item), line.clauseEnd(item));
            boolean ends = line.endsClause(item + 1) || BEHIND.contains(line.word(item + 1));
            if (strange <= MOST_STRANGE_BESIDE && ends && desk.isReal(item)) {
                before(item).ifPresent(read -> again(read, item, strange == 0));
            }
        }
    }

    private void again(ExtractedAnswer read, int item, boolean alone) {
        Fact fact = desk.flow.fact(read.fact()).orElseThrow();
        QuantityResolver.Outcome outcome = desk.bare(fact, item).orElseThrow();
        boolean clear = isBetween(read, item, CLEAR);
        boolean but = isBetween(read, item, List.of("but")) && IS.contains(line.word(item - 1));
        if (clear && alone) {
            desk.settled.reads.remove(fact.id());
            desk.put(fact, outcome, item, true);
        } else if ((clear || but) && outcome instanceof QuantityResolver.Fits(Value.Quantity value)) {
            desk.settled.reads.remove(fact.id());
            List<Clarification.Option> options = List.of(desk.option(fact, value), desk.option(fact, read.value()));
            desk.ask(fact, Clarification.Reason.SEVERAL, options, item);
        }
    }

    /** The number read last before an item, if the amount there can be one of its fact. */
    private Optional<ExtractedAnswer> before(int item) {
        int start = desk.seen.span(item, item + 1).start();
        return desk.settled.reads.values().stream()
                .filter(read -> read.end() <= start)
                .max(Comparator.comparingInt(ExtractedAnswer::end))
                .filter(read -> quantity(read.fact())
                        .flatMap(fact -> desk.number(fact, item))
                        .isPresent());
    }

    /** Whether one of these phrases stands between an answer and an amount, and no name does, which the amount might be about. */
    private boolean isBetween(ExtractedAnswer read, int item, List<String> phrases) {
        boolean found = false;
        for (int i = item - 1; i >= 0 && desk.seen.span(i, i + 1).start() >= read.end(); i--) {
            if (item - i > LONGEST_AGO || line.isName(i)) {
                return false;
            }
            int at = i;
            found |= phrases.stream().anyMatch(phrase -> line.isPhrase(at, List.of(phrase.split(" "))));
        }
        return found;
    }

    /** "5k not 50k", "not 50k but 5k": the fact is the one that has the denied value now, or else the one that is asked. */
    boolean notButSo(int first, int second) {
        boolean denied = desk.cues(second).contains(Cue.Kind.NEGATION) || isInsteadOf(second);
        boolean deniedFirst = desk.cues(first).contains(Cue.Kind.NEGATION);
        if (denied == deniedFirst
                || second - first > FURTHEST
                || desk.strange(null) > ResolutionContext.MOST_STRANGE_WORDS) {
            return false;
        }
        int old = denied ? second : first;
        int now = denied ? first : second;
        List<Fact> having = having(old);
        List<Fact> facts = having.size() == 1 ? having : desk.openQuantities(now);
        if (facts.size() == 1) {
            desk.correct(facts.getFirst(), now);
            desk.settled.used.set(old);
            return true;
        }
        return false;
    }

    private boolean isInsteadOf(int item) {
        return line.isPhrase(item - 2, List.of("instead", "of")) || line.isPhrase(item - 2, List.of("rather", "than"));
    }

    /** The facts whose present value is the number at an item. */
    private List<Fact> having(int item) {
        return desk.context.answers().all().keySet().stream()
                .flatMap(id -> quantity(id).stream())
                .filter(fact -> desk.number(fact, item)
                        .filter(said -> desk.held(fact) instanceof Value.Quantity held
                                && said.value().compareTo(held.value()) == 0)
                        .isPresent())
                .toList();
    }

    private Optional<Fact> quantity(String id) {
        // A figure that a sum of the question took from the same words is put right with them.
        return desk.flow.fact(id).filter(fact -> fact.type() == FactType.QUANTITY && !desk.flow.isAsked(id));
    }

    /** "change examples to 900": the one amount that is left says what the fact changes to. Says whether it did. */
    public boolean changes(String id) {
        Optional<Fact> fact = quantity(id);
        List<Integer> free = desk.free();
        if (fact.isEmpty() || free.size() != 1 || desk.settled.reads.containsKey(id)) {
            return false;
        }
        int item = free.getFirst();
        desk.correct(fact.get(), item);
        return desk.isSettled(fact.get());
    }

    /** "I meant 300": about the number that was given last. Says whether it was one. */
    boolean retracts(int item) {
        boolean clear = RETRACTING.stream().anyMatch(desk::says);
        boolean corrects = clear || denies(item) || desk.cues(item).contains(Cue.Kind.CORRECTION);
        if (!corrects || desk.strange(null) > ResolutionContext.MOST_STRANGE_WORDS || !desk.isReal(item)) {
            return false;
        }
        Optional<Fact> last = last(item);
        boolean sure = clear || desk.openQuantities(item).isEmpty();
        if (last.isEmpty() || !sure) {
            return false;
        }
        Fact fact = last.get();
        if (!clear && desk.countsOther(item, fact)) {
            return false;
        }
        desk.correct(fact, item);
        return true;
    }

    /** "No, 50k": not "no 50k", which has none of it, nor "no, I checked 50", which tells of something else. */
    private boolean denies(int item) {
        return line.size() > 2
                && OpeningDenial.NO.contains(line.word(0))
                && line.endsClause(1)
                && desk.strange(null, line.clauseStart(item), line.clauseEnd(item)) == 0;
    }

    /** The number that was given last; where that is of another size by far, one that is nearly the same: "it is 92", of 90 % and 30,000 a day. */
    private Optional<Fact> last(int item) {
        Optional<Fact> last = Optional.empty();
        Optional<Fact> near = Optional.empty();
        double nearest = NEAR;
        double size = Double.MAX_VALUE;
        for (Map.Entry<String, SourcedAnswer> answer :
                desk.context.answers().all().entrySet()) {
            Optional<Fact> fact = quantity(answer.getKey())
                    .filter(one ->
                            !answer.getValue().assumed() && desk.bare(one, item).isPresent());
            if (fact.isPresent()
                    && answer.getValue().value() instanceof Value.Quantity held
                    && desk.bare(fact.get(), item).orElse(null) instanceof QuantityResolver.Fits(Value.Quantity said)) {
                size = Math.abs(
                        Math.log(said.value().doubleValue() / held.value().doubleValue()));
                near = size < nearest ? fact : near;
                nearest = Math.min(size, nearest);
            }
            last = fact.isPresent() ? fact : last;
        }
        return size > FAR && near.isPresent() ? near : last;
    }
}
