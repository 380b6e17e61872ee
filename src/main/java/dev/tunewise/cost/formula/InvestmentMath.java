package dev.tunewise.cost.formula;

import dev.tunewise.money.Money;
import dev.tunewise.money.Rounding;
import java.math.BigDecimal;

/** When money that was put in comes back, and what it is worth today. */
public final class InvestmentMath {
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
