package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Flow;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the kinds of question that a message puts: each of its questions by itself in the light of what was told before it, by how alike it is to
 * the example questions of a kind. A question that nothing answers surely is left out: a wrong answer is worse than
 * none. What is told beside a question (a card's memory, a number of epochs) is context and puts no question by itself.
 */
final class QuestionGuess {
    /** Measured on 122 open questions of the posts in `reading/asked`: between 0.32 and it more are wrong than right. */
    private static final float ENOUGH = 0.36f;

    /** One near example may be chance; so many of a kind say more. */
    private static final int NEAREST = 3;

    /** So much nearer the general question has to be, since a particular answer says more where both fit. */
    private static final float GENERAL = 0.06f;

    private static final int MOST = 4;

    private final QuestionLines kinds;
    private final LearnedQuestions learned;

    /** A kind of question, with the words that put it; a `likeness` of about 0.5 and more is sure. */
    record Match(String kind, float likeness, TextSegment part) {}

    QuestionGuess(Flow flow, LearnedQuestions learned) {
        this.kinds = QuestionLines.of(flow);
        this.learned = learned;
    }

    /**
     * The questions of a message in their order.
     *
     * @param sentences all sentences of the message, with their vectors
     * @param parts those of them that ask, with their vectors
     */
    List<Match> of(List<TextSegment> sentences, List<float[]> vectors, List<TextSegment> parts, List<float[]> theirs) {
        if (sentences.isEmpty() || learned.isEmpty()) {
            return List.of();
        }
        List<Match> found = new ArrayList<>();
        for (int i = 0; i < parts.size() && found.size() < MOST; i++) {
            float[] question = LearnedQuestions.direction(theirs.get(i), learned.asked());
            float[] context = told(sentences, vectors, parts.get(i));
            Match best = best(added(question, context), parts.get(i));
            boolean fresh = found.stream().noneMatch(match -> match.kind().equals(best.kind()));
            // The first kind is the general one, which the verdict answers.
            boolean particular = !best.kind().equals(kinds.kinds().getFirst());
            if (best.likeness() >= ENOUGH && fresh && particular) {
                found.add(best);
            }
        }
        return found;
    }

    /** What was told before a question; where nothing was, the whole message. */
    private float[] told(List<TextSegment> sentences, List<float[]> vectors, TextSegment question) {
        float[] told = new float[learned.asked().length];
        float[] all = told.clone();
        boolean any = false;
        for (int i = 0; i < sentences.size(); i++) {
            float[] one = LearnedQuestions.direction(vectors.get(i), learned.asked());
            TextSegment sentence = sentences.get(i);
            all = added(all, one);
            if (sentence.place().end() <= question.place().start() + 1
                    && !sentence.words().endsWith("?")) {
                told = added(told, one);
                any = true;
            }
        }
        return LearnedQuestions.direction(any ? told : all, new float[told.length]);
    }

    private static float[] added(float[] one, float[] other) {
        float[] sum = new float[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + other[i];
        }
        return sum;
    }

    private Match best(float[] vector, TextSegment part) {
        float[] at = learned.seen(vector);
        int count = kinds.kinds().size();
        float[][] nearest = new float[count][NEAREST];
        for (int line = 0; line < learned.lines().length; line++) {
            insert(nearest[kinds.asked().get(line)], learned.likeness(at, line));
        }
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int kind = 0; kind < count; kind++) {
            float likeness = (nearest[kind][0] + mean(nearest[kind])) / 2;
            float rank = kind == 0 ? likeness - GENERAL : likeness;
            if (rank > most) {
                most = rank;
                best = kind;
            }
        }
        return new Match(kinds.kinds().get(best), most, part);
    }

    /** Puts a likeness into its place among the greatest, of which the first is the greatest. */
    private static void insert(float[] greatest, float likeness) {
        for (int i = 0; i < greatest.length; i++) {
            if (likeness > greatest[i]) {
                System.arraycopy(greatest, i, greatest, i + 1, greatest.length - 1 - i);
                greatest[i] = likeness;
                return;
            }
        }
    }

    private static float mean(float[] numbers) {
        float sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }
}
