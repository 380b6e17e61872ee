package dev.tunewise.reading;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number with all that was said around it.
 *
 * @param kind what it measures
 * @param value the number, scaled; the middle of a range
 * @param low the least it may be
 * @param high the most it may be
 * @param about whether it was only said roughly
 * @param readings the possible numbers when the digits are unclear, the likeliest first; else empty
 * @param softly whether a noun after it makes the first reading certain ("5m calls", not "5m")
 * @param limit whether it is only a bound
 * @param currency for money, else null
 * @param per for money the number of things that it buys, or null when none is said
 * @param rate how often, or null
 * @param near whether the rate stands directly at the number, so that nothing else is counted
 * @param hours hours of the day that a rate within the day runs for, or null when not said
 */
record Amount(
        Kind kind,
        BigDecimal value,
        BigDecimal low,
        BigDecimal high,
        boolean about,
        List<BigDecimal> readings,
        boolean softly,
        Limit limit,
        @Nullable String currency,
        @Nullable BigDecimal per,
        @Nullable Rate rate,
        boolean near,
        @Nullable BigDecimal hours) {
    enum Kind {
        /** A bare number. */
        COUNT,
        /** A number with a percent sign. */
        PERCENT,
        MONEY,
        /** A stretch of time, in months. */
        DURATION,
        /** Anything else with digits: dates, sizes, versions, factors. */
        OTHER
    }

    enum Limit {
        NONE,
        AT_LEAST,
        AT_MOST,
        PEAK
    }

    Amount {
        readings = List.copyOf(readings);
    }

    static Amount other() {
        return exact(Kind.OTHER, BigDecimal.ZERO);
    }

    static Amount exact(Kind kind, BigDecimal value) {
        return new Amount(
                kind, value, value, value, false, List.of(), false, Limit.NONE, null, null, null, false, null);
    }

    Amount withRate(Rate rate, boolean near) {
        return new Amount(kind, value, low, high, about, readings, softly, limit, currency, per, rate, near, hours);
    }

    Amount withHours(BigDecimal hours) {
        return new Amount(kind, value, low, high, about, readings, softly, limit, currency, per, rate, near, hours);
    }

    Amount withPer(BigDecimal per) {
        return new Amount(kind, value, low, high, about, readings, softly, limit, currency, per, rate, near, hours);
    }

    Amount withLimit(Limit limit) {
        return new Amount(kind, value, low, high, about, readings, softly, limit, currency, per, rate, near, hours);
    }

    Amount within(BigDecimal least, BigDecimal most) {
        return new Amount(kind, value, least, most, about, readings, softly, limit, currency, per, rate, near, hours);
    }

    /** A bare number as an amount of US dollars for so many things. */
    Amount inDollars(BigDecimal things) {
        return new Amount(
                Kind.MONEY, value, low, high, about, readings, softly, limit, "USD", things, rate, near, hours);
    }

    Amount roughly() {
        return new Amount(kind, value, low, high, true, readings, softly, limit, currency, per, rate, near, hours);
    }

    boolean isUnclear() {
        return !readings.isEmpty();
    }

    boolean isPlainCount() {
        return kind == Kind.COUNT && rate == null;
    }
}
