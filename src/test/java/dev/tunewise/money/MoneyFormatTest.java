package dev.tunewise.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MoneyFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1234.5|$1,234.50", "0|$0.00", "0.0018|$0.0018", "0.80|$0.80", "-5|-$5.00", "0.005|$0.005"})
    void writesAmountsInCents(String amount, String expected) {
        assertEquals(expected, MoneyFormat.amount(Money.of(amount)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3|$3.00", "1.861|$1.861", "0.003625|$0.003625", "0.1|$0.10"})
    void keepsTheDecimalsOfUnitPrices(String amount, String expected) {
        assertEquals(expected, MoneyFormat.exact(Money.of(amount)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "950|$950",
                "12400|$12.4k",
                "1234567|$1.23M",
                "3000000000|$3B",
                "999999|$1M",
                "4.5|$4.50",
                "-2000|-$2k"
            })
    void shortensLargeAmounts(String amount, String expected) {
        assertEquals(expected, MoneyFormat.brief(Money.of(amount)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"5850.49|$5,850", "12.4|$12.40", "0.0018|$0.0018", "-150.5|-$151"})
    void roundsForSentences(String amount, String expected) {
        assertEquals(expected, MoneyFormat.rounded(Money.of(amount)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1500000|1,500,000", "0.25|0.25", "0.00012345|0.0001235", "12|12"})
    void writesNumbers(String value, String expected) {
        assertEquals(expected, NumberFormat.number(new BigDecimal(value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.885|88.5 %", "0.9|90 %", "1|100 %"})
    void writesShares(String value, String expected) {
        assertEquals(expected, NumberFormat.percent(new BigDecimal(value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.4169|1.4 months", "289.8|290 months", "1|1 month", "Infinity|never", "0.02|under 0.1 months"})
    void writesMonths(double months, String expected) {
        assertEquals(expected, NumberFormat.months(months));
    }
}
