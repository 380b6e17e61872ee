package dev.tunewise.cost.simulation;

import dev.tunewise.cost.simulation.SimulationResult.Quantiles;
import dev.tunewise.cost.workload.Quality;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was drawn, one value for each simulated case.
 *
 * @param calls calls a month
 * @param uncounted dollars that a wrong answer may cost where no option counts it, or null
 * @param money dollars of every priced option, by its id
 * @param quality how right the answers are at every level of quality, by identity
 * @param known percentiles worked out so far
 * @param middles medians worked out so far, which alone are asked for most
 * @param room where values are put into order, the same for all
 */
public record Draws(
        int samples,
        double[] calls,
        double @Nullable [] uncounted,
        Map<String, Money> money,
        IdentityHashMap<Quality.Level, Shares> quality,
        IdentityHashMap<Object, Quantiles> known,
        IdentityHashMap<Object, Double> middles,
        double[] room) {
    Draws(int samples, double[] calls, double @Nullable [] uncounted) {
        this(
                samples,
                calls,
                uncounted,
                new LinkedHashMap<>(),
                new IdentityHashMap<>(),
                new IdentityHashMap<>(),
                new IdentityHashMap<>(),
                new double[samples]);
    }

    /** Percentiles of drawn values, worked out once for each array. */
    public Quantiles quantiles(double[] values) {
        return known.computeIfAbsent(values, _ -> Percentiles.inPlace(copied(values)));
    }

    /** Half of the values are at most this. */
    public double median(double[] values) {
        return middles.computeIfAbsent(values, _ -> Percentiles.median(copied(values)));
    }

    /** The same of an option's total over the months of the horizon. */
    public double medianTotal(String option, int months) {
        return of(option).medianTotal(months, this::copied);
    }

    private double[] copied(double[] values) {
        System.arraycopy(values, 0, room, 0, values.length);
        return room;
    }

    /**
     * Dollars of an option.
     *
     * @param setup paid once
     * @param running a month, for calls and upkeep
     * @param errors a month, for wrong answers
     * @param sums those of the three and the median total that were asked for; a set of draws has one horizon
     */
    public record Money(double[] setup, double[] running, double[] errors, AtomicReferenceArray<double[]> sums) {
        private static final int TOTAL = 0;
        private static final int WITHOUT_ERRORS = 1;
        private static final int MONTHLY = 2;
        private static final int MEDIAN = 3;

        Money(double[] setup, double[] running, double[] errors) {
            this(setup, running, errors, new AtomicReferenceArray<>(4));
        }

        boolean isSame(Money other) {
            return setup == other.setup && running == other.running && errors == other.errors;
        }

        public double[] monthly() {
            return sum(MONTHLY, 0, 1, 1);
        }

        /** Everything over the months of the horizon. */
        public double[] total(int months) {
            return sum(TOTAL, 1, months, months);
        }

        /** The same without wrong answers. */
        public double[] totalWithoutErrors(int months) {
            return sum(WITHOUT_ERRORS, 1, months, 0);
        }

        private double[] sum(int which, int once, int months, int errorMonths) {
            double[] known = sums.get(which);
            if (known != null) {
                return known;
            }
            double[] total = new double[setup.length];
            for (int i = 0; i < total.length; i++) {
                total[i] = once * setup[i] + months * running[i] + errorMonths * errors[i];
            }
            sums.set(which, total);
            return total;
        }

        private double medianTotal(int months, UnaryOperator<double[]> copied) {
            double[] known = sums.get(MEDIAN);
            if (known == null) {
                known = new double[] {Percentiles.median(copied.apply(total(months)))};
                sums.set(MEDIAN, known);
            }
            return known[0];
        }
    }

    /**
     * A level of quality.
     *
     * @param right share of right answers; empty where nothing is known about it
     * @param margin share above the target
     */
    public record Shares(double[] right, double[] margin) {
        /** The share of cases, 0 to 1, with a margin of at least this. */
        public double reaches(double least) {
            int reached = 0;
            for (double above : margin) {
                reached += above >= least ? 1 : 0;
            }
            return reached / (double) margin.length;
        }

        /** The chance to fall short of another level by more than this. */
        public double fallsShortOf(Shares other, double tolerance) {
            int worse = 0;
            for (int i = 0; i < margin.length; i++) {
                worse += margin[i] < other.margin[i] - tolerance ? 1 : 0;
            }
            return worse / (double) margin.length;
        }
    }

    /** Dollars over some months with what more wrong answers than on another level may cost where no option counts them; the same where they are counted. */
    public double[] withUncounted(double[] dollars, int months, Quality.Level level, Quality.Level other) {
        double[] each = uncounted;
        if (each == null || level == other) {
            return dollars;
        }
        Shares then = of(level);
        Shares now = of(other);
        boolean measured = then.right.length > 0 && now.right.length > 0;
        double[] with = dollars.clone();
        for (int i = 0; i < with.length; i++) {
            double worse = measured ? now.right[i] - then.right[i] : now.margin[i] - then.margin[i];
            with[i] += months * calls[i] * each[i] * worse;
        }
        return with;
    }

    public Money of(String option) {
        return Objects.requireNonNull(money.get(option), option);
    }

    public Shares of(Quality.Level level) {
        return Objects.requireNonNull(quality.get(level));
    }
}
