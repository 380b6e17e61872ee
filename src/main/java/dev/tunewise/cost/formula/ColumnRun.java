package dev.tunewise.cost.formula;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program run over many rows, in blocks that stay in the cache. */
record ColumnRun(List<ColumnProgram.Step> steps, double[] constants, ColumnRegisters kept, int rows) {
    private static final int BLOCK = 256;

    double[][] run(Map<String, Integer> leaves, int[] roots, Map<String, double[]> columns) {
        int size = Math.min(BLOCK, rows);
        ColumnStep.Column[] fixed = fixed(size);
        ColumnStep.Column[] places = new ColumnStep.Column[steps.size()];
        double[][] held = new double[kept.count()][size];
        double[][] wanted = new double[steps.size()][];
        for (int root : roots) {
            if (root >= 0 && wanted[root] == null) {
                wanted[root] = new double[rows];
            }
        }
        double[][] drawn = new double[steps.size()][];
        leaves.forEach((key, place) -> {
            drawn[place] = ColumnProgram.of(columns, key);
            places[place] = column(drawn[place], size);
        });
        for (int i = 0; i < places.length; i++) {
            ColumnStep does = steps.get(i).does();
            if (does != null) {
                ColumnStep.Column one = operand(steps.get(i).one(), places, fixed);
                ColumnStep.Column other = operand(steps.get(i).other(), places, fixed);
                places[i] = one.same() && other.same()
                        ? new ColumnStep.Column(
                                filled(
                                        size,
                                        does.of(
                                                one.values()[0],
                                                other.values()[0],
                                                steps.get(i).cache())),
                                true)
                        : new ColumnStep.Column(
                                kept.keeps(i) ? held[kept.of(i)] : rows == size ? wanted[i] : new double[size], false);
            }
        }
        for (int from = 0; from < rows; from += size) {
            runBlock(from, Math.min(size, rows - from), places, fixed, drawn, wanted);
        }
        for (int i = 0; i < places.length; i++) {
            if (wanted[i] != null && places[i].same()) {
                wanted[i] = filled(rows, places[i].values()[0]);
            } else if (wanted[i] != null && drawn[i] != null) {
                wanted[i] = drawn[i];
            }
        }
        double[][] results = new double[roots.length][];
        Map<Integer, double[]> same = new HashMap<>();
        for (int i = 0; i < roots.length; i++) {
            results[i] = roots[i] >= 0
                    ? wanted[roots[i]]
                    : same.computeIfAbsent(roots[i], root -> filled(rows, constants[-root - 1]));
        }
        return results;
    }

    private void runBlock(
            int from,
            int count,
            ColumnStep.Column[] places,
            ColumnStep.Column[] fixed,
            double[][] drawn,
            double[][] wanted) {
        for (int i = 0; i < places.length; i++) {
            ColumnProgram.Step step = steps.get(i);
            double[] values = places[i].values();
            ColumnStep does = step.does();
            if (places[i].same()) {
                continue;
            }
            if (does == null) {
                copy(drawn[i], from, values, 0, count);
            } else {
                does.run(
                        operand(step.one(), places, fixed),
                        operand(step.other(), places, fixed),
                        places[i],
                        count,
                        step.cache());
                if (!kept.keeps(i)) {
                    copy(values, 0, wanted[i], from, count);
                }
            }
        }
    }

    /** Into another array; what fits into one block is not copied. */
    private static void copy(double[] source, int from, double[] target, int to, int count) {
        if (source != target) {
            System.arraycopy(source, from, target, to, count);
        }
    }

    private static ColumnStep.Column operand(int place, ColumnStep.Column[] places, ColumnStep.Column[] fixed) {
        return place >= 0 ? places[place] : fixed[-place - 1];
    }

    private ColumnStep.Column[] fixed(int size) {
        ColumnStep.Column[] fixed = new ColumnStep.Column[constants.length];
        for (ColumnProgram.Step step : steps) {
            for (int place : new int[] {step.one(), step.other()}) {
                if (step.does() != null && place < 0 && fixed[-place - 1] == null) {
                    fixed[-place - 1] = new ColumnStep.Column(filled(size, constants[-place - 1]), true);
                }
            }
        }
        return fixed;
    }

    private static double[] filled(int rows, double value) {
        double[] column = new double[rows];
        Arrays.fill(column, value);
        return column;
    }

    private ColumnStep.Column column(double[] drawn, int size) {
        return drawn.length < rows
                ? new ColumnStep.Column(filled(size, drawn[0]), true)
                : new ColumnStep.Column(rows == size ? drawn : new double[size], false);
    }
}
