package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Guidance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What a flow holds of its kinds of question: how people put them.
 *
 * @param kinds every kind of question; the first is the general one, which stands for what is like no other
 * @param asked for each line the place of its kind
 * @param lines every example
 */
record QuestionLines(List<String> kinds, List<Integer> asked, List<String> lines) {
    /** One near example may be chance; so many of a kind say more. */
    private static final int NEAREST = 3;
    /** So much nearer the general question has to be, since a particular answer says more where both fit. */
    private static final float GENERAL = 0.11f;
    /** So much is taken off what lies near to a kind as a whole, so that 0.5 stays sure; measured on open posts. */
    private static final float AS_A_WHOLE = 0.22f;

    /** So much is taken off a kind whose answers need what the words do not hold. */
    private static final float UNFIT = 0.15f;

    /** Those of a flow; no lines where it has no examples of questions. */
    static QuestionLines of(Flow flow) {
        List<String> known = flow.fact(Guidance.INTENT).map(Fact::choices).orElse(List.of());
        List<String> kinds = new ArrayList<>(known);
        if (!kinds.isEmpty()) {
            kinds.addFirst(kinds.removeLast());
        }
        return lines(flow, Guidance.INTENT, kinds);
    }

    /** For each kind whether some of its examples ask for a number. */
    boolean[] counted() {
        boolean[] counted = new boolean[kinds.size()];
        for (int line = 0; line < lines.size(); line++) {
            counted[asked.get(line)] |= QuestionParts.counts(lines.get(line));
        }
        return counted;
    }

    /** The examples of some kinds. */
    int[] examples(LearnedQuestions learned, IntPredicate among) {
        return IntStream.range(0, learned.lines().length)
                .filter(line -> among.test(asked.get(line)))
                .toArray();
    }

    /** How alike a question is to each kind: to its nearest examples, and to the kind as a whole beside all others. */
    float[] likeness(LearnedQuestions learned, float[][] centers, float[] vector, int[] examples) {
        float[] at = learned.seen(vector);
        float[] byLine = learned.likenesses(at, examples);
        int count = kinds.size();
        float[][] nearest = new float[count][NEAREST];
        for (int line = 0; line < byLine.length; line++) {
            LearnedQuestions.insert(nearest[asked.get(examples[line])], byLine[line]);
        }
        float[] broad = new float[count];
        for (int kind = 0; kind < count; kind++) {
            broad[kind] = LearnedQuestions.product(at, centers[kind]);
        }
        float usual = LearnedQuestions.mean(broad) + AS_A_WHOLE;
        float[] likeness = new float[count];
        for (int kind = 0; kind < count; kind++) {
            likeness[kind] = (nearest[kind][0] + LearnedQuestions.mean(nearest[kind])) / 2
                    + broad[kind]
                    - usual
                    - (kind == 0 ? GENERAL : 0);
        }
        return likeness;
    }

    /** The nearest of some kinds; what does not fit is further away from then on. */
    static int best(float[] likeness, IntPredicate among, IntPredicate fits) {
        int best = -1;
        for (int kind = 0; kind < likeness.length; kind++) {
            if (among.test(kind) && (best < 0 || likeness[kind] > likeness[best])) {
                likeness[kind] -= fits.test(kind) ? 0 : UNFIT;
                best = best < 0 || likeness[kind] > likeness[best] ? kind : best;
            }
        }
        return best;
    }

    /** What people tell that points to a cause, by cause; each line that points to none is a kind of its own, since they have nothing in common. */
    static QuestionLines told(Flow flow) {
        QuestionLines causes = lines(
                flow, Guidance.TOLD, flow.fact(Guidance.TOLD).map(Fact::choices).orElse(List.of()));
        List<String> kinds = new ArrayList<>(causes.kinds);
        List<Integer> asked = new ArrayList<>(causes.asked);
        List<String> lines = new ArrayList<>(causes.lines);
        for (String line : flow.utterances().getOrDefault(Guidance.TOLD + "." + ExampleLines.NOTHING, List.of())) {
            asked.add(kinds.size());
            kinds.add(ExampleLines.NOTHING);
            lines.add(line);
        }
        return new QuestionLines(List.copyOf(kinds), List.copyOf(asked), List.copyOf(lines));
    }

    private static QuestionLines lines(Flow flow, String fact, List<String> kinds) {
        List<Integer> asked = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (String line : flow.utterances().getOrDefault(fact + "." + kinds.get(kind), List.of())) {
                asked.add(kind);
                lines.add(line);
            }
        }
        return new QuestionLines(List.copyOf(kinds), List.copyOf(asked), List.copyOf(lines));
    }
}
