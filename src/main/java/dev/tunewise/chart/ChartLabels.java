package dev.tunewise.chart;

import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers and labels as pictures write them. */
final class ChartLabels {
    private static final MathContext THREE_DIGITS = new MathContext(3);

    static String dollars(double value) {
        return MoneyFormat.brief(Money.of(BigDecimal.valueOf(value).round(THREE_DIGITS)));
    }

    static String count(double value) {
        return NumberFormat.brief(BigDecimal.valueOf(value));
    }

    static String exactCount(double value) {
        return NumberFormat.number(BigDecimal.valueOf(Math.round(value)));
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
