package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.LiteralQuestion;
import dev.tunewise.flow.interview.NamedThings;
import dev.tunewise.flow.interview.Subjects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Finds the kinds of question that a message puts: each of its questions by itself in the light of what was told before it, by how alike it is to
 * the example questions of a kind. Where no narrow kind is sure a general one of its matter is taken, since a wrong answer is
 * worse than a broad one; what nothing answers is kept as open.
 */
final class QuestionGuess {
    /** Measured on 122 open questions of the posts in `reading/asked`: between 0.32 and it more are wrong than right, for a general kind below 0.34. */
    private static final float ENOUGH = 0.36f;
    /** Below it a general kind that is nearly as near is the safer answer. */
    private static final float SURE = 0.45f;
    /** One of several questions that is less near, and no nearer to one kind than to the next, gets the answer to its form. */
    private static final float CLEAR = 0.48f;
    /** So many sentences before its question tell a case. */
    private static final int TOLD_IN = 3;
    /** Where the case alone says what is asked. */
    private static final float BARELY = 0.4f;
    /** What is told without a question has to be nearer. */
    private static final float TOLD = 0.7f;
    /** Two kinds are about as near. `BROADLY`: a general kind answers from here on. */
    private static final float NEARLY = 0.05f;

    private static final float BROADLY = 0.34f;
    /** So much of one that never asks for a number, where only a number answers. */
    private static final float UNCOUNTED = 0.4f;
    /** Words that put just one question outweigh what is only alike, unless another is far nearer. */
    private static final float SAID = 0.9f;
    /** What its words say of a question counts so much beside its vector, and those of the whole message half of that. */
    private static final float WORDS = 0.015f;
    /** A narrow kind is meant that is so much nearer to the case than a general one and hardly further from the question. */
    private static final float NARROWER = 0.2f;

    private static final float BESIDE = 0.15f;
    /** So much the case counts beside the only question put to it, and both together on the scale of one; measured on 604 posts and 930 stories. */
    private static final float CASE = 0.5f;

    private static final float TOGETHER = 0.76f;
    /** So much the words usually add to the best kind. */
    private static final float ADDED = 0.09f;

    private final QuestionLines kinds;
    private final LearnedQuestions learned;
    private final int[] examples;
    private final boolean[] counted;
    private final WordEvidence words;
    private final Subjects.Openings openings;
    /** Where the examples of each kind lie on the whole, as {@link LearnedQuestions#seen}. */
    private final float[][] centers;
    /** Those of the kinds that are meant though nobody puts them. */
    private final int[] explaining;
    /** The question of each kind that the flow answers, by its place. */
    private final Map<Integer, LiteralQuestion> questions;
    /** The kinds of what nothing answers, one for each question of a message. */
    private final List<String> open;

    private final NamedThings asks;

    /** A kind of question, with the words that put it; a `likeness` of about 0.5 and more is sure. */
    record Match(String kind, float likeness, TextSegment part) {}

    QuestionGuess(Flow flow, LearnedQuestions learned) {
        this.kinds = QuestionLines.of(flow);
        this.learned = learned;
        this.centers = learned.centers(kinds, kinds.kinds().size(), learned.lines().length);
        this.words = new WordEvidence(kinds);
        questions = new HashMap<>();
        openings = new Subjects.Openings(flow.guidance().mentions());
        flow.guidance().questions().forEach(each -> questions.put(kinds.kinds().indexOf(each.intent()), each));
        examples = kinds.examples(learned, _ -> true);
        counted = kinds.counted();
        explaining = kinds.examples(learned, kind -> is(kind, LiteralQuestion.Role.EXPLAINS));
        open = questions.values().stream()
                .filter(question -> question.is(LiteralQuestion.Role.OPEN))
                .map(LiteralQuestion::intent)
                .sorted(Comparator.comparing(kinds.kinds()::indexOf))
                .toList();
        asks = new NamedThings(flow.guidance().mentions());
    }

    /**
     * The questions of a message in their order; none where nothing particular is asked that has an answer.
     *
     * @param heard its parts with their vectors; what a sentence is too short for, the words of the whole still say
     */
    List<Match> of(SegmentScores.Heard heard) {
        List<TextSegment> sentences = heard.sentences();
        List<TextSegment> parts = QuestionParts.withoutEchoes(heard.asking());
        if (sentences.isEmpty() || learned.isEmpty()) {
            return List.of();
        }
        if (parts.isEmpty()) {
            return told(heard, QuestionParts.joined(sentences)).map(List::of).orElse(List.of());
        }
        String whether = kinds.kinds().getFirst();
        List<Match> found = new ArrayList<>();
        int left = 0;
        List<float[]> theirs = heard.vectors(parts);
        for (int i = 0; i < parts.size(); i++) {
            TextSegment part = parts.get(i);
            Match match = match(heard, part, theirs.get(i), heard.asking().size() == 1);
            boolean joins = i + 1 < parts.size() && QuestionParts.isShort(part);
            if (!match.kind().isEmpty()) {
                found.add(match);
            } else if (parts.size() > 1 && asks.names(Guidance.PLAIN, part.words())) {
                found.add(new Match(whether, 0, part));
            } else if (joins && parts.get(i + 1).sentence().equals(part.sentence())) {
                parts.set(i + 1, QuestionParts.joined(part, parts.get(i + 1)));
            } else if (!open.isEmpty() && QuestionParts.isWhole(part)) {
                found.add(new Match(open.get(Math.min(left++, open.size() - 1)), 0, part));
            }
        }
        TextSegment last = parts.getLast();
        if (found.isEmpty() && sentences.size() > TOLD_IN && !open.isEmpty() && QuestionParts.isOfAll(last)) {
            return List.of(new Match(open.getFirst(), 0, last));
        }
        boolean particular = found.size() > 1
                || found.stream().anyMatch(each -> !each.kind().equals(whether) && !open.contains(each.kind()));
        return particular ? found : List.of();
    }

    /** The question that the fault told begs though nobody put it. */
    private Optional<Match> told(SegmentScores.Heard heard, TextSegment all) {
        String words = NamedThings.plain(all.words());
        boolean put = questions.values().stream().anyMatch(question -> question.isPutBy(words));
        if (!put) {
            float[] near = likeness(heard, all, new float[0], true, explaining);
            int nearest = QuestionLines.best(near, kind -> is(kind, LiteralQuestion.Role.EXPLAINS), _ -> true);
            if (nearest < 0 || near[nearest] < TOLD) {
                return Optional.empty();
            }
        }
        return Optional.of(match(heard, all, new float[0], true))
                .filter(match -> match.likeness() >= TOLD)
                .filter(match -> Optional.ofNullable(questions.get(kinds.kinds().indexOf(match.kind())))
                        .filter(question -> question.isToldBy(words))
                        .isPresent());
    }

    /** The kind of one question; an empty one where none is near. */
    private Match match(SegmentScores.Heard heard, TextSegment part, float[] own, boolean only) {
        float[] likeness = likeness(heard, part, own, only, examples);
        Predicate<String> foreign = openings.foreignTo(heard.message());
        String told = NamedThings.plain(heard.message());
        String asked = NamedThings.plain(part.words());
        Set<Integer> known = new HashSet<>();
        IntPredicate fits = kind -> {
            LiteralQuestion question = questions.get(kind);
            if (question != null && known.add(kind)) {
                likeness[kind] -= question.answers().stream().allMatch(reply -> foreign.test(reply.text())) ? 1 : 0;
            }
            return question == null || question.fits(told, asked);
        };
        int best = QuestionLines.best(likeness, _ -> true, fits);
        int broad = QuestionLines.best(likeness, kind -> is(kind, LiteralQuestion.Role.GENERAL), fits);
        boolean put = QuestionParts.isPut(part);
        boolean needsMore = put && (!QuestionParts.isBare(part) || QuestionParts.isEmpty(part));
        int next = QuestionLines.best(likeness, kind -> kind != best, fits);
        float ahead = only || next < 0 ? NEARLY : likeness[best] - likeness[next];
        boolean sure = likeness[best] >= (ahead < NEARLY ? CLEAR : needsMore ? ENOUGH : BARELY);
        boolean broadly = broad >= 0
                && put
                && likeness[broad] >= (sure ? likeness[best] - NEARLY : BROADLY)
                && likeness[best] < SURE;
        int taken = broadly ? broad : best;
        if ((sure || broadly) && is(taken, LiteralQuestion.Role.GENERAL) && !LearnedQuestions.isInCase(heard, part)) {
            taken = narrower(heard, part, likeness, taken, fits);
        }
        return new Match(broadly || sure ? kinds.kinds().get(taken) : "", likeness[taken], part);
    }

    /** The kind beside a general one to which the case itself lies far nearer; else the general one. */
    private int narrower(
            SegmentScores.Heard heard, TextSegment part, float[] likeness, int general, IntPredicate fits) {
        float[] byCase = byCase(heard, part, examples);
        int narrow = general;
        for (int kind = 1; kind < byCase.length; kind++) {
            LiteralQuestion question = questions.get(kind);
            boolean beside = question != null
                    && !question.is(LiteralQuestion.Role.GENERAL)
                    && likeness[kind] >= likeness[general] - BESIDE
                    && byCase[kind] >= byCase[general] + NARROWER
                    && fits.test(kind);
            narrow = beside && (narrow == general || byCase[kind] > byCase[narrow]) ? kind : narrow;
        }
        return narrow;
    }

    /** How near a question is to each kind, whether or not its answers fit. */
    private float[] likeness(SegmentScores.Heard heard, TextSegment part, float[] own, boolean only, int[] examples) {
        float[] likeness = kinds.likeness(learned, centers, learned.asked(heard, part, own), examples);
        if (heard.sentences().size() > 1 && (own.length == 0 || QuestionParts.isEmpty(part))) {
            // "Any ideas?" asks about whatever was told: the sentence that says it best, or all of them.
            for (TextSegment sentence : heard.sentences()) {
                if (own.length == 0 || LearnedQuestions.isBefore(sentence, part)) {
                    float[] at = LearnedQuestions.direction(heard.vector(sentence), learned.asked());
                    float[] said = kinds.likeness(learned, centers, at, examples);
                    for (int kind = 0; kind < said.length; kind++) {
                        likeness[kind] = Math.max(likeness[kind], said[kind]);
                    }
                }
            }
        }
        boolean inCase = own.length > 0 && LearnedQuestions.isInCase(heard, part);
        float[] byCase = inCase ? byCase(heard, part, examples) : likeness;
        String words = NamedThings.plain(only || QuestionParts.isVague(part) ? heard.told(part) : part.words());
        boolean counts = QuestionParts.counts(part.words());
        float[] byAll = this.words.of(heard.message());
        // The words of "Which would you do first?" would draw it to advice for whoever has not begun.
        float[] byPart = QuestionParts.isBare(part) ? byAll : this.words.of(part.words());
        for (int kind = 0; kind < likeness.length; kind++) {
            LiteralQuestion question = questions.get(kind);
            likeness[kind] += WORDS * (byPart[kind] + byAll[kind] / 2) - ADDED;
            likeness[kind] = inCase ? TOGETHER * (likeness[kind] + CASE * byCase[kind]) : likeness[kind];
            boolean said = question != null && question.isPutBy(words);
            likeness[kind] += said ? SAID : 0;
            likeness[kind] -= counts && !counted[kind] ? UNCOUNTED : 0;
            likeness[0] -= said && kind > 0 ? SAID : 0;
        }
        return likeness;
    }

    /** How near the case that was told before a question is to each kind, whatever the question says. */
    private float[] byCase(SegmentScores.Heard heard, TextSegment part, int[] examples) {
        float[] near = kinds.likeness(learned, centers, learned.asked(heard, part, new float[0]), examples);
        return LearnedQuestions.added(near, words.of(heard.message()), 2 * WORDS);
    }

    private boolean is(int kind, LiteralQuestion.Role role) {
        LiteralQuestion question = questions.get(kind);
        return question != null && question.is(role);
    }
}
