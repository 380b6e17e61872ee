package dev.tunewise.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How many days a month has where something is told by the day. */
public final class MonthLength {
    /** Days of a month when volumes are given by the day. */
    public static final int DAYS = 30;
    /** Days of an average month, for weeks. */
    public static final BigDecimal CALENDAR_DAYS = new BigDecimal("30.4375");

    /** Days of a week, an average month and an average year. */
    private static final List<BigDecimal> SAID_BY =
            List.of(BigDecimal.valueOf(7), CALENDAR_DAYS, new BigDecimal("365.25"));
    /** What six decimals of a day leave of a year. */
    private static final BigDecimal ROUNDED = new BigDecimal("0.0002");

    /**
     * Days of a month for a volume: 30. One that is no whole number in 30 days and a whole one a week, a month or a year was said so and
     * divided: it counts the days of an average month, so that it comes back as it was said.
     */
    public static BigDecimal days(BigDecimal perDay) {
        BigDecimal thirty = BigDecimal.valueOf(DAYS);
        boolean said =
                !isWhole(perDay.multiply(thirty)) && SAID_BY.stream().anyMatch(days -> isWhole(perDay.multiply(days)));
        return said ? CALENDAR_DAYS : thirty;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.subtract(value.setScale(0, RoundingMode.HALF_UP)).abs().compareTo(ROUNDED) <= 0;
    }

    private MonthLength() {}
}
