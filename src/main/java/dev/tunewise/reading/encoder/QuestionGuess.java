package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Flow;
import dev.tunewise.flow.LiteralQuestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the kinds of question that a message puts: each of its questions by itself in the light of the whole message, by how alike it is to the
 * example questions of a kind and to what would be answered. A question that nothing answers surely is left out: a wrong answer is worse than none.
 */
final class QuestionGuess {
    /**
     * Measured on 64 questions out of 30 posts: from here on half were exactly the kind that was expected and another fifth one that answers them
     * too, at this bound as at higher ones, which only find fewer.
     */
    private static final float ENOUGH = 0.58f;

    /** The whole message is taken for a question only where none of its questions was sure. */
    private static final float ENOUGH_TOGETHER = 0.55f;

    /** The message says more of its matter than a short question does. */
    private static final float MATTER = 1.3f;

    private static final float UNKNOWN = 0.1f;
    private static final float ANSWER = 0.7f;
    private static final float STEP = 0.5f;

    /** The conditions of a kind hold by the words of the question itself, or only by those of the whole message. */
    private static final float PUT = 0.15f;

    private static final float PUT_BY_MESSAGE = 0.1f;

    /** A kind that has such conditions is not put where they do not hold, unless nothing else comes near. */
    private static final float NOT_PUT = 0.06f;

    private static final int MOST = 4;

    private final QuestionLines kinds;
    private final LearnedQuestions learned;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Text> texts = new ArrayList<>();
    private final Set<String> conditioned;

    /** The vector of a text that answers the kind at this place. */
    private record Text(int kind, boolean step, byte[] vector) {}

    /** A kind of question, with the words that put it; a `likeness` of about 0.6 and more is sure. */
    record Match(String kind, float likeness, TextSegment part) {}

    /** Tells which kinds words put by the conditions of the flow. */
    @FunctionalInterface
    interface Put {
        Set<String> by(String words);
    }

    QuestionGuess(Flow flow, LearnedQuestions learned) {
        this.kinds = QuestionLines.of(flow);
        this.learned = learned;
        kinds.kinds().forEach(kind -> places.put(kind, places.size()));
        this.conditioned = flow.guidance().questions().stream()
                .filter(question -> question.put() != null)
                .map(LiteralQuestion::intent)
                .collect(Collectors.toSet());
        for (QuestionLines.Told told : QuestionLines.told(flow)) {
            byte[] vector = learned.texts().get(LearnedQuestions.key(told.text()));
            Integer kind = places.get(told.kind());
            if (vector != null && kind != null) {
                texts.add(new Text(kind, told.step(), vector));
            }
        }
    }

    /**
     * The questions of a message in their order.
     *
     * @param sentences all sentences of the message, with their vectors
     * @param parts those of them that ask, with their vectors
     * @param put the kinds that words put by the conditions of the flow
     */
    List<Match> of(
            List<TextSegment> sentences,
            List<float[]> vectors,
            List<TextSegment> parts,
            List<float[]> theirs,
            Put put) {
        if (sentences.isEmpty() || learned.isEmpty()) {
            return List.of();
        }
        float[] whole = whole(vectors);
        Set<String> byMessage =
                put.by(sentences.stream().map(TextSegment::words).collect(Collectors.joining("\n")));
        List<Match> found = new ArrayList<>();
        for (int i = 0; i < parts.size() && found.size() < MOST; i++) {
            Match best = best(
                    added(LearnedQuestions.direction(theirs.get(i), learned.asked()), whole, MATTER),
                    put.by(parts.get(i).words()),
                    byMessage,
                    parts.get(i));
            boolean fresh = found.stream().noneMatch(match -> match.kind().equals(best.kind()));
            if (best.likeness() >= ENOUGH && fresh && !isGeneral(best)) {
                found.add(best);
            }
        }
        if (found.isEmpty() && !parts.isEmpty()) {
            Match best = best(whole, byMessage, byMessage, sentences.getLast());
            if (best.likeness() >= ENOUGH_TOGETHER && !isGeneral(best)) {
                found.add(best);
            }
        }
        return found;
    }

    private boolean isGeneral(Match match) {
        return match.kind().equals(kinds.kinds().getFirst());
    }

    private float[] whole(List<float[]> vectors) {
        float[] sum = new float[learned.asked().length];
        for (float[] vector : vectors) {
            sum = added(sum, LearnedQuestions.direction(vector, learned.asked()), 1);
        }
        return LearnedQuestions.direction(sum, new float[sum.length]);
    }

    private static float[] added(float[] one, float[] other, float times) {
        float[] sum = new float[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + times * other[i];
        }
        return sum;
    }

    private Match best(float[] vector, Set<String> put, Set<String> byMessage, TextSegment part) {
        float[] at = LearnedQuestions.direction(vector, new float[vector.length]);
        float[] asked = new float[kinds.kinds().size()];
        Arrays.fill(asked, UNKNOWN);
        for (int line = 0; line < learned.lines().length; line++) {
            int kind = kinds.asked().get(line);
            asked[kind] = Math.max(asked[kind], LearnedChoices.likeness(at, learned.lines()[line]));
        }
        float[] answers = new float[asked.length];
        float[] steps = new float[asked.length];
        for (Text text : texts) {
            float[] into = text.step() ? steps : answers;
            into[text.kind()] = Math.max(into[text.kind()], LearnedChoices.likeness(at, text.vector()));
        }
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int kind = 0; kind < asked.length; kind++) {
            String id = kinds.kinds().get(kind);
            boolean holds = byMessage.contains(id);
            float bonus = put.contains(id) ? PUT : holds ? PUT_BY_MESSAGE : 0;
            asked[kind] += ANSWER * answers[kind] + STEP * steps[kind] + bonus;
            float rank = asked[kind] - (!holds && conditioned.contains(id) ? NOT_PUT : 0);
            if (rank > most) {
                most = rank;
                best = kind;
            }
        }
        return new Match(kinds.kinds().get(best), asked[best], part);
    }
}
