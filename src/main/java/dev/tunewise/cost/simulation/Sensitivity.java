package dev.tunewise.cost.simulation;

import dev.tunewise.cost.formula.ColumnProgram;
import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.option.OptionFormulas;
import dev.tunewise.money.Range;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Moves one input at a time from its low to its high end: row 0 is likely, then low and high of each input that varies. */
public final class Sensitivity {
    private static final int STRONGEST = 5;

    private final List<CostInput> varying;
    /** Set-up and month of today, then of the option. */
    private final double[][] money;

    private final int horizon;

    public record Ends(double least, double most) {}

    public Sensitivity(OptionFormulas today, OptionFormulas option, List<CostInput> inputs, int horizon) {
        this.horizon = horizon;
        varying = inputs.stream()
                .filter(input -> !input.range().isExact() && !input.isChance())
                .toList();
        int rows = 1 + 2 * varying.size();
        Map<String, double[]> columns = new HashMap<>();
        for (int i = 0; i < varying.size(); i++) {
            Range range = varying.get(i).range();
            double[] column = new double[rows];
            Arrays.fill(column, range.likely().doubleValue());
            column[1 + 2 * i] = range.low().doubleValue();
            column[2 + 2 * i] = range.high().doubleValue();
            columns.put(varying.get(i).key(), column);
        }
        List<Formula> formulas = Stream.of(today, option)
                .flatMap(costing -> costing.money().stream())
                .toList();
        money = ColumnProgram.of(formulas, columns.keySet()).run(rows, columns);
    }

    /** The earliest and latest payback that one input alone makes. */
    public Ends paybacks() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int row = 0; row < money[0].length; row++) {
            double saving = money[1][row] - money[3][row];
            double payback = saving > 0 ? Math.max(0, money[2][row]) / saving : Double.POSITIVE_INFINITY;
            least = Math.min(least, payback);
            most = Math.max(most, payback);
        }
        return new Ends(least, most);
    }

    /** The inputs that move the saving of the option most. */
    public List<Influence> influences() {
        return IntStream.range(0, varying.size())
                .mapToObj(i -> new Influence(varying.get(i), saving(1 + 2 * i), saving(2 + 2 * i)))
                .filter(influence -> influence.swing() > 0)
                .sorted(Comparator.comparingDouble(Influence::swing).reversed())
                .limit(STRONGEST)
                .toList();
    }

    private double saving(int row) {
        return money[0][row] + horizon * money[1][row] - money[2][row] - horizon * money[3][row];
    }
}
