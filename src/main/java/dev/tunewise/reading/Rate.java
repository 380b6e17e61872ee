package dev.tunewise.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often something happens. A month has 30.4375 days and a year 365.25.
 *
 * @param unit the stretch of time that is counted by
 */
record Rate(Unit unit) {
    enum Unit {
        SECOND,
        MINUTE,
        HOUR,
        DAY,
        WORKDAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    private static final Map<String, Unit> WORDS = Map.ofEntries(
            Map.entry("second", Unit.SECOND),
            Map.entry("sec", Unit.SECOND),
            Map.entry("s", Unit.SECOND),
            Map.entry("minute", Unit.MINUTE),
            Map.entry("min", Unit.MINUTE),
            Map.entry("hour", Unit.HOUR),
            Map.entry("hr", Unit.HOUR),
            Map.entry("h", Unit.HOUR),
            Map.entry("day", Unit.DAY),
            Map.entry("d", Unit.DAY),
            Map.entry("night", Unit.DAY),
            Map.entry("weekday", Unit.WORKDAY),
            Map.entry("workday", Unit.WORKDAY),
            Map.entry("week", Unit.WEEK),
            Map.entry("wk", Unit.WEEK),
            Map.entry("month", Unit.MONTH),
            Map.entry("mo", Unit.MONTH),
            Map.entry("mth", Unit.MONTH),
            Map.entry("quarter", Unit.QUARTER),
            Map.entry("year", Unit.YEAR),
            Map.entry("yr", Unit.YEAR),
            Map.entry("y", Unit.YEAR),
            Map.entry("annum", Unit.YEAR));
    private static final Map<String, Unit> ADJECTIVES = Map.ofEntries(
            Map.entry("hourly", Unit.HOUR),
            Map.entry("daily", Unit.DAY),
            Map.entry("nightly", Unit.DAY),
            Map.entry("weekly", Unit.WEEK),
            Map.entry("monthly", Unit.MONTH),
            Map.entry("quarterly", Unit.QUARTER),
            Map.entry("yearly", Unit.YEAR),
            Map.entry("annual", Unit.YEAR),
            Map.entry("annually", Unit.YEAR));
    private static final Map<String, Unit> SHORT = Map.of(
            "rps",
            Unit.SECOND,
            "qps",
            Unit.SECOND,
            "rpm",
            Unit.MINUTE,
            "qpm",
            Unit.MINUTE,
            "rph",
            Unit.HOUR,
            "rpd",
            Unit.DAY);
    private static final BigDecimal DAYS_IN_MONTH = new BigDecimal("30.4375");
    private static final BigDecimal DAYS_IN_QUARTER = new BigDecimal("91.3125");
    private static final BigDecimal DAYS_IN_YEAR = new BigDecimal("365.25");
    private static final BigDecimal HOURS = BigDecimal.valueOf(24);

    static @Nullable Unit word(String word) {
        return WORDS.get(word);
    }

    static @Nullable Unit adjective(String word) {
        return ADJECTIVES.get(word);
    }

    static @Nullable Unit abbreviation(String word) {
        return SHORT.get(word);
    }

    /** Whether the number of hours in a day matters. */
    boolean isWithinDay() {
        return unit == Unit.SECOND || unit == Unit.MINUTE || unit == Unit.HOUR;
    }

    /** So many at this rate, in a day with so many hours. */
    BigDecimal perDay(BigDecimal count, BigDecimal hours) {
        return switch (unit) {
            case SECOND -> count.multiply(BigDecimal.valueOf(3600)).multiply(hours);
            case MINUTE -> count.multiply(BigDecimal.valueOf(60)).multiply(hours);
            case HOUR -> count.multiply(hours);
            case DAY, WORKDAY -> count;
            case WEEK -> divide(count, BigDecimal.valueOf(7));
            case MONTH -> divide(count, DAYS_IN_MONTH);
            case QUARTER -> divide(count, DAYS_IN_QUARTER);
            case YEAR -> divide(count, DAYS_IN_YEAR);
        };
    }

    /** So many at this rate, on a day of 24 hours. */
    BigDecimal perDay(BigDecimal count) {
        return perDay(count, HOURS);
    }

    /** A stretch of time in months, for durations: so many of this unit. */
    BigDecimal months(BigDecimal count) {
        BigDecimal perMonth = perDay(BigDecimal.ONE).multiply(DAYS_IN_MONTH);
        return count.divide(perMonth, MathContext.DECIMAL64);
    }

    private static BigDecimal divide(BigDecimal count, BigDecimal days) {
        return count.divide(days, MathContext.DECIMAL64);
    }
}
