package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.reading.cue.Annotations;
import dev.tunewise.reading.cue.Cue;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.TokenAnnotator;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.reading.text.FillerWords;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is on the table while answers are taken that only the context explains: the message, the context and what is settled already. */
public final class ResolutionContext {
    /** With more words that say something else a bare number is not taken. */
    static final int MOST_STRANGE_WORDS = 4;

    private static final Set<String> COURTESY = Set.of("thanks", "thank", "times", "apologies");

    private static final Set<Cue.Kind> UNREAL = EnumSet.of(
            Cue.Kind.QUESTION,
            Cue.Kind.INDIRECT,
            Cue.Kind.HYPOTHESIS,
            Cue.Kind.FUTURE,
            Cue.Kind.PAST,
            Cue.Kind.OTHERS,
            Cue.Kind.NEGATION);

    final Flow flow;
    final Annotations seen;
    final ReadingContext context;
    final ResolvedFacts settled;
    final TokenSequence line;

    public ResolutionContext(Flow flow, Annotations seen, ReadingContext context, ResolvedFacts settled) {
        this.flow = flow;
        this.seen = seen;
        this.context = context;
        this.settled = settled;
        line = seen.line();
    }

    Set<Cue.Kind> cues(int item) {
        Set<Cue.Kind> kinds = EnumSet.noneOf(Cue.Kind.class);
        for (Cue cue : seen.cues().get(item)) {
            if (item >= cue.from() && item < cue.to() && !seen.lifted().contains(cue.kind())) {
                kinds.add(cue.kind());
            }
        }
        return kinds;
    }

    /** Whether an item is said as a present fact. */
    boolean isReal(int item) {
        return cues(item).stream().noneMatch(UNREAL::contains);
    }

    /** Whether the message numbers what it says within a line. */
    boolean isNumbered() {
        return line.items().stream()
                .anyMatch(item -> item.kind == AnnotatedToken.Kind.STOP && item.word.equals(TokenAnnotator.NUMBERING));
    }

    /** Amounts that no pattern took. */
    List<Integer> free() {
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Amount amount = line.items().get(i).amount;
            if (amount != null && amount.kind() != Amount.Kind.OTHER && !settled.used.get(i)) {
                free.add(i);
            }
        }
        return free;
    }

    boolean isSettled(Fact fact) {
        return settled.has(fact);
    }

    /** What a bare number at an item says of a fact. */
    Optional<QuantityResolver.Outcome> bare(Fact fact, int item) {
        return QuantityResolver.bare(fact, line, item);
    }

    /** The number that a bare number at an item is for a fact, where it can be one. */
    Optional<Value.Quantity> number(Fact fact, int item) {
        return bare(fact, item)
                .flatMap(outcome -> outcome instanceof QuantityResolver.Fits(Value.Quantity value)
                        ? Optional.of(value)
                        : Optional.empty());
    }

    /** What is known of a fact; null for nothing. */
    @Nullable
    Value held(Fact fact) {
        return context.answers().get(fact.id()).map(SourcedAnswer::value).orElse(null);
    }

    Clarification.Option option(Fact fact, Value value) {
        return CandidateResolver.option(fact, value, flow.texts());
    }

    /** Puts right what a fact was by the number at an item. */
    void correct(Fact fact, int item) {
        bare(fact, item).ifPresent(outcome -> put(fact, outcome, item, true));
    }

    void put(Fact fact, QuantityResolver.Outcome outcome, int item, boolean correction) {
        switch (outcome) {
            case QuantityResolver.Fits(Value.Quantity value) -> put(fact, value, item, correction);
            case QuantityResolver.Unclear(Clarification.Reason reason, List<Clarification.Option> options) ->
                ask(fact, reason, options, item);
        }
    }

    void put(Fact fact, Value value, int item, boolean correction) {
        settled.used.set(item);
        settled.read(fact, value, seen.span(item, item + 1), correction);
    }

    void ask(Fact fact, Clarification.Reason reason, List<Clarification.Option> options, int item) {
        settled.used.set(item);
        settled.ask(fact, reason, options, seen.span(item, item + 1));
    }

    boolean says(String phrase) {
        List<String> words = List.of(phrase.split(" "));
        for (int i = 0; i + words.size() <= line.size(); i++) {
            if (line.isPhrase(i, words)) {
                return true;
            }
        }
        return false;
    }

    /** The facts asked, in order. */
    List<Fact> open() {
        return context.open().stream().flatMap(id -> flow.fact(id).stream()).toList();
    }

    /** The quantities asked that a number at an item can answer. */
    List<Fact> openQuantities(int item) {
        return open().stream()
                .filter(fact ->
                        fact.type() == FactType.QUANTITY && bare(fact, item).isPresent())
                .toList();
    }

    /** How many words there are that neither fill nor name the fact. */
    int strange(@Nullable Fact fact) {
        return strange(fact, 0, line.size());
    }

    /** The same within a stretch of the message. */
    int strange(@Nullable Fact fact, int from, int to) {
        Set<String> nouns = fact == null ? Set.of() : nouns(fact);
        int strange = 0;
        for (AnnotatedToken item : line.items().subList(from, to)) {
            boolean known = item.kind != AnnotatedToken.Kind.WORD
                    || FillerWords.contains(item.word)
                    || nouns.contains(item.word);
            strange += known ? 0 : 1;
        }
        return strange;
    }

    /** The words by which a fact and what it counts are called. */
    Set<String> nouns(Fact fact) {
        String label = flow.texts().find("facts." + fact.id() + ".label").orElse("");
        String unit = fact.unit() == null ? "" : fact.unit().noun();
        String all = fact.id().replace('_', ' ') + " " + label + " " + unit;
        return new HashSet<>(List.of(all.toLowerCase(Locale.ROOT).split("[^a-z]+")));
    }

    /** Whether a noun that is not the fact's follows the number or labels it: "200 engineers", "worker=3", "actually 7 folders". */
    boolean countsOther(int item, Fact fact) {
        String next = line.endsClause(item + 1) ? "" : line.word(item + 1);
        String label = line.items().get(item).apart ? line.word(item - 1) : "";
        Set<String> nouns = nouns(fact);
        return COURTESY.contains(next)
                || Stream.of(next, label)
                        .anyMatch(word -> !word.isEmpty() && !FillerWords.contains(word) && !nouns.contains(word));
    }
}
