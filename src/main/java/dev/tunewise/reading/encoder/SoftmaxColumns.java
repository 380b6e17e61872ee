package dev.tunewise.reading.encoder;

import java.util.List;

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
}
