package dev.tunewise.cost.simulation;

import dev.tunewise.cost.formula.ColumnProgram;
import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.option.OptionFormulas;
import dev.tunewise.flow.interview.RecentResults;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The input that moves an option's total most from the sum of its likely lines towards the middle of the simulated cases.
 *
 * @param middle the value with half of the cases on each side, in three digits; of luck the worst one, with which training fails
 * @param total what the lines add up to with this value in place of the likely one
 */
public record MiddleShift(CostInput input, BigDecimal middle, double total) {
    private static final double APART = 0.02;
    private static final MathContext THREE_DIGITS = new MathContext(3);
    /** Most are of parameters, the same for all cases. */
    private static final RecentResults<Known, BigDecimal> KNOWN = new RecentResults<>(400);

    private record Known(Range range, CostInput.@Nullable Measured measured, CostInput.Kind kind) {}

    /** Whether the sum of the lines is another figure than the middle of the cases. */
    public static boolean isApart(double lines, double middle) {
        return Math.abs(middle - lines) > APART * Math.abs(middle);
    }

    /** Empty where the two are alike, or no input alone moves it that way. `lines`: the sum of the likely lines; `towards`: the middle of the cases. */
    public static Optional<MiddleShift> of(
            OptionFormulas option, List<CostInput> inputs, int horizon, double lines, double towards) {
        if (!isApart(lines, towards)) {
            return Optional.empty();
        }
        Map<String, CostInput> varying = new LinkedHashMap<>();
        inputs.stream().filter(input -> !input.range().isExact()).forEach(input -> varying.put(input.key(), input));
        List<CostInput> moved = List.copyOf(varying.values());
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int row = 0; row < moved.size(); row++) {
            CostInput input = moved.get(row);
            double[] column = new double[moved.size()];
            Arrays.fill(column, input.range().likely().doubleValue());
            column[row] = middle(input).doubleValue();
            columns.put(input.key(), column);
        }
        double[][] money = ColumnProgram.of(option.money(), columns.keySet()).run(moved.size(), columns);
        MiddleShift most = null;
        double furthest = 0;
        for (int row = 0; row < moved.size(); row++) {
            CostInput input = moved.get(row);
            double total = money[0][row] + horizon * money[1][row];
            double by = (total - lines) * Math.signum(towards - lines) * weight(input, varying);
            // Less than a thousandth is what rounding to cents does.
            if (by > Math.max(furthest, Math.abs(lines) / 1000)) {
                furthest = by;
                most = new MiddleShift(input, middle(input), total);
            }
        }
        return Optional.ofNullable(most);
    }

    /** As few digits as are shown, so that whoever puts it into the lines gets the same sum. */
    private static BigDecimal middle(CostInput input) {
        return KNOWN.of(new Known(input.range(), input.measured(), input.kind()), () -> worked(input));
    }

    private static BigDecimal worked(CostInput input) {
        BigDecimal middle = input.isChance()
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(Distribution.of(input).quantile(0.5));
        return input.kind() == CostInput.Kind.SHARE
                ? middle.setScale(3, RoundingMode.HALF_UP)
                : middle.round(THREE_DIGITS);
    }

    /** Luck is bad in a share of the cases alone. */
    private static double weight(CostInput input, Map<String, CostInput> inputs) {
        String fails = input.key().replace(CostInput.CHANCE, "parameter:") + "_fails_share";
        CostInput share = inputs.get(fails);
        return !input.isChance()
                ? 1
                : share == null ? 0 : share.range().likely().doubleValue();
    }
}
