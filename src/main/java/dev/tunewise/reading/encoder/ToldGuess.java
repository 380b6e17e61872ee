package dev.tunewise.reading.encoder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what somebody tells without asking and that points to a cause by itself, such as "it keeps going with another question". A wrong
 * cause costs more than ten that are missed, so a sentence has to lie close to the examples of one cause, away from those of
 * others and from what points to none.
 */
record ToldGuess(QuestionLines lines, LearnedQuestions learned, float[][] centers, SegmentGuard guard) {
    private static final float ENOUGH = 0.36f;

    /** So much nearer than to the next cause. */
    private static final float APART = 0.02f;

    /** So much counts where the lines of a cause lie on the whole; the rest is for those that are nearest. */
    private static final float WHOLE = 0.65f;

    /** Fewer words name a thing and tell nothing of it. */
    private static final int SHORTEST = 5;

    private static final int NEAREST = 3;
    private static final int MOST = 2;

    ToldGuess(QuestionLines lines, LearnedQuestions learned, SegmentGuard guard) {
        this(lines, learned, learned.centers(lines), guard);
    }

    /** The cause that a sentence or clause points to; empty where none is clear. */
    Optional<SegmentScores.Asked> of(TextSegment segment, float[] vector) {
        if (learned.isEmpty()
                || segment.length() < SHORTEST
                || AskedParts.isPut(segment)
                || segment.sentence().endsWith("?")) {
            return Optional.empty();
        }
        float[] at = learned.seen(LearnedQuestions.direction(vector, learned.asked()));
        int[] whole = LearnedChoices.whole(at);
        int count = lines.kinds().size();
        float[][] nearest = new float[count][NEAREST];
        String[] line = new String[count];
        for (int i = 0; i < learned.lines().length; i++) {
            int kind = lines.asked().get(i);
            float likeness = learned.likeness(whole, i);
            line[kind] = likeness > nearest[kind][0] ? lines.lines().get(i) : line[kind];
            QuestionGuess.insert(nearest[kind], likeness);
        }
        int best = -1;
        float[] likeness = new float[count];
        for (int kind = 0; kind < count; kind++) {
            boolean nothing = lines.kinds().get(kind).equals(ExampleLines.NOTHING);
            float near = (nearest[kind][0] + QuestionGuess.mean(nearest[kind])) / 2;
            likeness[kind] =
                    nothing ? nearest[kind][0] : near + WHOLE * (LearnedQuestions.product(at, centers[kind]) - near);
            best = best < 0 || likeness[kind] > likeness[best] ? kind : best;
        }
        float next = 0;
        for (int kind = 0; kind < count; kind++) {
            next = kind == best ? next : Math.max(next, likeness[kind]);
        }
        boolean clear = likeness[best] >= ENOUGH
                && likeness[best] >= next + APART
                && !lines.kinds().get(best).equals(ExampleLines.NOTHING)
                && guard.doubt(segment, List.of(line[best]))
                        .filter(doubt -> doubt != SegmentGuard.Doubt.OTHERS)
                        .isEmpty();
        return clear
                ? Optional.of(new SegmentScores.Asked(lines.kinds().get(best), segment.place(), likeness[best]))
                : Optional.empty();
    }

    /** The clearest causes of a message, each once. */
    static List<SegmentScores.Asked> clearest(List<SegmentScores.Asked> causes) {
        Set<String> seen = new HashSet<>();
        List<SegmentScores.Asked> sorted = new ArrayList<>(causes);
        sorted.sort(Comparator.comparingDouble(SegmentScores.Asked::likeness).reversed());
        return sorted.stream()
                .filter(cause -> seen.add(cause.kind()))
                .limit(MOST)
                .toList();
    }
}
