package dev.tunewise.reading.number;

import dev.tunewise.reading.text.WordSet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often something happens. A month has 30.4375 days and a year 365.25.
 *
 * @param unit the stretch of time that is counted by
 * @param every so many of them: five in "every 5 seconds"
 */
public record Rate(Unit unit, BigDecimal every) {
    public Rate(Unit unit) {
        this(unit, BigDecimal.ONE);
    }

    public enum Unit {
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

    private static final Map<String, String> WORDS = WordSet.table(WordSet.named("rate: words"));
    private static final Map<String, String> ADJECTIVES = WordSet.table(WordSet.named("rate: adjectives"));
    private static final Map<String, String> SHORT = WordSet.table(WordSet.named("rate: short"));
    private static final BigDecimal MONTHS_IN_QUARTER = BigDecimal.valueOf(3);
    private static final BigDecimal MONTHS_IN_YEAR = BigDecimal.valueOf(12);
    private static final BigDecimal DAYS_IN_MONTH = new BigDecimal("30.4375");
    private static final BigDecimal DAYS_IN_QUARTER = new BigDecimal("91.3125");
    private static final BigDecimal DAYS_IN_YEAR = new BigDecimal("365.25");
    private static final BigDecimal HOURS = BigDecimal.valueOf(24);

    private static @Nullable Unit unit(@Nullable String name) {
        return name == null ? null : Unit.valueOf(name);
    }

    public static @Nullable Unit word(String word) {
        return unit(WORDS.get(word));
    }

    public static @Nullable Unit adjective(String word) {
        return unit(ADJECTIVES.get(word));
    }

    static @Nullable Unit abbreviation(String word) {
        return unit(SHORT.get(word));
    }

    /** Whether the number of hours in a day matters. */
    public boolean isWithinDay() {
        return unit == Unit.SECOND || unit == Unit.MINUTE || unit == Unit.HOUR;
    }

    /** So many at this rate, in a day with so many hours. */
    public BigDecimal perDay(BigDecimal times, BigDecimal hours) {
        BigDecimal count = every.equals(BigDecimal.ONE) ? times : divide(times, every);
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
    public BigDecimal perDay(BigDecimal count) {
        return perDay(count, HOURS);
    }

    /** A stretch of time in months, for durations: so many of this unit. */
    public BigDecimal months(BigDecimal count) {
        return switch (unit) {
            // exact, so that six months are not a little less than six months
            case MONTH -> count;
            case QUARTER -> count.multiply(MONTHS_IN_QUARTER);
            case YEAR -> count.multiply(MONTHS_IN_YEAR);
            case SECOND, MINUTE, HOUR, DAY, WORKDAY, WEEK ->
                count.divide(perDay(BigDecimal.ONE).multiply(DAYS_IN_MONTH), MathContext.DECIMAL64);
        };
    }

    private static BigDecimal divide(BigDecimal count, BigDecimal days) {
        return count.divide(days, MathContext.DECIMAL64);
    }
}
