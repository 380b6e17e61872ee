package dev.tunewise.cost.simulation;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.ValueBatch;
import dev.tunewise.cost.option.OptionFormulas;
import dev.tunewise.cost.option.TodayOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Moves one input at a time from its low to its high end: row 0 is likely, then low and high of each input that varies. */
public final class Sensitivity {
    private static final int STRONGEST = 5;

    private final List<CostInput> varying;
    private final Map<String, double[]> setups = new HashMap<>();
    private final Map<String, double[]> monthlies = new HashMap<>();
    private final int horizon;
    private final int rows;

    /** Least and most. */
    public record Ends(double least, double most) {}

    public Sensitivity(List<OptionFormulas> costings, List<CostInput> inputs, int horizon) {
        this.horizon = horizon;
        varying = inputs.stream()
                .filter(input -> !input.range().isExact() && !input.isChance())
                .toList();
        rows = 1 + 2 * varying.size();
        ValueBatch columns = new ValueBatch(rows);
        for (int i = 0; i < varying.size(); i++) {
            CostInput input = varying.get(i);
            double[] column = columns.column(input);
            column[1 + 2 * i] = input.range().low().doubleValue();
            column[2 + 2 * i] = input.range().high().doubleValue();
        }
        for (OptionFormulas costing : costings) {
            double[] setup = new double[rows];
            double[] monthly = new double[rows];
            costing.fill(columns, setup, monthly);
            setups.put(costing.draft().id, setup);
            monthlies.put(costing.draft().id, monthly);
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
        return of(setups, option);
    }

    private double[] monthly(String option) {
        return of(monthlies, option);
    }

    private static double[] of(Map<String, double[]> columns, String option) {
        double[] column = columns.get(option);
        if (column == null) {
            throw new IllegalArgumentException("There is no priced option " + option);
        }
        return column;
    }
}
