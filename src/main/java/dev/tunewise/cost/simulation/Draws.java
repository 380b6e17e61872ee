package dev.tunewise.cost.simulation;

import dev.tunewise.cost.workload.Quality;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What was drawn, one value for each simulated case.
 *
 * @param samples how many cases
 * @param money dollars of every priced option, by its id
 * @param quality how right the answers are at every level of quality, by identity
 */
public record Draws(int samples, Map<String, Money> money, IdentityHashMap<Quality.Level, Shares> quality) {
    Draws(int samples) {
        this(samples, new LinkedHashMap<>(), new IdentityHashMap<>());
    }

    /**
     * Dollars of an option.
     *
     * @param setup paid once
     * @param running a month, for calls and upkeep
     * @param errors a month, for wrong answers
     */
    public record Money(double[] setup, double[] running, double[] errors) {
        Money(int samples) {
            this(new double[samples], new double[samples], new double[samples]);
        }

        public double[] monthly() {
            return total(0, 1, 1);
        }

        /** Everything over so many months. */
        public double[] total(int months) {
            return total(1, months, months);
        }

        /** The same without wrong answers. */
        public double[] totalWithoutErrors(int months) {
            return total(1, months, 0);
        }

        private double[] total(int once, int months, int errorMonths) {
            double[] total = new double[setup.length];
            for (int i = 0; i < total.length; i++) {
                total[i] = once * setup[i] + months * running[i] + errorMonths * errors[i];
            }
            return total;
        }
    }

    /**
     * A level of quality.
     *
     * @param right share of right answers; empty where nothing is known about it
     * @param margin share above the target
     */
    public record Shares(double[] right, double[] margin) {}

    public Money of(String option) {
        return Objects.requireNonNull(money.get(option), option);
    }

    public Shares of(Quality.Level level) {
        return Objects.requireNonNull(quality.get(level));
    }
}
