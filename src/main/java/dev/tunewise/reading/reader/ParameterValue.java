package dev.tunewise.reading.reader;

import dev.tunewise.flow.Parameter;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns an amount as it was said into the value of a parameter. */
final class ParameterValue {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MONTHS_IN_YEAR = BigDecimal.valueOf(12);
    private static final BigDecimal HOURS_IN_MONTH = new BigDecimal("730.5");
    private static final BigDecimal DAYS_IN_MONTH = new BigDecimal("30.4375");
    private static final BigDecimal HOURS_IN_DAY = BigDecimal.valueOf(8);
    private static final BigDecimal HOURS_IN_WEEK = BigDecimal.valueOf(40);
    private static final BigDecimal DAYS_IN_WEEK = BigDecimal.valueOf(7);
    private static final BigDecimal HOURS_IN_WORKING_MONTH = BigDecimal.valueOf(160);

    /** Working hours in what counts as one month on the calendar, by the word that was said. */
    private static final Map<String, BigDecimal> WORKING_HOURS = Map.of(
            "day",
            HOURS_IN_DAY.multiply(DAYS_IN_MONTH),
            "week",
            HOURS_IN_WEEK.multiply(DAYS_IN_MONTH).divide(DAYS_IN_WEEK, MathContext.DECIMAL64),
            "month",
            HOURS_IN_WORKING_MONTH);

    private static final Pattern LONGER = Pattern.compile("\\d\\s*-?(day|week|month)s?\\b");
    private static final int DECIMALS = 6;
    /** Reading stretches of time rounds them; so much is exact again once they are hours. */
    private static final int HOUR_DECIMALS = 2;

    static Value.Quantity value(Parameter.Form form, Value.Quantity said, String quote) {
        return switch (form) {
            case NUMBER, A_SECOND, A_MONTH, A_YEAR, MONEY, MONEY_AN_HOUR, MONEY_A_MONTH, MONTHS -> said;
            case PERCENT, PERCENT_A_MONTH, PERCENT_A_YEAR -> rising(said, ParameterValue::share);
            case PERCENT_OFF -> falling(said, percent -> BigDecimal.ONE.subtract(share(percent)));
            case EVERY -> said.low().signum() == 0 ? said : falling(said, ParameterValue::timesAYear);
            case WORK -> {
                BigDecimal hours = working(quote);
                yield rising(
                        said, months -> tidy(months.multiply(hours).setScale(HOUR_DECIMALS, RoundingMode.HALF_UP)));
            }
        };
    }

    private static BigDecimal share(BigDecimal percent) {
        return tidy(percent.divide(HUNDRED, MathContext.DECIMAL64));
    }

    private static BigDecimal timesAYear(BigDecimal months) {
        BigDecimal times = MONTHS_IN_YEAR.divide(months, MathContext.DECIMAL64);
        BigDecimal whole = times.setScale(0, RoundingMode.HALF_UP);
        // a week is no round number of months, but 52 in a year are meant
        boolean near = times.subtract(whole).abs().movePointRight(2).compareTo(times) < 0 && times.compareTo(whole) > 0;
        return near ? whole : tidy(times);
    }

    private static BigDecimal working(String quote) {
        Matcher longer = LONGER.matcher(quote.toLowerCase(Locale.ROOT));
        return longer.find() ? WORKING_HOURS.getOrDefault(longer.group(1), HOURS_IN_MONTH) : HOURS_IN_MONTH;
    }

    private static Value.Quantity rising(Value.Quantity said, UnaryOperator<BigDecimal> turned) {
        return new Value.Quantity(turned.apply(said.value()), turned.apply(said.low()), turned.apply(said.high()));
    }

    private static Value.Quantity falling(Value.Quantity said, UnaryOperator<BigDecimal> turned) {
        return new Value.Quantity(turned.apply(said.value()), turned.apply(said.high()), turned.apply(said.low()));
    }

    private static BigDecimal tidy(BigDecimal value) {
        BigDecimal rounded = value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }
}
