package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.result.ProposedAnswer;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.reading.result.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Proposes the choices that a message seems to state and the rules did not read. Immutable and safe for several threads; a long message takes
 * a quarter of a second.
 */
public final class ChoiceProposer {
    /** A quote is a sentence or a clause; more is not shown. */
    private static final int LONGEST_QUOTE = 300;

    private static final float UNREAL = 0.025f;
    private static final float UNREAL_IN_POST = 0.1f;
    private static final float OF_OTHERS_IN_POST = 0.5f;
    private static final Pattern SENTENCES = Pattern.compile("[.!?]\\s+\\p{L}");
    /** An answer to the open question is short. */
    private static final int LONGEST_ANSWER = 160;

    private final Flow flow;
    private final LearnedChoices learned;
    private final SegmentScores scores;

    /** `encoder`: the encoder it was learned with. */
    public ChoiceProposer(Flow flow, LearnedChoices learned, SentenceEncoder encoder) {
        this.flow = flow;
        this.learned = learned;
        this.scores = new SegmentScores(flow, ExampleLines.of(flow), learned, encoder);
    }

    public LearnedChoices learned() {
        return learned;
    }

    /** The scores behind the proposals, for authors of examples. */
    public SegmentScores scores() {
        return scores;
    }

    /**
     * What a message seems to state, the likeliest first; at most one for each value.
     *
     * @param reading what the rules read in it, which is not proposed again
     * @param context what is asked and known: known choices are not proposed, and an open question may be answered directly
     */
    public List<ProposedAnswer> propose(String text, Reading reading, ReadingContext context) {
        boolean orders = reading.intent() instanceof Intent.Command || reading.intent() instanceof Intent.WhatIf;
        if (orders) {
            // "We have 3,200 rated answers. What now?": what is told before a command is told all the same.
            List<ProposedAnswer> told = reading.intent() instanceof Intent.Command
                            && SENTENCES.matcher(text).find()
                    ? new ArrayList<>(reading.proposed())
                    : new ArrayList<>();
            // In a post of some length "what if somebody asks?" is one question of several, and "what would you do?"
            // beside another.
            if (text.length() > LONGEST_ANSWER || Intent.several(text)) {
                told.addAll(asked(Guidance.INTENT, text, scores.questions(text)));
            }
            return told;
        }
        SegmentScores.Heard heard = scores.heard(text);
        Map<String, List<SegmentScores.Score>> best = new LinkedHashMap<>();
        // Before anything is known nobody was asked.
        boolean answering =
                !context.open().isEmpty() && !context.answers().raw().isEmpty();
        SegmentScores.Scored scored = scores.of(heard, answering);
        Optional<ProposedAnswer> direct = direct(text, scored.scores(), reading, context);
        boolean alone = LearnedChoices.Likelihood.isAlone(text.split("\\s+").length);
        for (SegmentScores.Score score : scored.scores()) {
            boolean news = flow.fact(score.fact())
                            .filter(fact -> open(fact, score, reading, context))
                            .isPresent()
                    && !isVague(text, score, reading);
            if (news && isLikely(score, reading, alone) && !covered(score, reading)) {
                best.computeIfAbsent(score.fact(), _ -> new ArrayList<>()).add(score);
            }
        }
        List<ProposedAnswer> proposed = new ArrayList<>(direct.stream().toList());
        reading.proposed().stream()
                .filter(one -> direct.filter(answer -> answer.fact().equals(one.fact()))
                        .isEmpty())
                .forEach(proposed::add);
        best.forEach((fact, some) -> {
            if (proposed.stream().noneMatch(other -> other.fact().equals(fact))) {
                kept(flow.fact(fact).orElseThrow(), some).forEach(score -> proposed.add(proposal(text, score, false)));
            }
        });
        proposed.addAll(asked(Guidance.INTENT, text, scored.questions()));
        proposed.addAll(asked(Guidance.TOLD, text, scored.told()));
        proposed.sort(Comparator.comparing(ProposedAnswer::direct)
                .thenComparing(ProposedAnswer::probability)
                .reversed());
        return proposed;
    }

    /**
     * What the rules take for supposed needs far more to be proposed. What has another subject is mostly right in a post that tells a case,
     * "the editors hate the emojis" (365 posts and 300 sentences put into such, 2026-11-30).
     */
    private static boolean isLikely(SegmentScores.Score score, Reading reading, boolean alone) {
        if (isMostlyIn(score, reading.unreal())) {
            return score.proposesStill(alone ? UNREAL : UNREAL_IN_POST);
        }
        return isMostlyIn(score, reading.ofOthers())
                ? score.proposesStill(alone ? UNREAL : OF_OTHERS_IN_POST)
                : score.proposes();
    }

    private static boolean isMostlyIn(SegmentScores.Score score, List<Span> spans) {
        Span place = score.segment().place();
        return spans.stream().anyMatch(span -> 2 * place.shared(span) > place.end() - place.start());
    }

    /** Of a choice the likeliest value, of several choices each; "none of them" only alone. */
    private static List<SegmentScores.Score> kept(Fact fact, List<SegmentScores.Score> scores) {
        List<SegmentScores.Score> sorted = new ArrayList<>(scores);
        sorted.sort(Comparator.comparing(SegmentScores.Score::probability).reversed());
        if (fact.type() != FactType.CHOICES) {
            return sorted.subList(0, 1);
        }
        boolean nothing = sorted.getFirst().value().equals(ExampleLines.NOTHING);
        Set<String> seen = new HashSet<>();
        return sorted.stream()
                .filter(score -> score.value().equals(ExampleLines.NOTHING) == nothing)
                .filter(score -> seen.add(score.value()))
                .toList();
    }

    /** Whether a value may still be said: no single choice that is known or was read, no item that is in the list already. */
    private boolean open(Fact fact, SegmentScores.Score score, Reading reading, ReadingContext context) {
        Optional<Value> read = reading.reads().stream()
                .filter(answer -> answer.fact().equals(fact.id()))
                .map(ExtractedAnswer::value)
                .findFirst()
                .or(() -> context.answers()
                        .get(fact.id())
                        .filter(answer -> !answer.assumed())
                        .map(answer -> answer.value()));
        boolean asked = reading.asks().stream()
                .anyMatch(ask -> ask.fact().equals(fact.id()) && !ask.options().isEmpty());
        if (asked || read.isEmpty()) {
            return !asked;
        }
        return read.get() instanceof Value.Choices(List<String> items)
                && !score.value().equals(ExampleLines.NOTHING)
                && !items.contains(score.value());
    }

    /** What says too little of a fact is asked about and not guessed: "it is not good enough". */
    private static boolean isVague(String text, SegmentScores.Score score, Reading reading) {
        String words = score.segment().place().of(text);
        return reading.asks().stream()
                .anyMatch(ask -> ask.options().isEmpty()
                        && ask.fact().equals(score.fact())
                        && (words.contains(ask.quote()) || ask.quote().contains(words)));
    }

    /** Words that mostly went into answers to other facts are not read twice. */
    private static boolean covered(SegmentScores.Score score, Reading reading) {
        Span place = score.segment().place();
        int read = reading.reads().stream()
                .mapToInt(answer -> place.shared(new Span(answer.start(), answer.end())))
                .sum();
        return read > 0.6 * (place.end() - place.start());
    }

    /** An answer to the open question that needs no confirmation. */
    private Optional<ProposedAnswer> direct(
            String text, List<SegmentScores.Score> scores, Reading reading, ReadingContext context) {
        if (context.open().isEmpty()
                || text.length() > LONGEST_ANSWER
                || !reading.asks().isEmpty()) {
            return Optional.empty();
        }
        String asked = context.open().getFirst();
        boolean read = reading.reads().stream().anyMatch(answer -> answer.fact().equals(asked));
        boolean choice = flow.fact(asked)
                .filter(fact -> fact.type() == FactType.CHOICE || fact.type() == FactType.YES_NO)
                .isPresent();
        return read || !choice
                ? Optional.empty()
                : scores.stream()
                        .filter(score -> score.fact().equals(asked) && score.answers() && !covered(score, reading))
                        .max(Comparator.comparing(SegmentScores.Score::probability))
                        .map(score -> proposal(text, score, true));
    }

    /** What was asked, or told with its cause, needs no confirmation: it decides nothing, and the answer to it shows how it was understood. */
    private static List<ProposedAnswer> asked(String fact, String text, List<SegmentScores.Asked> questions) {
        if (questions.isEmpty()) {
            return List.of();
        }
        Map<String, String> quotes = new LinkedHashMap<>();
        questions.forEach(question -> quotes.merge(
                question.kind(),
                quote(question.place().of(text)).strip(),
                (one, other) -> one + Guidance.BETWEEN_QUOTES + other));
        return List.of(new ProposedAnswer(
                fact,
                new Value.Choices(List.copyOf(quotes.keySet())),
                String.join(Guidance.BETWEEN_PARTS, quotes.values()),
                questions.getFirst().place().start(),
                questions.stream()
                        .map(SegmentScores.Asked::likeness)
                        .reduce(0.0, (one, other) -> Math.min(1, Math.max(one, other))),
                true));
    }

    private static String quote(String words) {
        return words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE) + "…";
    }

    private ProposedAnswer proposal(String text, SegmentScores.Score score, boolean direct) {
        return new ProposedAnswer(
                score.fact(),
                value(flow.fact(score.fact()).orElseThrow(), score.value()),
                quote(score.segment().place().of(text)),
                score.segment().place().start(),
                score.probability(),
                direct);
    }

    private static Value value(Fact fact, String value) {
        return switch (fact.type()) {
            case YES_NO -> new Value.YesNo(value.equals("yes"));
            case CHOICES -> new Value.Choices(value.equals(ExampleLines.NOTHING) ? List.of() : List.of(value));
            case CHOICE, QUANTITY -> new Value.Choice(value);
        };
    }
}
