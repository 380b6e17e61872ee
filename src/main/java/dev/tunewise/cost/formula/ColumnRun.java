package dev.tunewise.cost.formula;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A program run over many rows, in blocks that stay in the cache. */
record ColumnRun(List<ColumnProgram.Step> steps, double[] constants, ColumnRegisters kept, int rows) {
    private static final int BLOCK = 256;

    /** `before`: an earlier run of as many rows, or null. */
    double[][] run(
            Map<String, Integer> leaves,
            int[] roots,
            Map<String, double[]> columns,
            ColumnProgram.@Nullable Ran before) {
        int size = Math.min(BLOCK, rows);
        double[][] wanted = new double[steps.size()][];
        double[][] drawn = new double[steps.size()][];
        boolean[] needed = needed(leaves, roots, columns, before, drawn);
        for (int root : roots) {
            if (root >= 0) {
                wanted[root] = drawn[root];
            }
        }
        ColumnStep.Column[] fixed = new ColumnStep.Column[constants.length];
        ColumnStep.Column[] places = new ColumnStep.Column[steps.size()];
        double[][] held = new double[kept.count()][size];
        for (int i = 0; i < places.length; i++) {
            ColumnStep does = steps.get(i).does();
            if (needed[i] && drawn[i] != null) {
                places[i] = column(drawn[i], size);
            } else if (needed[i] && does != null) {
                ColumnStep.Column one = operand(steps.get(i).one(), places, fixed);
                ColumnStep.Column other = operand(steps.get(i).other(), places, fixed);
                if (one.same() && other.same()) {
                    places[i] = one(does.of(
                            one.values()[0], other.values()[0], steps.get(i).cache()));
                } else if (kept.keeps(i)) {
                    places[i] = new ColumnStep.Column(held[kept.of(i)], false);
                } else {
                    wanted[i] = new double[rows];
                    places[i] = new ColumnStep.Column(rows == size ? wanted[i] : new double[size], false);
                }
            }
        }
        for (int from = 0; from < rows; from += size) {
            runBlock(from, Math.min(size, rows - from), places, fixed, drawn, wanted);
        }
        double[][] results = new double[roots.length][];
        Map<Double, double[]> same = new HashMap<>();
        for (int i = 0; i < roots.length; i++) {
            int root = roots[i];
            results[i] = root >= 0 && (places[root] == null || !places[root].same())
                    ? wanted[root]
                    : same.computeIfAbsent(
                            root >= 0 ? places[root].values()[0] : constants[-root - 1], value -> filled(rows, value));
        }
        return results;
    }

    /** Notes the columns that are there already, of inputs and of what the run before came to and comes to again; says which steps are to be made. */
    private boolean[] needed(
            Map<String, Integer> leaves,
            int[] roots,
            Map<String, double[]> columns,
            ColumnProgram.@Nullable Ran before,
            double[][] drawn) {
        boolean[] other = new boolean[steps.size()];
        leaves.forEach((key, place) -> {
            drawn[place] = ColumnProgram.of(columns, key);
            other[place] = before == null || !before.had(key, drawn[place]);
        });
        for (int i = 0; i < other.length; i++) {
            ColumnProgram.Step step = steps.get(i);
            other[i] |= step.one() >= 0 && other[step.one()] || step.other() >= 0 && other[step.other()];
        }
        boolean[] needed = new boolean[steps.size()];
        for (int i = 0; i < roots.length; i++) {
            int root = roots[i];
            if (root >= 0) {
                if (before != null && !other[root] && drawn[root] == null) {
                    drawn[root] = before.results()[i];
                }
                needed[root] |= drawn[root] == null || drawn[root].length < rows;
            }
        }
        for (int i = needed.length - 1; i >= 0; i--) {
            ColumnProgram.Step step = steps.get(i);
            if (needed[i] && drawn[i] == null) {
                need(step.one(), needed);
                need(step.other(), needed);
            }
        }
        return needed;
    }

    private static void need(int place, boolean[] needed) {
        if (place >= 0) {
            needed[place] = true;
        }
    }

    private void runBlock(
            int from,
            int count,
            ColumnStep.Column[] places,
            ColumnStep.Column[] fixed,
            double[][] drawn,
            double[][] wanted) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] == null || places[i].same()) {
                continue;
            }
            ColumnProgram.Step step = steps.get(i);
            double[] values = places[i].values();
            ColumnStep does = step.does();
            if (does == null || drawn[i] != null) {
                copy(drawn[i], from, values, 0, count);
            } else {
                does.run(
                        whole(step.one(), places, fixed),
                        whole(step.other(), places, fixed),
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

    /** An operand with a value for every row of a block. */
    private ColumnStep.Column whole(int place, ColumnStep.Column[] places, ColumnStep.Column[] fixed) {
        ColumnStep.Column operand = operand(place, places, fixed);
        int size = Math.min(BLOCK, rows);
        if (operand.values().length < size) {
            operand = new ColumnStep.Column(filled(size, operand.values()[0]), true);
            (place >= 0 ? places : fixed)[place >= 0 ? place : -place - 1] = operand;
        }
        return operand;
    }

    private static ColumnStep.Column one(double value) {
        return new ColumnStep.Column(new double[] {value}, true);
    }

    private ColumnStep.Column operand(int place, ColumnStep.Column[] places, ColumnStep.Column[] fixed) {
        if (place < 0 && fixed[-place - 1] == null) {
            fixed[-place - 1] = one(constants[-place - 1]);
        }
        return place >= 0 ? places[place] : fixed[-place - 1];
    }

    private static double[] filled(int rows, double value) {
        double[] column = new double[rows];
        Arrays.fill(column, value);
        return column;
    }

    private ColumnStep.Column column(double[] drawn, int size) {
        return drawn.length < rows
                ? one(drawn[0])
                : new ColumnStep.Column(rows == size ? drawn : new double[size], false);
    }
}
