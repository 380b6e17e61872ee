package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Learns from examples: encodes them, holds out a quarter at a time to calibrate, then learns from all. Takes about half a minute. */
public final class ChoiceLearner {
    /** Raised when the way of learning changes, so that nothing learned the old way is used. */
    static final int VERSION = 8;

    private static final int FOLDS = 4;
    private static final long SEED = 3;

    private final ExampleLines examples;
    private final List<float[]> vectors = new ArrayList<>();
    private final List<float[]> targets = new ArrayList<>();
    private final int[] starts;
    private final float[] center;
    private final List<List<Calibration.Guess>> guesses = new ArrayList<>();

    private ChoiceLearner(ExampleLines examples, List<float[]> encoded) {
        this.examples = examples;
        starts = SoftmaxColumns.starts(examples.values());
        center = mean(encoded);
        for (int line = 0; line < encoded.size(); line++) {
            vectors.add(LearnedChoices.centered(encoded.get(line), center));
            targets.add(target(line));
        }
        examples.facts().forEach(_ -> guesses.add(new ArrayList<>()));
    }

    /** The hash that what is learned from these examples with this encoder carries. */
    public static String hash(Flow flow, SentenceEncoder encoder) {
        return ExampleLines.of(flow).hash(encoder.name(), List.of(QuestionLines.of(flow), QuestionLines.told(flow)));
    }

    /** Learns; the examples must have a fact. */
    public static LearnedChoices learn(Flow flow, SentenceEncoder encoder) {
        ExampleLines examples = ExampleLines.of(flow);
        List<float[]> encoded = examples.lines().stream().map(encoder::encode).toList();
        ChoiceLearner learner = new ChoiceLearner(examples, encoded);
        learner.holdOut();
        List<Calibration.Guess> all =
                learner.guesses.stream().flatMap(List::stream).toList();
        SoftmaxColumns columns = SoftmaxColumns.learn(learner.starts, learner.vectors, learner.targets);
        return new LearnedChoices(
                hash(flow, encoder),
                learner.center,
                columns,
                learner.calibrations(all),
                encoded.stream().map(LearnedChoices::bytes).toArray(byte[][]::new),
                LearnedQuestions.learn(QuestionLines.of(flow), encoder),
                LearnedQuestions.learn(QuestionLines.told(flow), encoder));
    }

    static float[] mean(List<float[]> vectors) {
        float[] mean = new float[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.size();
            }
        }
        return mean;
    }

    private float[] target(int line) {
        float[] target = new float[starts[starts.length - 1]];
        for (int fact = 0; fact + 1 < starts.length; fact++) {
            Set<Integer> stated = stated(fact, line);
            if (stated.isEmpty()) {
                target[starts[fact]] = 1;
            }
            for (int value : stated) {
                target[starts[fact] + 1 + value] = 1f / stated.size();
            }
        }
        return target;
    }

    private Set<Integer> stated(int fact, int line) {
        return examples.stated().get(fact).get(line);
    }

    /** Guesses at every line by what was learned from the other folds. */
    private void holdOut() {
        int[] fold = new Random(SEED).ints(vectors.size(), 0, FOLDS).toArray();
        for (int held = 0; held < FOLDS; held++) {
            List<float[]> some = new ArrayList<>();
            List<float[]> theirs = new ArrayList<>();
            for (int line = 0; line < fold.length; line++) {
                if (fold[line] != held) {
                    some.add(vectors.get(line));
                    theirs.add(targets.get(line));
                }
            }
            SoftmaxColumns columns = SoftmaxColumns.learn(starts, some, theirs);
            for (int line = 0; line < fold.length; line++) {
                if (fold[line] == held) {
                    guess(columns.probabilities(vectors.get(line)), line);
                }
            }
        }
    }

    private void guess(float[] probabilities, int line) {
        for (int fact = 0; fact + 1 < starts.length; fact++) {
            int best = starts[fact] + 1;
            for (int k = best; k < starts[fact + 1]; k++) {
                best = probabilities[k] > probabilities[best] ? k : best;
            }
            Set<Integer> stated = stated(fact, line);
            boolean right = stated.contains(best - starts[fact] - 1);
            guesses.get(fact).add(new Calibration.Guess(probabilities[best], right));
        }
    }

    private List<Calibration> calibrations(List<Calibration.Guess> all) {
        float pooled = Calibration.cut(all);
        List<Calibration> calibrations = new ArrayList<>();
        for (int fact = 0; fact < guesses.size(); fact++) {
            long stating = examples.stated().get(fact).stream()
                    .filter(each -> !each.isEmpty())
                    .count();
            calibrations.add(Calibration.of(guesses.get(fact), stating, pooled));
        }
        return calibrations;
    }
}
