package dev.tunewise.reading.encoder;

import java.util.List;
import java.util.Random;

/** Learns the weights of {@link SoftmaxColumns} by Adam on small batches; the same examples always give the same weights. */
final class SoftmaxTrainer {
    private static final int EPOCHS = 40;
    private static final int BATCH = 64;
    private static final float RATE = 0.02f;
    private static final float SHRINK = 1.28e-3f;
    private static final long SEED = 7;

    private final int[] starts;
    private final int columns;
    private final int rows;
    private final float[][] weights;
    private final float[][] mean;
    private final float[][] square;
    private final float[][] gradient;
    private int step;

    private SoftmaxTrainer(int[] starts, int dimension) {
        this.starts = starts;
        columns = starts[starts.length - 1];
        rows = dimension + 1;
        weights = new float[rows][columns];
        mean = new float[rows][columns];
        square = new float[rows][columns];
        gradient = new float[rows][columns];
    }

    /** `starts`: as in {@link SoftmaxColumns}. `targets`: for each example the share of each column. */
    static SoftmaxColumns learn(int[] starts, List<float[]> vectors, List<float[]> targets) {
        SoftmaxTrainer trainer = new SoftmaxTrainer(starts, vectors.getFirst().length);
        int[] order = new int[vectors.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            shuffle(order, random);
            for (int from = 0; from < order.length; from += BATCH) {
                int to = Math.min(order.length, from + BATCH);
                for (int i = from; i < to; i++) {
                    trainer.add(vectors.get(order[i]), targets.get(order[i]), 1f / (to - from));
                }
                trainer.update(RATE * (1 - (float) epoch / EPOCHS));
            }
        }
        return new SoftmaxColumns(starts, trainer.weights);
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    private void add(float[] vector, float[] target, float share) {
        float[] off = new SoftmaxColumns(starts, weights).probabilities(vector);
        for (int k = 0; k < columns; k++) {
            off[k] = (off[k] - target[k]) * share;
        }
        for (int i = 0; i < rows; i++) {
            float x = i < vector.length ? vector[i] : 1;
            float[] row = gradient[i];
            for (int k = 0; k < columns; k++) {
                row[k] += x * off[k];
            }
        }
    }

    private void update(float rate) {
        step++;
        float first = 1 - (float) Math.pow(0.9, step);
        float second = 1 - (float) Math.pow(0.999, step);
        for (int i = 0; i < rows; i++) {
            float shrink = i + 1 < rows ? SHRINK : 0;
            for (int k = 0; k < columns; k++) {
                float slope = gradient[i][k] + shrink * weights[i][k];
                mean[i][k] = 0.9f * mean[i][k] + 0.1f * slope;
                square[i][k] = 0.999f * square[i][k] + 0.001f * slope * slope;
                weights[i][k] -= rate * (mean[i][k] / first) / ((float) Math.sqrt(square[i][k] / second) + 1e-8f);
                gradient[i][k] = 0;
            }
        }
    }
}
