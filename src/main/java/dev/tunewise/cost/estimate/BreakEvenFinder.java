package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.BreakEven;
import dev.tunewise.cost.formula.ColumnProgram;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.option.OptionFormulas;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.NumberFormat;
import dev.tunewise.money.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the volume from which an option beats today. Cache hits and machines follow the volume, so that the volumes are tried, from one call a
 * day to a hundred million; today's own volume plays no part.
 */
record BreakEvenFinder(OptionFormulas today, CostContext situation) {
    private static final double MOST = 1e8;
    private static final int ROWS = 161;
    private static final int FINE_ROWS = 33;
    private static final int REFINED = 4;
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    BreakEven find(OptionFormulas option) {
        ColumnProgram program = ColumnProgram.of(
                Stream.of(today, option).flatMap(way -> way.money().stream()).toList(), Set.of(CostContext.CALLS));
        double low = 1;
        double high = MOST;
        int rows = ROWS;
        for (int round = 0; round <= REFINED; round++) {
            int first = first(program, volumes(low, high, rows));
            if (first == 0 && round == 0) {
                return at(option, BigDecimal.ONE);
            }
            if (first == rows) {
                return never(option);
            }
            double step = Math.log(high / low) / (rows - 1);
            high = low * Math.exp(first * step);
            low = low * Math.exp(Math.max(0, first - 1) * step);
            rows = FINE_ROWS;
        }
        return at(option, BigDecimal.valueOf(high).round(new MathContext(12)));
    }

    private static double[] volumes(double low, double high, int rows) {
        double[] calls = new double[rows];
        for (int row = 0; row < rows; row++) {
            calls[row] = low * Math.pow(high / low, row / (double) (rows - 1));
        }
        return calls;
    }

    /** The first volume at which the option saves something over the horizon, its set-up taken off; the number of volumes where there is none. */
    private int first(ColumnProgram program, double[] volumes) {
        double[][] money = program.run(volumes.length, Map.of(CostContext.CALLS, volumes));
        double[] monthlyNow = money[1];
        double[] setup = money[2];
        double[] monthly = money[3];
        int row = 0;
        while (row < volumes.length && situation.horizon * (monthlyNow[row] - monthly[row]) < setup[row]) {
            row++;
        }
        return row;
    }

    /** The volume in numbers that can be checked: those that hold at it. */
    private BreakEven at(OptionFormulas option, BigDecimal volume) {
        ValuePoint there = ValuePoint.likelyExcept(CostContext.CALLS, volume);
        BigDecimal now = today.perCall().exact(there);
        BigDecimal then = option.perCall().exact(there);
        BigDecimal saved = now.subtract(then)
                .add(today.perCallErrors().exact(there))
                .subtract(option.perCallErrors().exact(there));
        BigDecimal fixed = option.fixed().exact(there);
        BigDecimal fixedNow = today.fixed().exact(there);
        BigDecimal setup = option.setup().exact(there);
        BigDecimal months = BigDecimal.valueOf(situation.horizon);
        BigDecimal extra = fixed.subtract(fixedNow).add(Rounding.divide(setup, months));
        BigDecimal perDay = saved.signum() <= 0
                ? BigDecimal.ZERO
                : Rounding.divide(Rounding.divide(extra, saved), situation.daysPerMonth)
                        .max(BigDecimal.ZERO);
        boolean small = volume.compareTo(BigDecimal.ONE) <= 0;
        BigDecimal shown = small ? perDay.min(BigDecimal.ONE) : volume;
        return new BreakEven(
                shown.doubleValue(),
                BreakEven.SYMBOLS + "; (" + amount(fixed) + " - " + amount(fixedNow) + " + " + amount(setup) + " / "
                        + months.toPlainString() + ") / (" + money(now) + " - " + money(then) + errors(option, there)
                        + "), / " + situation.daysPerMonth.toPlainString() + " = "
                        + NumberFormat.number(shown.setScale(shown.signum() == 0 ? 0 : 1, RoundingMode.HALF_UP))
                        + " calls a day",
                "");
    }

    private BreakEven never(OptionFormulas option) {
        ValuePoint there = ValuePoint.likelyExcept(CostContext.CALLS, BigDecimal.valueOf(MOST));
        BigDecimal more = Rounding.divide(
                option.monthly(there).subtract(today.monthly(there)),
                BigDecimal.valueOf(MOST).multiply(situation.daysPerMonth));
        String reason = more.round(FOUR_DIGITS).signum() <= 0
                ? "A call costs the same as today, errors included, so no volume pays for the set-up."
                : "A call costs " + money(more.round(FOUR_DIGITS))
                        + " more than today, machines and errors included, so no volume pays for it.";
        return new BreakEven(Double.POSITIVE_INFINITY, BreakEven.SYMBOLS, reason);
    }

    private String errors(OptionFormulas option, ValuePoint there) {
        @Nullable Formula now = today.draft().level.share();
        @Nullable Formula then = option.draft().level.share();
        Formula perError = situation.quality.perError();
        if (now == null || then == null || perError == null) {
            return "";
        }
        return " + (" + NumberFormat.percent(then.exact(there)) + " - " + NumberFormat.percent(now.exact(there))
                + ") × " + MoneyFormat.exact(Money.of(perError.exact(there)));
    }

    private static String amount(BigDecimal value) {
        return MoneyFormat.amount(Money.of(value));
    }

    private static String money(BigDecimal value) {
        return MoneyFormat.exact(Money.of(value));
    }
}
