package dev.tunewise.reading.number;

import dev.tunewise.flow.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Amounts that belong to a stretch of time, which a unit names behind a slash: "$90 an hour" is no price of a thing, "4 times a month" no number of things. */
public final class TimedAmounts {
    /** The noun of units that measure how long something takes. */
    private static final String SECONDS = "seconds";
    /** What is told in seconds lasts minutes at most; "it takes two weeks" is about something else. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(600);

    private static final Rate SECOND = new Rate(Rate.Unit.SECOND);

    private static Rate.@Nullable Unit time(Unit unit) {
        int slash = unit.noun().indexOf('/');
        return slash < 0 ? null : Rate.word(unit.noun().substring(slash + 1));
    }

    /** Says whether an amount of money is paid by the time that the unit names, or by none where it names none. */
    public static boolean isPaid(Unit unit, Amount amount) {
        Rate rate = amount.rate();
        Rate.Unit time = time(unit);
        return time == null ? rate == null : rate != null && (rate.unit() == time || isLonger(time, rate));
    }

    /** What is paid by the month may be told by the day or the year. */
    private static boolean isLonger(Rate.Unit time, Rate rate) {
        return time == Rate.Unit.MONTH && !rate.isWithinDay() && rate.unit() != Rate.Unit.WORKDAY;
    }

    /** Says whether an amount is money of this unit; what is counted by the hour needs no currency: "90 an hour". */
    public static boolean isPay(Unit unit, Amount amount) {
        boolean money = amount.kind() == Amount.Kind.MONEY
                || (amount.kind() == Amount.Kind.COUNT && amount.rate() != null && amount.near() && time(unit) != null);
        return money && isPaid(unit, amount);
    }

    /** Says whether an amount can be meant that lacks the currency or the time: "90 an hour", "$90". */
    public static boolean isBarePay(Unit unit, Amount amount) {
        boolean money = amount.kind() == Amount.Kind.COUNT
                || (amount.kind() == Amount.Kind.MONEY && "USD".equals(amount.currency()));
        return money && (amount.rate() == null || isPaid(unit, amount));
    }

    /** Says whether an amount counts things, or times where the unit names a stretch of time. */
    public static boolean counts(Unit unit, Amount amount) {
        if (unit.noun().equals(SECONDS)) {
            return amount.kind() == Amount.Kind.DURATION && amount.value().compareTo(SECOND.months(LONGEST)) <= 0;
        }
        Rate.Unit time = time(unit);
        Rate rate = amount.rate();
        if (time == null || rate == null) {
            return amount.isPlainCount();
        }
        boolean alike = rate.isWithinDay() == new Rate(time).isWithinDay();
        return amount.kind() == Amount.Kind.COUNT && alike && rate.unit() != Rate.Unit.WORKDAY;
    }

    /** So many in the time that the unit names. */
    public static BigDecimal converted(Unit unit, Amount amount, BigDecimal number) {
        if (unit.noun().equals(SECONDS) && amount.kind() == Amount.Kind.DURATION) {
            return number.divide(SECOND.months(BigDecimal.ONE), MathContext.DECIMAL64);
        }
        Rate.Unit time = time(unit);
        Rate rate = amount.rate();
        if (time == null || rate == null || rate.unit() == time) {
            return number;
        }
        BigDecimal one = new Rate(time).perDay(BigDecimal.ONE);
        return rate.perDay(number).divide(one, MathContext.DECIMAL64);
    }
}
