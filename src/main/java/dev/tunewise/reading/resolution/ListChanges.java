package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.cue.Cue;
import dev.tunewise.reading.cue.PatternCandidate;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Span;
import dev.tunewise.reading.text.RemovalPhrases;
import dev.tunewise.reading.text.WordSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Takes items out of a list that was answered before: "remove the format problem", "drop too slow", "it is not too slow", "the format problem
 * is solved", "only wrong labels, nothing else". What is read from words otherwise only adds to a list.
 */
public record ListChanges(ResolutionContext context, TokenSequence line) {
    private static final Set<String> AWAY = Set.of("out", "off", "away");
    private static final Set<String> SOLVED = Set.of("solved", "gone", "settled", "sorted", "fixed");
    /** What stands before a word of these says that it became so. */
    private static final Set<String> BECAME = WordSet.of("is are was were got get been be now finally all");

    private static final Set<String> DENIALS = WordSet.of("not no isn't aren't wasn't never hardly");
    private static final int NEAR = 3;
    private static final Set<String> ONLY = Set.of("only", "just");
    private static final int ALONE = 5;
    private static final Set<String> TROUBLE = Set.of("problem", "problems", "issue", "issues", "trouble");
    /** What stands behind a denial of these is not the matter: "it is not about knowledge". */
    private static final Set<String> MATTERS = Set.of("problem", "problems", "issue", "issues", "trouble", "about");

    private static final List<String> WHOLE = WordSet.phrases("nothing else|no other problem|no other problems");
    /** Who says so of a trouble names another one in its place. */
    private static final List<String> OTHER = WordSet.phrases(WordSet.named("list changes: other"));

    private static final Set<String> FINE = Set.of("fine", "ok", "okay", "alright");
    /** What may stand behind an item that is denied alone: "not the labels either". */
    private static final Set<String> ENDS = WordSet.set("list changes: ends");

    private static final Set<Cue.Kind> UNSURE = EnumSet.of(
            Cue.Kind.HYPOTHESIS, Cue.Kind.QUESTION, Cue.Kind.INDIRECT, Cue.Kind.WISH, Cue.Kind.FUTURE, Cue.Kind.OTHERS);
    private static final Set<Cue.Kind> DENYING = EnumSet.of(Cue.Kind.NEGATION, Cue.Kind.DENIED);

    public static void take(ResolutionContext context) {
        ListChanges changes = new ListChanges(context, context.line);
        for (Fact fact : context.flow.facts()) {
            if (fact.type() == FactType.CHOICES && !context.flow.isAsked(fact.id())) {
                changes.take(fact);
            }
        }
    }

    private void take(Fact fact) {
        ExtractedAnswer read = context.settled.reads.get(fact.id());
        boolean one =
                TROUBLE.contains(fact.id()) && (isAlone() || OTHER.stream().anyMatch(context::says));
        if (read != null && (one || WHOLE.stream().anyMatch(context::says))) {
            put(fact, read.value(), new Span(read.start(), read.end()));
            return;
        }
        List<String> held = context.held(fact) instanceof Value.Choices(List<String> ids) ? ids : List.of();
        Set<String> left = new LinkedHashSet<>(held);
        List<Span> said = new ArrayList<>();
        held.forEach(choice -> removed(fact, choice).ifPresent(span -> {
            left.remove(choice);
            said.add(span);
        }));
        if (said.isEmpty()) {
            return;
        }
        if (read != null && read.value() instanceof Value.Choices(List<String> more)) {
            more.stream().filter(choice -> removed(fact, choice).isEmpty()).forEach(left::add);
        }
        List<String> ordered = fact.choices().stream().filter(left::contains).toList();
        put(fact, new Value.Choices(ordered), said.getFirst());
    }

    /** "Just the price then", of what is wrong; who says more after a "just" tells something new. */
    private boolean isAlone() {
        return line.size() <= ALONE
                && IntStream.range(0, Math.min(2, line.size())).anyMatch(i -> ONLY.contains(line.word(i)));
    }

    private void put(Fact fact, Value value, Span span) {
        context.settled.read(fact, value, span, true);
    }

    /** Where the message takes an item out of its list. */
    private Optional<Span> removed(Fact fact, String choice) {
        for (PatternCandidate one : context.seen.candidates()) {
            boolean says = one.meaning().fact().equals(fact)
                    && one.meaning().value() instanceof Value.Choices(List<String> ids)
                    && ids.contains(choice);
            Set<Cue.Kind> blocked = one.blockedBy(context.seen.lifted());
            boolean denied = !blocked.isEmpty() && DENYING.containsAll(blocked);
            if (says && (denied || removes(line.sentenceStart(one.match().start())))) {
                use(one.match().start(), one.match().end());
                return Optional.of(context.seen.span(one.match()));
            }
        }
        for (int start = 0; start < line.size(); start = line.sentenceEnd(start)) {
            boolean over = removes(start) || settles(start);
            if (over && line.sentenceHas(start, context.seen.usual().list(choice)) || isDenied(fact, choice, start)) {
                use(start, line.sentenceEnd(start));
                return Optional.of(context.seen.span(start, line.sentenceEnd(start)));
            }
        }
        return Optional.empty();
    }

    private void use(int from, int to) {
        context.settled.used.set(from, to);
    }

    private boolean removes(int start) {
        int at = start;
        while (RemovalPhrases.leads(line.word(at), at - start)) {
            at++;
        }
        boolean takes = line.word(at).equals("take") && line.sentenceHas(start, AWAY);
        return RemovalPhrases.is(line.word(at)) || takes;
    }

    /** "The format problem is solved", "cost is not a problem any more"; not "the format problem is not solved". */
    private boolean settles(int start) {
        boolean denied = context.seen.cues().get(start).stream().anyMatch(cue -> cue.kind() == Cue.Kind.NEGATION);
        boolean over = denied
                ? follows(start, DENIALS, MATTERS)
                : line.sentenceHas(start, TROUBLE) && follows(start, BECAME, SOLVED);
        return over && context.seen.cues().get(start).stream().noneMatch(cue -> UNSURE.contains(cue.kind()));
    }

    /**
     * Whether a sentence denies one trouble by its name, or calls it fine: "not the labels either", "the format is ok". Of what was done "no
     * schema" takes away.
     */
    private boolean isDenied(Fact fact, String choice, int start) {
        Set<String> items = context.seen.usual().list(choice);
        boolean trouble = TROUBLE.contains(fact.id());
        boolean sure = context.seen.cues().get(start).stream().noneMatch(cue -> UNSURE.contains(cue.kind()));
        for (int i = start; sure && i < line.sentenceEnd(start); i++) {
            int before = line.word(i - 1).equals("the") ? i - 2 : i - 1;
            boolean ends = i + 1 >= line.sentenceEnd(start)
                    || line.items().get(i + 1).isBoundary()
                    || ENDS.contains(line.word(i + 1));
            boolean denied = ends
                    && before >= start
                    && (trouble
                            ? line.word(before).equals("not")
                            : line.word(before).equals("no") && line.clauseStart(before) == before);
            boolean fine = trouble && BECAME.contains(line.word(i + 1)) && FINE.contains(line.word(i + 2));
            if (items.contains(line.word(i)) && (denied || fine)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of some words comes soon after one of others. */
    private boolean follows(int start, Set<String> before, Set<String> words) {
        for (int i = start; i < line.sentenceEnd(start); i++) {
            for (int back = Math.max(start, i - NEAR); words.contains(line.word(i)) && back < i; back++) {
                if (before.contains(line.word(back))) {
                    return true;
                }
            }
        }
        return false;
    }
}
