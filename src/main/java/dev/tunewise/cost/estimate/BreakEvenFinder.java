package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.InvestmentMath;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.option.OptionBuilder;
import dev.tunewise.cost.option.OptionFormulas;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.NumberFormat;
import dev.tunewise.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Finds the volume from which an option beats today. */
final class BreakEvenFinder {
    private static final BigDecimal DAYS = BigDecimal.valueOf(InvestmentMath.DAYS_PER_MONTH);
    private static final int MOST_REPLICAS = 100_000;

    private final OptionFormulas today;
    private final CostContext situation;
    private final ValuePoint point;

    BreakEvenFinder(OptionFormulas today, CostContext situation, ValuePoint point) {
        this.today = today;
        this.situation = situation;
        this.point = point;
    }

    BreakEven find(OptionFormulas option) {
        BigDecimal perCallNow = today.perCall().exact(point);
        BigDecimal perCallNew = option.perCall().exact(point);
        BigDecimal errorsNow = today.perCallErrors().exact(point);
        BigDecimal errorsNew = option.perCallErrors().exact(point);
        BigDecimal savedPerCall = perCallNow.subtract(perCallNew).add(errorsNow.subtract(errorsNew));
        BigDecimal setup = option.setup().exact(point);
        BigDecimal months = BigDecimal.valueOf(situation.horizon);
        BigDecimal fixedNow = today.fixed().exact(point);
        OptionBuilder.Capacity machines = option.draft().capacity;
        BigDecimal fixedNew = machines == null
                ? option.fixed().exact(point)
                : option.draft().fixedWithoutMachines().exact(point);
        BigDecimal extra = fixedNew.subtract(fixedNow).add(Rounding.divide(setup, months));
        Steps steps = machines == null ? null : Steps.of(machines, point);
        String saved = "(" + money(perCallNow) + " - " + money(perCallNew) + errorsText(option) + ")";
        if (steps == null) {
            String numbers = fraction(fixedNew, fixedNow, setup, months, saved);
            return one(extra, savedPerCall, numbers);
        }
        return withMachines(steps, extra, savedPerCall, fixedNew, fixedNow, setup, months, saved);
    }

    private BreakEven one(BigDecimal extra, BigDecimal savedPerCall, String numbers) {
        if (savedPerCall.signum() <= 0) {
            return never(savedPerCall, numbers);
        }
        BigDecimal perDay =
                Rounding.divide(Rounding.divide(extra, savedPerCall), DAYS).max(BigDecimal.ZERO);
        return new BreakEven(perDay.doubleValue(), text(numbers, perDay), "");
    }

    private BreakEven withMachines(
            Steps steps,
            BigDecimal extra,
            BigDecimal savedPerCall,
            BigDecimal fixedNew,
            BigDecimal fixedNow,
            BigDecimal setup,
            BigDecimal months,
            String saved) {
        String least = fraction(fixedNew.add(steps.cost(steps.least())), fixedNow, setup, months, saved);
        if (savedPerCall.signum() <= 0) {
            return never(savedPerCall, least);
        }
        double callsAtLeast = 0;
        for (int replicas = steps.least(); replicas <= MOST_REPLICAS; replicas++) {
            BigDecimal fixed = fixedNew.add(steps.cost(replicas));
            BigDecimal calls = Rounding.divide(extra.add(steps.cost(replicas)), savedPerCall);
            double volume = Math.max(calls.doubleValue(), callsAtLeast);
            if (volume <= replicas * steps.callsPerReplica()) {
                BigDecimal perDay =
                        Rounding.divide(BigDecimal.valueOf(volume), DAYS).max(BigDecimal.ZERO);
                String numbers = fraction(fixed, fixedNow, setup, months, saved) + ", with " + replicas
                        + (replicas == 1 ? " replica" : " replicas");
                return new BreakEven(perDay.doubleValue(), text(numbers, perDay), "");
            }
            callsAtLeast = replicas * steps.callsPerReplica();
        }
        return new BreakEven(
                Double.POSITIVE_INFINITY,
                BreakEven.SYMBOLS + "; " + least,
                "The GPUs for each further call cost " + money(steps.perCall()) + ", and a call saves only "
                        + money(savedPerCall) + ".");
    }

    private static BreakEven never(BigDecimal savedPerCall, String numbers) {
        String reason = savedPerCall.signum() == 0
                ? "A call costs the same as today, errors included, so no volume pays for the set-up."
                : "A call costs " + money(savedPerCall.negate())
                        + " more than today, errors included, so no volume pays for it.";
        return new BreakEven(Double.POSITIVE_INFINITY, BreakEven.SYMBOLS + "; " + numbers, reason);
    }

    private String errorsText(OptionFormulas option) {
        @Nullable Formula now = today.draft().level.share();
        @Nullable Formula then = option.draft().level.share();
        Formula perError = situation.quality.perError();
        if (now == null || then == null || perError == null) {
            return "";
        }
        return " + (" + NumberFormat.percent(then.exact(point)) + " - " + NumberFormat.percent(now.exact(point))
                + ") × " + MoneyFormat.exact(Money.of(perError.exact(point)));
    }

    private static String fraction(
            BigDecimal fixedNew, BigDecimal fixedNow, BigDecimal setup, BigDecimal months, String saved) {
        return "(" + amount(fixedNew) + " - " + amount(fixedNow) + " + " + amount(setup) + " / "
                + months.toPlainString() + ") / " + saved;
    }

    private static String text(String numbers, BigDecimal perDay) {
        return BreakEven.SYMBOLS + "; " + numbers + ", / 30 = "
                + NumberFormat.number(perDay.setScale(perDay.signum() == 0 ? 0 : 1, RoundingMode.HALF_UP))
                + " calls a day";
    }

    private static String amount(BigDecimal value) {
        return MoneyFormat.amount(Money.of(value));
    }

    private static String money(BigDecimal value) {
        return MoneyFormat.exact(Money.of(value));
    }

    /** Machines that come in whole replicas. */
    private record Steps(int least, double callsPerReplica, BigDecimal monthly) {
        static Steps of(OptionBuilder.Capacity machines, ValuePoint point) {
            return new Steps(
                    machines.leastReplicas()
                            .exact(point)
                            .setScale(0, RoundingMode.CEILING)
                            .intValue(),
                    machines.callsPerReplica().exact(point).doubleValue(),
                    machines.monthlyPerReplica().exact(point));
        }

        BigDecimal cost(int replicas) {
            return monthly.multiply(BigDecimal.valueOf(replicas));
        }

        BigDecimal perCall() {
            return Rounding.divide(monthly, BigDecimal.valueOf(callsPerReplica));
        }
    }
}
