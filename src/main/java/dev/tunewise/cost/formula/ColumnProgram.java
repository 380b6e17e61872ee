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
 * when the program is made. Immutable, for any number of threads.
 */
public final class ColumnProgram {
    private static final int NONE = -1;

    private final List<Step> steps;
    private final Map<String, Integer> leaves;
    private final double[] constants;
    private final int[] roots;
    private volatile @Nullable ColumnRegisters registers;

    /** One step; places from 0 on are columns, those below are constants. A leaf has no operation. */
    record Step(
            @Nullable ColumnStep does,
            int one,
            int other,
            @Nullable CacheHits cache) {
        /** Without the cache, which is a whole formula: few steps that are looked up have one. */
        @Override
        public int hashCode() {
            return (31 * one + other) * 31 + (does == null ? 0 : does.ordinal());
        }
    }

    private ColumnProgram(Builder built, int[] roots) {
        steps = List.copyOf(built.steps);
        leaves = Map.copyOf(built.leaves);
        constants = built.constants();
        this.roots = roots;
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
        return run(rows, columns, null).results();
    }

    /** The same where an earlier run is known: only what follows from columns that are other ones now is worked out, the rest is taken from it. */
    public Ran run(int rows, Map<String, double[]> columns, @Nullable Ran before) {
        return new Ran(
                rows,
                columns,
                rows == 1
                        ? one(columns)
                        : new ColumnRun(steps, constants, registers(), rows)
                                .run(leaves, roots, columns, before != null && before.rows == rows ? before : null));
    }

    /** What a run came to and from which columns, for reading only. */
    public record Ran(int rows, Map<String, double[]> columns, double[][] results) {
        /** Whether an input has the same values here. */
        boolean had(String key, double[] column) {
            double[] mine = columns.get(key);
            return mine == column || mine != null && mine.length == 1 && Arrays.equals(mine, column);
        }
    }

    private double[][] one(Map<String, double[]> columns) {
        double[] values = new double[steps.size()];
        leaves.forEach((key, place) -> values[place] = of(columns, key)[0]);
        for (int i = 0; i < values.length; i++) {
            Step step = steps.get(i);
            ColumnStep does = step.does();
            if (does != null) {
                values[i] = does.of(value(step.one(), values), value(step.other(), values), step.cache());
            }
        }
        double[][] results = new double[roots.length][];
        for (int i = 0; i < roots.length; i++) {
            results[i] = new double[] {value(roots[i], values)};
        }
        return results;
    }

    private double value(int place, double[] values) {
        return place >= 0 ? values[place] : constants[-place - 1];
    }

    static double[] of(Map<String, double[]> columns, String key) {
        double[] column = columns.get(key);
        if (column == null) {
            throw new IllegalArgumentException("There is no column for " + key);
        }
        return column;
    }

    private ColumnRegisters registers() {
        ColumnRegisters known = registers;
        if (known == null) {
            known = ColumnRegisters.of(steps, roots);
            registers = known;
        }
        return known;
    }
}
