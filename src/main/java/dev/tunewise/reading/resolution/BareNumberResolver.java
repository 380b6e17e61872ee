package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.cue.Cue;
import dev.tunewise.reading.cue.PatternCandidate;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.PatternAst;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.PatternParser;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.text.FillerWords;
import dev.tunewise.reading.text.WordSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Takes numbers that do not say what they count: "about 50k" to the open question, "only 120" after "we don't have 500 examples". */
public record BareNumberResolver(ResolutionContext desk, TokenSequence line) {
    private static final int FURTHEST = 12;
    private static final Set<String> AFTER = WordSet.set("bare number resolver: after");
    private static final Set<String> TURNING = WordSet.of("only just but rather more closer about no");
    private static final Set<String> PASSED = WordSet.of("but rather closer");

    private static final Set<Cue.Kind> NOT_YET = EnumSet.of(Cue.Kind.FUTURE, Cue.Kind.WISH);
    private static final Set<Cue.Kind> NOT_NOW =
            EnumSet.of(Cue.Kind.FUTURE, Cue.Kind.WISH, Cue.Kind.HYPOTHESIS, Cue.Kind.PAST, Cue.Kind.HAD);

    /** Takes what the patterns left. */
    public static void take(ResolutionContext desk) {
        if (desk.isNumbered()) {
            // "1) yes 2) no 3) about 500" answers more than the one question
            return;
        }
        BareNumberResolver answers = new BareNumberResolver(desk, desk.line);
        answers.onlySoMany();
        CorrectionResolver corrections = CorrectionResolver.of(desk);
        corrections.again();
        List<Integer> amounts = desk.free();
        boolean swapped = amounts.size() == 2 && corrections.notButSo(amounts.get(0), amounts.get(1));
        List<Integer> present = amounts.size() < 2 ? amounts : answers.present(amounts);
        if (!swapped && present.size() == 1 && !corrections.retracts(present.getFirst())) {
            answers.openQuantity(present.getFirst(), amounts.size() > 1);
        }
        answers.notSoYet();
        ShortAnswerResolver.take(desk);
    }

    /** "5k, peaks at 20k", "14, soon 20": the amounts that hold at present. */
    private List<Integer> present(List<Integer> amounts) {
        return amounts.stream()
                .filter(item -> Objects.requireNonNull(line.amount(item)).said().limit() != Amount.Limit.PEAK
                        && desk.isReal(item))
                .toList();
    }

    /** To "how many?" what is only planned is asked back: "we will have 1000 examples". */
    private void notSoYet() {
        CandidateResolver findings = new CandidateResolver(desk.flow, desk.seen, desk.context);
        for (PatternCandidate one : desk.seen.candidates()) {
            Fact fact = one.meaning().fact();
            Set<Cue.Kind> blocked = one.blockedBy(desk.seen.lifted());
            boolean asked = desk.context.open().contains(fact.id()) && !desk.isSettled(fact);
            boolean planned = blocked.contains(Cue.Kind.FUTURE) && NOT_YET.containsAll(blocked);
            int item = one.match().captured();
            if (asked && planned && item >= 0 && findings.of(one) instanceof CandidateResult.Says(var _, Value value)) {
                desk.ask(fact, Clarification.Reason.UNSURE, List.of(desk.option(fact, value)), item);
            }
        }
    }

    /** "we don't have 500 examples, only 120": what was denied is said again, without its noun. */
    private void onlySoMany() {
        for (PatternCandidate denied : desk.seen.candidates()) {
            Fact fact = denied.meaning().fact();
            boolean reads = denied.match().captured() >= 0
                    && !denied.meaning().has(PatternParser.Flag.ASK)
                    && !denied.waits(desk.context);
            if (reads && !desk.isSettled(fact)) {
                Optional<Integer> instead = isDenied(denied) ? following(denied, fact) : nowSoMany(denied, fact);
                instead.ifPresent(
                        item -> desk.bare(fact, item).ifPresent(outcome -> desk.put(fact, outcome, item, false)));
            }
        }
    }

    private boolean isDenied(PatternCandidate one) {
        Set<Cue.Kind> blocked = one.blockedBy(desk.seen.lifted());
        return blocked.equals(EnumSet.of(Cue.Kind.NEGATION))
                || (blocked.equals(EnumSet.of(Cue.Kind.QUESTION)) && isAnsweredNo(one.match()));
    }

    /** "500 examples? no, 120". */
    private boolean isAnsweredNo(PatternMatch match) {
        return line.isQuestionMark(match.end()) && line.word(match.end() + 1).equals("no");
    }

    /** "we will have 1000 examples by Friday, right now it is 150". */
    private Optional<Integer> nowSoMany(PatternCandidate planned, Fact fact) {
        Set<Cue.Kind> blocked = planned.blockedBy(desk.seen.lifted());
        if (blocked.isEmpty() || !NOT_NOW.containsAll(blocked)) {
            return Optional.empty();
        }
        int last = Math.min(line.size(), planned.match().end() + FURTHEST);
        for (int i = planned.match().end(); i < last; i++) {
            if (line.isAmount(i)) {
                boolean now = desk.cues(i).contains(Cue.Kind.NOW) && desk.strange(fact, line.clauseStart(i), i) == 0;
                return now && isInstead(i, fact, AFTER) ? Optional.of(i) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The amount that follows, if nothing but small words stands between. */
    private Optional<Integer> following(PatternCandidate denied, Fact fact) {
        Set<String> nouns = new HashSet<>(AFTER);
        for (int i = denied.match().start(); i < denied.match().end(); i++) {
            nouns.add(line.word(i));
        }
        boolean turned = false;
        int last = Math.min(line.size(), denied.match().end() + FURTHEST);
        for (int i = denied.match().end(); i < last; i++) {
            AnnotatedToken item = line.items().get(i);
            turned |= TURNING.contains(item.word) || item.word.equals(",");
            if (item.kind == AnnotatedToken.Kind.AMOUNT) {
                return turned && isInstead(i, fact, nouns) ? Optional.of(i) : Optional.empty();
            }
            boolean passes = item.isBoundary()
                    ? !item.word.equals("?") || i == denied.match().end()
                    : FillerWords.contains(item.word) || nouns.contains(item.word) || PASSED.contains(item.word);
            if (!passes) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean isInstead(int item, Fact fact, Set<String> nouns) {
        boolean plain = !desk.settled.used.get(item) && QuantityResolver.isOf(fact, line, item, PatternAst.As.SAID);
        boolean ends = line.endsClause(item + 1) || nouns.contains(line.word(item + 1));
        // "no, 120": the no is for the question
        boolean no = line.word(item - 1).equals("no") || line.word(item - 2).equals("no");
        boolean real = desk.isReal(item) || (no && desk.cues(item).equals(EnumSet.of(Cue.Kind.NEGATION)));
        return plain && ends && real;
    }

    /** "about 50k" to the open question; with many other words it is asked back rather than taken. */
    private void openQuantity(int item, boolean amongOthers) {
        List<Fact> open = desk.openQuantities(item).stream()
                .filter(fact -> !desk.isSettled(fact))
                .toList();
        if (open.isEmpty() || !desk.isReal(item)) {
            return;
        }
        Fact fact = open.getFirst();
        int strange =
                amongOthers ? desk.strange(fact, line.clauseStart(item), line.clauseEnd(item)) : desk.strange(fact);
        if (strange > ResolutionContext.MOST_STRANGE_WORDS || desk.countsOther(item, fact)) {
            return;
        }
        QuantityResolver.Outcome outcome = desk.bare(fact, item).orElseThrow();
        if (strange == 0 && open.size() == 1) {
            desk.put(fact, outcome, item, desk.cues(item).contains(Cue.Kind.CORRECTION));
        } else if (outcome instanceof QuantityResolver.Fits(Value.Quantity value)) {
            desk.ask(fact, Clarification.Reason.UNSURE, List.of(desk.option(fact, value)), item);
        }
    }
}
