package dev.tunewise.reading.encoder;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The vectors of the example questions, as seen from their center and so that ways in which questions of one kind differ
 * anyway (their length, the trade of who asks) count less than those in which kinds differ.
 *
 * @param asked the center; empty where there are no examples
 * @param spread how questions of one kind differ: the lower root of their covariance
 * @param lines directions of the example questions, each number a byte
 */
record LearnedQuestions(float[] asked, float[][] spread, byte[][] lines) {
    /** So much of the spread is taken to be alike in every direction, since a dozen lines a kind say little of it. */
    private static final float ALIKE = 0.3f;

    /** Makes of likenesses after the spread what they were before it, so that 0.5 is sure. */
    private static final float SCALE = 1.35f;

    /** "Would it work?" says nothing by itself: what was told last counts so much beside it. */
    private static final float SPOKEN_OF = 0.3f;

    static LearnedQuestions learn(QuestionLines questions, SentenceEncoder encoder) {
        List<float[]> encoded = questions.lines().stream().map(encoder::encode).toList();
        if (encoded.isEmpty()) {
            return new LearnedQuestions(new float[0], new float[0][], new byte[0][]);
        }
        float[] asked = ChoiceLearner.mean(encoded);
        List<float[]> directions =
                encoded.stream().map(line -> direction(line, asked)).toList();
        float[][] spread =
                root(covariance(directions, questions.asked(), questions.kinds().size()));
        return new LearnedQuestions(
                asked,
                spread,
                directions.stream()
                        .map(line -> LearnedChoices.bytes(seen(line, spread)))
                        .toArray(byte[][]::new));
    }

    boolean isEmpty() {
        return asked.length == 0;
    }

    /** A direction as the lines are kept, to be compared with them. */
    float[] seen(float[] direction) {
        return seen(direction, spread);
    }

    /** How alike a question, given as {@link #seen}, is to some of the lines. */
    float[] likenesses(float[] seen, int[] some) {
        byte[][] theirs = IntStream.of(some).mapToObj(line -> lines[line]).toArray(byte[][]::new);
        float[] likenesses = LearnedChoices.likenesses(LearnedChoices.whole(seen), theirs);
        for (int i = 0; i < likenesses.length; i++) {
            likenesses[i] = SCALE * likenesses[i];
        }
        return likenesses;
    }

    /** A question in the light of what was told before it. */
    float[] asked(SegmentScores.Heard heard, TextSegment part, float[] own) {
        float[] context = told(heard, part);
        if (own.length == 0 || QuestionParts.isBare(part)) {
            return context;
        }
        float[] question = added(direction(own, asked), context, 1);
        return QuestionParts.pointsBack(part) ? added(question, last(heard, part), SPOKEN_OF) : question;
    }

    /** What was told last before a question. */
    private float[] last(SegmentScores.Heard heard, TextSegment question) {
        float[] last = new float[asked.length];
        for (TextSegment sentence : heard.sentences()) {
            if (isBefore(sentence, question)) {
                last = direction(
                        added(direction(heard.vector(sentence), asked), last, SPOKEN_OF), new float[last.length]);
            }
        }
        return last;
    }

    /** What was told before a question; where nothing was, the whole message. */
    private float[] told(SegmentScores.Heard heard, TextSegment question) {
        float[] told = new float[asked.length];
        float[] all = told.clone();
        boolean any = false;
        for (TextSegment sentence : heard.sentences()) {
            float[] one = direction(heard.vector(sentence), asked);
            all = added(all, one, 1);
            if (isBefore(sentence, question) && !sentence.words().endsWith("?")) {
                told = added(told, one, 1);
                any = true;
            }
        }
        return direction(any ? told : all, new float[told.length]);
    }

    /** Whether a question is the only one and stands behind a case that it does not only point to. */
    static boolean isInCase(SegmentScores.Heard heard, TextSegment question) {
        return heard.asking().size() == 1
                && !QuestionParts.isBare(question)
                && heard.sentences().stream().anyMatch(sentence -> isBefore(sentence, question));
    }

    static boolean isBefore(TextSegment sentence, TextSegment question) {
        return sentence.place().end() <= question.place().start() + 1;
    }

    /** The direction in which the first lines of each kind lie on the whole, as {@link #seen}; none of a kind without lines. */
    float[][] centers(QuestionLines kinds, int count, int first) {
        float[][] centers = new float[count][asked.length];
        for (int line = 0; line < first; line++) {
            float[] center = centers[kinds.asked().get(line)];
            for (int i = 0; i < center.length; i++) {
                center[i] += lines[line][i];
            }
        }
        for (float[] center : centers) {
            unit(center);
        }
        return centers;
    }

    /** Puts a likeness into its place among the greatest, of which the first is the greatest. */
    static void insert(float[] greatest, float likeness) {
        for (int i = 0; i < greatest.length; i++) {
            if (likeness > greatest[i]) {
                System.arraycopy(greatest, i, greatest, i + 1, greatest.length - 1 - i);
                greatest[i] = likeness;
                return;
            }
        }
    }

    static float mean(float[] numbers) {
        float sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }

    static float[] added(float[] one, float[] other, float by) {
        float[] sum = new float[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + by * other[i];
        }
        return sum;
    }

    static float product(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** Where a vector lies as seen from a center, always equally far away. */
    static float[] direction(float[] vector, float[] center) {
        float[] direction = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            direction[i] = vector[i] - center[i];
        }
        return unit(direction);
    }

    private static float[] unit(float[] vector) {
        double square = 0;
        for (float each : vector) {
            square += each * each;
        }
        float length = (float) Math.max(1e-9, Math.sqrt(square));
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    private static float[] seen(float[] direction, float[][] spread) {
        float[] seen = new float[direction.length];
        for (int i = 0; i < seen.length; i++) {
            float left = direction[i];
            for (int k = 0; k < i; k++) {
                left -= spread[i][k] * seen[k];
            }
            seen[i] = left / spread[i][i];
        }
        return unit(seen);
    }

    /** How lines lie around the mean of their kind. */
    private static double[][] covariance(List<float[]> lines, List<Integer> kinds, int count) {
        int size = lines.getFirst().length;
        double[][] means = new double[count][size];
        int[] members = new int[count];
        kinds.forEach(kind -> members[kind]++);
        for (int line = 0; line < lines.size(); line++) {
            for (int i = 0; i < size; i++) {
                means[kinds.get(line)][i] += lines.get(line)[i] / members[kinds.get(line)];
            }
        }
        double[][] covariance = new double[size][size];
        double trace = 0;
        for (int line = 0; line < lines.size(); line++) {
            double[] off = new double[size];
            for (int i = 0; i < size; i++) {
                off[i] = lines.get(line)[i] - means[kinds.get(line)][i];
                trace += off[i] * off[i];
                for (int k = 0; k <= i; k++) {
                    covariance[i][k] += off[i] * off[k];
                }
            }
        }
        // An only line a kind lies nowhere else than its kind.
        double alike = Math.max(1e-6, trace / size);
        for (int i = 0; i < size; i++) {
            for (int k = 0; k <= i; k++) {
                covariance[i][k] = (1 - ALIKE) * covariance[i][k] + (i == k ? ALIKE * alike : 0);
            }
        }
        return covariance;
    }

    /** The lower matrix that times its own mirror image is the given one (Cholesky). */
    private static float[][] root(double[][] matrix) {
        float[][] root = new float[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            root[i] = new float[i + 1];
            for (int k = 0; k <= i; k++) {
                double left = matrix[i][k];
                for (int j = 0; j < k; j++) {
                    left -= (double) root[i][j] * root[k][j];
                }
                root[i][k] = (float) (i == k ? Math.sqrt(left) : left / root[k][k]);
            }
        }
        return root;
    }
}
