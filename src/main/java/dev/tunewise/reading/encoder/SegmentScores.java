package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Flow;
import dev.tunewise.reading.result.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Scores every segment of a message for every value of every fact, with the lines that it is near to and what speaks against it. */
public final class SegmentScores {
    private static final int NEAREST = 4;
    /** Less than this part of the threshold is not looked at closer. */
    private static final float PART = 0.15f;

    private final List<String> facts;
    private final List<List<String>> values;
    private final List<String> lines;
    /** The lines that state a value, by fact and value. */
    private final int[][][] stating;

    private final LearnedChoices learned;
    private final SentenceEncoder encoder;
    private final SegmentGuard guard;
    private final WordEvidence words;
    private final QuestionGuess questions;
    private final StatedCauses told;

    SegmentScores(Flow flow, ExampleLines examples, LearnedChoices learned, SentenceEncoder encoder) {
        this.facts = examples.facts();
        this.values = examples.values();
        this.lines = examples.lines();
        this.stating = IntStream.range(0, facts.size())
                .mapToObj(fact -> IntStream.range(0, values.get(fact).size())
                        .mapToObj(value -> stating(examples.stated().get(fact), value))
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
        this.learned = learned;
        this.encoder = encoder;
        this.guard = new SegmentGuard(flow);
        this.words = new WordEvidence(examples.byKind());
        this.questions = new QuestionGuess(flow, learned.questions());
        this.told = StatedCauses.of(QuestionLines.told(flow), learned.told(), guard);
    }

    private static int[] stating(List<Set<Integer>> stated, int value) {
        return IntStream.range(0, stated.size())
                .filter(line -> stated.get(line).contains(value))
                .toArray();
    }

    /**
     * What a segment says of a value.
     *
     * @param value the value, as in the examples
     * @param raw probability by the softmax of the fact
     * @param odds of being right before the guard, as {@link LearnedChoices.Likelihood} has them
     * @param others how many other segments come near to the same
     * @param nearest lines of the value that are nearest to the segment
     * @param doubt what the guard has against it
     */
    public record Score(
            TextSegment segment,
            String fact,
            String value,
            float raw,
            double odds,
            int others,
            List<String> nearest,
            Optional<SegmentGuard.Doubt> doubt) {

        public double probability() {
            return probability(1);
        }

        private double probability(float part) {
            return LearnedChoices.Likelihood.of(
                    odds, part * doubt.map(each -> each.factor).orElse(1f), others);
        }

        public boolean proposes() {
            return proposesStill(1);
        }

        /** Whether it would although only this part of it counts. */
        boolean proposesStill(float part) {
            return probability(part) >= LearnedChoices.Likelihood.LEAST;
        }

        /** Whether it answers its question when it is open, without being confirmed. */
        boolean answers() {
            return probability() >= LearnedChoices.Likelihood.SURE && doubt.isEmpty();
        }

        private Score beside(int others, double crowd) {
            return new Score(segment, fact, value, raw, odds - crowd, others, nearest, doubt);
        }

        private String says() {
            return fact + "=" + value;
        }

        /** What speaks against it, in a word; empty for nothing. */
        public String objection() {
            return doubt.map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .orElse("");
        }
    }

    /**
     * What a message says.
     *
     * @param scores all that come near to a proposal, the highest first
     * @param questions the questions it puts, in their order
     */
    public record Scored(List<Score> scores, List<Asked> questions, List<Asked> told) {}

    /** `place`: the words that ask it. `likeness`: about 0.5 and more where it is sure. */
    public record Asked(String kind, Span place, double likeness) {}

    /** The parts of a message; `vectors`: of each by its words. */
    record Heard(
            String message,
            List<TextSegment> segments,
            List<TextSegment> sentences,
            List<TextSegment> asking,
            Map<String, float[]> vectors) {
        /** A question with what is told, without the other questions. */
        String told(TextSegment question) {
            String told = message;
            for (TextSegment other : asking) {
                told = other.equals(question) ? told : told.replace(other.words(), " ");
            }
            return told;
        }

        float[] vector(TextSegment segment) {
            return Objects.requireNonNull(vectors.get(segment.words()));
        }

        List<float[]> vectors(List<TextSegment> some) {
            return some.stream().map(this::vector).toList();
        }
    }

    /** Cuts a message into its parts and encodes each once, on all cores that are free: nearly all time goes there. */
    Heard heard(String message) {
        return heard(message, true);
    }

    /** What is asked alone, in half the time. */
    List<Asked> questions(String message) {
        return asked(heard(message, false));
    }

    private Heard heard(String message, boolean clauses) {
        List<TextSegment> segments = TextSegmenter.segments(message);
        List<TextSegment> sentences = segments.stream()
                .filter(segment -> segment.words().equals(segment.sentence()))
                .toList();
        List<TextSegment> asking = QuestionParts.of(sentences);
        Map<String, float[]> vectors = Stream.concat((clauses ? segments : sentences).stream(), asking.stream())
                .map(TextSegment::words)
                .distinct()
                .toList()
                .parallelStream()
                .collect(Collectors.toConcurrentMap(Function.identity(), encoder::encode));
        return new Heard(message, clauses ? segments : sentences, sentences, asking, vectors);
    }

    /** All scores that come near to a proposal, the highest first, and the questions. */
    public Scored of(String message) {
        return of(heard(message), false);
    }

    /** `answering`: what only tells something answers an open question and puts none. */
    Scored of(Heard heard, boolean answering) {
        List<Score> scores = new ArrayList<>();
        List<Asked> causes = new ArrayList<>();
        int length = heard.message().split("\\s+").length;
        double least = LearnedChoices.Likelihood.isAlone(length) ? 0 : Double.NEGATIVE_INFINITY;
        for (TextSegment segment : heard.segments()) {
            float[] vector = heard.vector(segment);
            told.of(segment, vector).ifPresent(causes::add);
            float[] probabilities = learned.probabilities(vector);
            LearnedChoices.NearLines near = null;
            float[] said = words.of(segment.words());
            for (int fact = 0, column = 1; fact < facts.size(); fact++, column++) {
                float threshold = PART * learned.calibrations().get(fact).threshold();
                for (int value = 0; value < values.get(fact).size(); value++, column++) {
                    if (probabilities[column] >= threshold) {
                        // Most segments come near to nothing, and every line is looked at for this.
                        near = near == null ? new LearnedChoices.NearLines(learned, vector) : near;
                        double share = near.share(stating[fact][value]);
                        if (share > 0) {
                            // Alone, a denial has the very words of what it denies.
                            double against = Math.max(least, -WordEvidence.odds(said, column - fact));
                            scores.add(score(segment, near, fact, value, probabilities[column], share)
                                    .beside(0, against));
                        }
                    }
                }
            }
        }
        Map<String, Long> said = scores.stream().collect(Collectors.groupingBy(Score::says, Collectors.counting()));
        scores.replaceAll(score ->
                score.beside((int) (said.getOrDefault(score.says(), 1L) - 1), LearnedChoices.Likelihood.crowd(length)));
        scores.sort(Comparator.comparing((Score score) -> score.probability()).reversed());
        List<Asked> asked = answering && heard.asking().isEmpty() ? List.of() : asked(heard);
        return new Scored(scores, asked, StatedCauses.clearest(causes));
    }

    private List<Asked> asked(Heard heard) {
        return questions.of(heard).stream()
                .map(match -> new Asked(match.kind(), match.part().place(), match.likeness()))
                .toList();
    }

    private Score score(
            TextSegment segment, LearnedChoices.NearLines near, int fact, int value, float raw, double share) {
        int[] stating = this.stating[fact][value];
        List<String> nearest = near.first(Arrays.stream(stating)).stream()
                .limit(NEAREST)
                .map(lines::get)
                .toList();
        return new Score(
                segment,
                facts.get(fact),
                values.get(fact).get(value),
                raw,
                LearnedChoices.Likelihood.odds(
                                share,
                                near.margin(stating),
                                segment.length(),
                                raw / learned.calibrations().get(fact).threshold())
                        + guard.odds(facts.get(fact)),
                0,
                nearest,
                guard.doubt(segment, facts.get(fact), nearest));
    }
}
