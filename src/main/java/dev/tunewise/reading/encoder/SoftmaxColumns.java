package dev.tunewise.reading.encoder;

import java.util.List;
import java.util.Random;

/**
 * One softmax for each fact, side by side in one table of weights: for each fact a column for "none of these" and one for each value.
 *
 * @param starts first column of each fact, and after the last the number of columns
 * @param weights for each dimension of a vector its weight in each column; in the last row the columns' constants
 */
record SoftmaxColumns(int[] starts, float[][] weights) {

    /** How many facts and columns the values of facts need. */
    static int[] starts(List<List<String>> values) {
        int[] starts = new int[values.size() + 1];
        for (int i = 0; i < values.size(); i++) {
            starts[i + 1] = starts[i] + values.get(i).size() + 1;
        }
        return starts;
    }

    float[] probabilities(float[] vector) {
        float[] column = weights[vector.length].clone();
        for (int i = 0; i < vector.length; i++) {
            float x = vector[i];
            float[] row = weights[i];
            for (int k = 0; k < column.length; k++) {
                column[k] += x * row[k];
            }
        }
        for (int fact = 0; fact + 1 < starts.length; fact++) {
            normalize(column, starts[fact], starts[fact + 1]);
        }
        return column;
    }

    private static void normalize(float[] column, int from, int to) {
        float most = Float.NEGATIVE_INFINITY;
        for (int k = from; k < to; k++) {
            most = Math.max(most, column[k]);
        }
        float sum = 0;
        for (int k = from; k < to; k++) {
            column[k] = (float) Math.exp(column[k] - most);
            sum += column[k];
        }
        for (int k = from; k < to; k++) {
            column[k] /= sum;
        }
    }

    /** `starts`: the first column of each fact. `targets`: for each example the share of each column. */
    static SoftmaxColumns learn(int[] starts, List<float[]> vectors, List<float[]> targets) {
        Trainer trainer = new Trainer(starts, vectors.getFirst().length);
        int[] order = new int[vectors.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Random random = new Random(Trainer.SEED);
        for (int epoch = 0; epoch < Trainer.EPOCHS; epoch++) {
            Trainer.shuffle(order, random);
            for (int from = 0; from < order.length; from += Trainer.BATCH) {
                int to = Math.min(order.length, from + Trainer.BATCH);
                for (int i = from; i < to; i++) {
                    trainer.add(vectors.get(order[i]), targets.get(order[i]), 1f / (to - from));
                }
                trainer.update(Trainer.RATE * (1 - (float) epoch / Trainer.EPOCHS));
            }
        }
        return new SoftmaxColumns(starts, trainer.weights);
    }

    /** Learns weights by Adam on small batches; the same examples always give the same weights. */
    private static final class Trainer {
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

        private Trainer(int[] starts, int dimension) {
            this.starts = starts;
            columns = starts[starts.length - 1];
            rows = dimension + 1;
            weights = new float[rows][columns];
            mean = new float[rows][columns];
            square = new float[rows][columns];
            gradient = new float[rows][columns];
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
}
