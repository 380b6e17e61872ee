package dev.tunewise.cost.formula;

import dev.tunewise.money.Money;
import dev.tunewise.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** When money that was put in comes back, and what it is worth today. */
public final class InvestmentMath {
    /** Days of a month when volumes are given by the day. */
    public static final int DAYS_PER_MONTH = 30;
    /** Days of an average month, for weeks. */
    public static final BigDecimal CALENDAR_DAYS_PER_MONTH = new BigDecimal("30.4375");

    /** Days of a week, an average month and an average year. */
    private static final List<BigDecimal> SAID_BY =
            List.of(BigDecimal.valueOf(7), CALENDAR_DAYS_PER_MONTH, new BigDecimal("365.25"));
    /** What six decimals of a day leave of a year. */
    private static final BigDecimal ROUNDED = new BigDecimal("0.0002");

    /**
     * Days of a month for a volume: 30. One that is no whole number in 30 days and a whole one a week, a month or a year was said so and
     * divided: it counts the days of an average month, so that it comes back as it was said.
     */
    public static BigDecimal daysPerMonth(BigDecimal perDay) {
        BigDecimal thirty = BigDecimal.valueOf(DAYS_PER_MONTH);
        boolean said =
                !isWhole(perDay.multiply(thirty)) && SAID_BY.stream().anyMatch(days -> isWhole(perDay.multiply(days)));
        return said ? CALENDAR_DAYS_PER_MONTH : thirty;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.subtract(value.setScale(0, RoundingMode.HALF_UP)).abs().compareTo(ROUNDED) <= 0;
    }

    /** Months until a monthly saving has paid for the set-up; infinite when nothing is saved; 0 when nothing was paid. */
    public static double payback(BigDecimal setup, BigDecimal saving) {
        if (saving.signum() <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        return setup.signum() <= 0 ? 0 : Rounding.divide(setup, saving).doubleValue();
    }

    /**
     * What set-up and savings at the end of each month are worth today, where part of the saving shrinks because the price it is saved from
     * falls.
     *
     * @param setup paid at once
     * @param steadySaving saving of each month that stays
     * @param tokenSaving saving of each month that falls with token prices
     * @param discountPerYear for example 0.1
     * @param dropPerYear share by which token prices fall each year, 0 to 1
     * @param months how long the saving lasts, 0 or more
     */
    public static Money presentValue(
            Money setup,
            Money steadySaving,
            Money tokenSaving,
            double discountPerYear,
            double dropPerYear,
            int months) {
        double steady = 0;
        double falling = 0;
        for (int month = 1; month <= months; month++) {
            double worth = Math.pow(1 + discountPerYear, -month / 12.0);
            steady += worth;
            falling += worth * Math.pow(1 - dropPerYear, month / 12.0);
        }
        return Money.of(steadySaving
                        .amount()
                        .multiply(BigDecimal.valueOf(steady))
                        .add(tokenSaving.amount().multiply(BigDecimal.valueOf(falling)))
                        .subtract(setup.amount()))
                .toCents();
    }
}
