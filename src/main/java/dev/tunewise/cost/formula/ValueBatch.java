package dev.tunewise.cost.formula;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Rows of values for the inputs, evaluated a column at a time: the loops are over plain arrays, small enough to stay in the cache.
 * Inputs without a column have their likely value in every row. Not thread-safe.
 */
public final class ValueBatch {
    private final int rows;
    private final Map<String, double[]> values = new HashMap<>();
    private final Map<Formula.Named, double[]> done = new IdentityHashMap<>();
    private final Deque<double[]> spare = new ArrayDeque<>();

    public ValueBatch(int rows) {
        this.rows = rows;
    }

    /** How many rows each column has. */
    public int rows() {
        return rows;
    }

    /** The column of an input, to be written by the caller; made on first use. */
    public double[] column(CostInput input) {
        return values.computeIfAbsent(input.key(), key -> {
            double[] column = new double[rows];
            Arrays.fill(column, input.range().likely().doubleValue());
            return column;
        });
    }

    /** Forgets shared figures: to be called when columns have been written anew. */
    public void changed() {
        done.values().forEach(spare::push);
        done.clear();
    }

    void copy(CostInput input, double[] out) {
        double[] column = values.get(input.key());
        if (column == null) {
            Arrays.fill(out, input.range().likely().doubleValue());
        } else {
            System.arraycopy(column, 0, out, 0, rows);
        }
    }

    void once(Formula.Named figure, double[] out) {
        double[] known = done.get(figure);
        if (known == null) {
            known = borrow();
            figure.how().fill(this, known);
            done.put(figure, known);
        }
        System.arraycopy(known, 0, out, 0, rows);
    }

    public double[] borrow() {
        return spare.isEmpty() ? new double[rows] : spare.pop();
    }

    public void giveBack(double[] column) {
        spare.push(column);
    }
}
