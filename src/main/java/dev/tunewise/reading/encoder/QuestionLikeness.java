package dev.tunewise.reading.encoder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the kind of question that a message puts by its likeness to example questions: half by its nearest sentence, half by all its
 * sentences together, since a post tells its trouble before it asks.
 */
final class QuestionLikeness {
    /** So many examples have to be near: one alone may be near by accident. */
    private static final int NEAREST = 2;

    /** Measured on retold posts of forums: from here on about three of four were right. */
    private static final float ENOUGH = 0.34f;

    private static final float LEAD = 0.02f;

    private final QuestionLines examples;
    private final LearnedChoices learned;

    QuestionLikeness(QuestionLines examples, LearnedChoices learned) {
        this.examples = examples;
        this.learned = learned;
    }

    /**
     * A kind of question.
     *
     * @param kind its id
     * @param likeness from -1 to 1
     * @param nearest place of the sentence that is nearest to it
     */
    record Match(String kind, float likeness, int nearest) {}

    /** The kind of question that the sentences put together; empty where none is near, or two are equally near. */
    Optional<Match> of(List<float[]> sentences) {
        List<Match> all = all(sentences);
        boolean clear = !all.isEmpty()
                && all.getFirst().likeness() >= ENOUGH
                && (all.size() == 1 || all.getFirst().likeness() - all.get(1).likeness() >= LEAD);
        return clear ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** Every kind, the likest first. */
    List<Match> all(List<float[]> sentences) {
        if (sentences.isEmpty() || examples.lines().isEmpty()) {
            return List.of();
        }
        List<float[]> unit = sentences.stream().map(learned::direction).toList();
        Map<String, Float> whole = likeness(learned.mean(unit));
        Map<String, Match> best = new LinkedHashMap<>();
        for (int at = 0; at < unit.size(); at++) {
            int place = at;
            likeness(unit.get(at))
                    .forEach((kind, likeness) -> best.merge(
                            kind,
                            new Match(kind, likeness, place),
                            (one, two) -> one.likeness() >= two.likeness() ? one : two));
        }
        return best.values().stream()
                .map(match -> new Match(
                        match.kind(), (match.likeness() + whole.getOrDefault(match.kind(), 0f)) / 2, match.nearest()))
                .sorted(Comparator.comparing(Match::likeness).reversed())
                .toList();
    }

    private Map<String, Float> likeness(float[] direction) {
        Map<String, List<Float>> byKind = new LinkedHashMap<>();
        for (int line = 0; line < examples.lines().size(); line++) {
            byKind.computeIfAbsent(examples.kinds().get(line), _ -> new ArrayList<>())
                    .add(learned.likenessToQuestion(direction, line));
        }
        Map<String, Float> likeness = new LinkedHashMap<>();
        byKind.forEach((kind, each) -> {
            each.sort(Comparator.reverseOrder());
            List<Float> near = each.subList(0, Math.min(NEAREST, each.size()));
            likeness.put(kind, near.stream().reduce(0f, Float::sum) / near.size());
        });
        return likeness;
    }
}
