package dev.tunewise.reading.encoder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds what somebody tells without asking and that points to a cause by itself, such as "it keeps going with another question". A wrong
 * cause costs more than ten that are missed, so a sentence has to lie close to the examples of one cause, away from those of
 * others and from what points to none.
 *
 * @param stating how many lines point to a cause; those behind them point to none
 * @param centers of the causes
 */
record StatedCauses(QuestionLines lines, LearnedQuestions learned, int stating, float[][] centers, SegmentGuard guard) {
    private static final float ENOUGH = 0.36f;

    /** So much nearer than to the next cause. */
    private static final float APART = 0.06f;

    /** So much counts where the lines of a cause lie on the whole; the rest is for those that are nearest. */
    private static final float WHOLE = 0.65f;

    /** Fewer words name a thing and tell nothing of it. */
    private static final int SHORTEST = 5;

    private static final int NEAREST = 3;
    private static final int MOST = 2;

    static StatedCauses of(QuestionLines lines, LearnedQuestions learned, SegmentGuard guard) {
        int causes = (int) lines.kinds().stream()
                .takeWhile(kind -> !kind.equals(ExampleLines.NOTHING))
                .count();
        int stating =
                (int) lines.asked().stream().takeWhile(kind -> kind < causes).count();
        return new StatedCauses(lines, learned, stating, learned.centers(lines, causes, stating), guard);
    }

    /** The cause that a sentence or clause points to; empty where none is clear. */
    Optional<SegmentScores.Asked> of(TextSegment segment, float[] vector) {
        if (learned.isEmpty()
                || segment.length() < SHORTEST
                || QuestionParts.isPut(segment)
                || segment.sentence().endsWith("?")) {
            return Optional.empty();
        }
        float[] at = learned.seen(LearnedQuestions.direction(vector, learned.asked()));
        int count = centers.length;
        float[][] nearest = new float[count][NEAREST];
        String[] line = new String[count];
        float[] byLine = learned.likenesses(
                at, IntStream.range(0, learned.lines().length).toArray());
        for (int i = 0; i < stating; i++) {
            int kind = lines.asked().get(i);
            line[kind] = byLine[i] > nearest[kind][0] ? lines.lines().get(i) : line[kind];
            LearnedQuestions.insert(nearest[kind], byLine[i]);
        }
        int best = 0;
        float[] likeness = new float[count];
        for (int kind = 0; kind < count; kind++) {
            float near = (nearest[kind][0] + LearnedQuestions.mean(nearest[kind])) / 2;
            likeness[kind] = near + WHOLE * (LearnedQuestions.product(at, centers[kind]) - near);
            best = likeness[kind] > likeness[best] ? kind : best;
        }
        if (likeness[best] < ENOUGH) {
            return Optional.empty();
        }
        float next = 0;
        for (int kind = 0; kind < count; kind++) {
            next = kind == best ? next : Math.max(next, likeness[kind]);
        }
        for (int i = stating; i < byLine.length; i++) {
            next = Math.max(next, byLine[i]);
        }
        boolean clear = likeness[best] >= next + APART && !guard.doubtsCause(segment, line[best]);
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
