package dev.tunewise.cost.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Formulas as one list of steps over columns of values: what several of them share is worked out once, and what no column bears on is worked out
 * when the program is made. Rows are taken in blocks that stay in the cache. Immutable, for any number of threads.
 */
public final class ColumnProgram {
    private static final int BLOCK = 256;
    private static final int NONE = -1;

    private final List<Step> steps;
    private final Map<String, Integer> leaves;
    private final double[] constants;
    private final int[] roots;
    private final ColumnRegisters registers;

    /** One step; places from 0 on are columns, those below are constants. A leaf has no operation. */
    record Step(
            @Nullable ColumnStep does,
            int one,
            int other,
            @Nullable CacheHits cache) {}

    private ColumnProgram(Builder built, int[] roots) {
        steps = List.copyOf(built.steps);
        leaves = Map.copyOf(built.leaves);
        constants = built.constants();
        this.roots = roots;
        registers = ColumnRegisters.of(steps, roots);
    }

    /**
     * A program for formulas.
     *
     * @param formulas what is wanted, in order
     * @param varying keys of the inputs that have columns; all others have their likely value
     */
    public static ColumnProgram of(List<Formula> formulas, Set<String> varying) {
        Builder builder = new Builder(varying);
        int[] roots = formulas.stream()
                .mapToInt(formula -> builder.canonical(formula.compile(builder)))
                .toArray();
        return new ColumnProgram(builder, roots);
    }

    /** Collects steps: the same step on the same values is one. */
    public static final class Builder {
        private final Set<String> varying;
        private final List<Step> steps = new ArrayList<>();
        private final Map<String, Integer> leaves = new LinkedHashMap<>();
        private final Map<Step, Integer> known = new HashMap<>();
        private final Map<Formula, Integer> named = new IdentityHashMap<>();
        private final List<Double> numbers = new ArrayList<>();
        private final Map<Double, Integer> shared = new HashMap<>();

        private Builder(Set<String> varying) {
            this.varying = varying;
        }

        int leaf(CostInput input) {
            if (!varying.contains(input.key())) {
                return constant(input.range().likely().doubleValue());
            }
            Integer place = leaves.get(input.key());
            if (place == null) {
                place = add(new Step(null, NONE, NONE, null));
                leaves.put(input.key(), place);
            }
            return place;
        }

        int constant(double value) {
            numbers.add(value);
            return -numbers.size();
        }

        int step(ColumnStep does, int one, int other) {
            return step(does, one, other, null);
        }

        int step(ColumnStep does, int one, int other, @Nullable CacheHits cache) {
            if (one < 0 && other < 0) {
                return constant(does.of(value(one), value(other), cache));
            }
            Step step = new Step(does, canonical(one), canonical(other), cache);
            Integer place = known.get(step);
            if (place == null) {
                place = add(step);
                known.put(step, place);
            }
            return place;
        }

        /** Parts one after the other, from the left. */
        int folded(ColumnStep does, List<Formula> parts) {
            int so = parts.getFirst().compile(this);
            for (Formula part : parts.subList(1, parts.size())) {
                so = step(does, so, part.compile(this));
            }
            return so;
        }

        int named(Formula.Named figure) {
            Integer place = named.get(figure);
            if (place == null) {
                place = figure.how().compile(this);
                named.put(figure, place);
            }
            return place;
        }

        private int add(Step step) {
            steps.add(step);
            return steps.size() - 1;
        }

        private double value(int place) {
            return numbers.get(-place - 1);
        }

        /** The first constant of the same value, so that the same steps are found. */
        private int canonical(int place) {
            if (place >= 0) {
                return place;
            }
            Integer first = shared.putIfAbsent(value(place), place);
            return first == null ? place : first;
        }

        private double[] constants() {
            return numbers.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /**
     * @param columns values for each row, or a single one that holds for all of them: what follows from such alone is worked out once
     * @return one column for each formula; those that are always the same are one array
     */
    public double[][] run(int rows, Map<String, double[]> columns) {
        int size = Math.min(BLOCK, rows);
        ColumnStep.Column[] fixed = fixed(size);
        ColumnStep.Column[] places = new ColumnStep.Column[steps.size()];
        double[][] held = new double[registers.count()][size];
        double[][] wanted = new double[steps.size()][];
        for (int root : roots) {
            if (root >= 0 && wanted[root] == null) {
                wanted[root] = new double[rows];
            }
        }
        leaves.forEach((key, place) -> places[place] = column(columns, key, rows, size));
        for (int i = 0; i < places.length; i++) {
            ColumnStep does = steps.get(i).does();
            if (does != null) {
                ColumnStep.Column one = operand(steps.get(i).one(), places, fixed);
                ColumnStep.Column other = operand(steps.get(i).other(), places, fixed);
                places[i] = one.same && other.same
                        ? new ColumnStep.Column(
                                filled(
                                        size,
                                        does.of(
                                                one.values[0],
                                                other.values[0],
                                                steps.get(i).cache())),
                                true)
                        : new ColumnStep.Column(registers.keeps(i) ? held[registers.of(i)] : wanted[i], false);
            }
        }
        for (int from = 0; from < rows; from += size) {
            runBlock(from, Math.min(size, rows - from), places, fixed);
        }
        for (int i = 0; i < places.length; i++) {
            if (wanted[i] != null && places[i].same) {
                wanted[i] = filled(rows, places[i].values[0]);
            } else if (wanted[i] != null && steps.get(i).does() == null) {
                wanted[i] = places[i].values;
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

    private void runBlock(int from, int count, ColumnStep.Column[] places, ColumnStep.Column[] fixed) {
        for (int i = 0; i < places.length; i++) {
            Step step = steps.get(i);
            if (places[i].same) {
                continue;
            }
            places[i].from = registers.keeps(i) ? 0 : from;
            ColumnStep does = step.does();
            if (does != null) {
                does.run(
                        operand(step.one(), places, fixed),
                        operand(step.other(), places, fixed),
                        places[i],
                        count,
                        step.cache());
            }
        }
    }

    private static ColumnStep.Column operand(int place, ColumnStep.Column[] places, ColumnStep.Column[] fixed) {
        return place >= 0 ? places[place] : fixed[-place - 1];
    }

    private ColumnStep.Column[] fixed(int size) {
        ColumnStep.Column[] fixed = new ColumnStep.Column[constants.length];
        for (Step step : steps) {
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

    private static ColumnStep.Column column(Map<String, double[]> columns, String key, int rows, int size) {
        double[] column = columns.get(key);
        if (column == null) {
            throw new IllegalArgumentException("There is no column for " + key);
        }
        return column.length < rows
                ? new ColumnStep.Column(filled(size, column[0]), true)
                : new ColumnStep.Column(column, false);
    }
}
