package dev.tunewise.cost.simulation;

import dev.tunewise.cost.formula.ColumnProgram;
import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.option.OptionFormulas;
import dev.tunewise.cost.option.TodayOptions;
import dev.tunewise.money.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Moves one input at a time from its low to its high end: row 0 is likely, then low and high of each input that varies. */
public final class Sensitivity {
    private static final int STRONGEST = 5;

    private final List<CostInput> varying;
    private final Map<String, double[]> setups = new HashMap<>();
    private final Map<String, double[]> monthlies = new HashMap<>();
    private final int horizon;
    private final int rows;

    public record Ends(double least, double most) {}

    public Sensitivity(List<OptionFormulas> costings, List<CostInput> inputs, int horizon) {
        this.horizon = horizon;
        varying = inputs.stream()
                .filter(input -> !input.range().isExact() && !input.isChance())
                .toList();
        rows = 1 + 2 * varying.size();
        Map<String, double[]> columns = new HashMap<>();
        for (int i = 0; i < varying.size(); i++) {
            Range range = varying.get(i).range();
            double[] column = new double[rows];
            Arrays.fill(column, range.likely().doubleValue());
            column[1 + 2 * i] = range.low().doubleValue();
            column[2 + 2 * i] = range.high().doubleValue();
            columns.put(varying.get(i).key(), column);
        }
        List<Formula> formulas =
                costings.stream().flatMap(costing -> costing.money().stream()).toList();
        double[][] values = ColumnProgram.of(formulas, columns.keySet()).run(rows, columns);
        for (int i = 0; i < costings.size(); i++) {
            setups.put(costings.get(i).draft().id, values[2 * i]);
            monthlies.put(costings.get(i).draft().id, values[2 * i + 1]);
        }
    }

    /** The earliest and latest payback that one input alone makes. */
    public Ends paybacks(String option) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int row = 0; row < rows; row++) {
            double saving = monthly(TodayOptions.TODAY)[row] - monthly(option)[row];
            double payback = saving > 0 ? Math.max(0, setup(option)[row]) / saving : Double.POSITIVE_INFINITY;
            least = Math.min(least, payback);
            most = Math.max(most, payback);
        }
        return new Ends(least, most);
    }

    /** The inputs that move the saving of an option most. */
    public List<Influence> influences(String option) {
        List<Influence> all = new ArrayList<>();
        for (int i = 0; i < varying.size(); i++) {
            all.add(new Influence(varying.get(i), saving(option, 1 + 2 * i), saving(option, 2 + 2 * i)));
        }
        return all.stream()
                .filter(influence -> influence.swing() > 0)
                .sorted(Comparator.comparingDouble(Influence::swing).reversed())
                .limit(STRONGEST)
                .toList();
    }

    private double saving(String option, int row) {
        double today = setup(TodayOptions.TODAY)[row] + horizon * monthly(TodayOptions.TODAY)[row];
        return today - setup(option)[row] - horizon * monthly(option)[row];
    }

    private double[] setup(String option) {
        return Objects.requireNonNull(setups.get(option));
    }

    private double[] monthly(String option) {
        return Objects.requireNonNull(monthlies.get(option));
    }
}
