package dev.tunewise.reading.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A number with all that was said around it.
 *
 * @param value the number, scaled; the middle of a range
 * @param said how it was said
 * @param currency for money, else null
 * @param per for money the number of things that it buys, or null when none is said
 * @param rate how often, or null
 * @param near whether the rate stands directly at the number, so that nothing else is counted
 * @param hours hours of the day that a rate within the day runs for, or null when not said
 */
public record Amount(
        Kind kind,
        BigDecimal value,
        BigDecimal low,
        BigDecimal high,
        Said said,
        @Nullable String currency,
        @Nullable BigDecimal per,
        @Nullable Rate rate,
        boolean near,
        @Nullable BigDecimal hours) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public enum Kind {
        COUNT,
        /** A number with a percent sign. */
        PERCENT,
        MONEY,
        /** A stretch of time, in months. */
        DURATION,
        /** Anything else with digits: dates, sizes, versions, factors. */
        OTHER
    }

    public enum Limit {
        NONE,
        AT_LEAST,
        AT_MOST,
        PEAK
    }

    /**
     * How a number was said.
     *
     * @param about whether only roughly
     * @param readings the possible numbers when the digits are unclear, the likeliest first; else empty
     * @param softly whether a noun after it makes the first reading certain ("5m calls", not "5m")
     * @param limit whether it is only a bound
     */
    public record Said(boolean about, List<BigDecimal> readings, boolean softly, Limit limit) {
        static final Said PLAINLY = new Said(false, List.of(), false, Limit.NONE);

        Said each(UnaryOperator<BigDecimal> change) {
            return new Said(about, readings.stream().map(change).toList(), softly, limit);
        }
    }

    public static Amount other() {
        return exact(Kind.OTHER, BigDecimal.ZERO);
    }

    static Amount exact(Kind kind, BigDecimal value) {
        return range(kind, value, value, value);
    }

    static Amount range(Kind kind, BigDecimal value, BigDecimal low, BigDecimal high) {
        return new Amount(kind, value, low, high, Said.PLAINLY, null, null, null, false, null);
    }

    private Amount saying(Said more) {
        return with(value, low, high, more);
    }

    Amount unclear(List<BigDecimal> readings, boolean softly) {
        return saying(new Said(said.about, readings, softly, said.limit));
    }

    Amount roughly() {
        return saying(new Said(true, said.readings, said.softly, said.limit));
    }

    Amount withLimit(Limit limit) {
        return saying(new Said(said.about, said.readings, said.softly, limit));
    }

    /** The same where the limit itself is meant. */
    public Amount exactly() {
        return saying(new Said(said.about, said.readings, said.softly, Limit.NONE));
    }

    public Amount withRate(Rate more, boolean directly) {
        return new Amount(kind, value, low, high, said, currency, per, more, directly, hours);
    }

    public Amount withoutRate() {
        return new Amount(kind, value, low, high, said, currency, per, null, false, hours);
    }

    public Amount withHours(BigDecimal more) {
        return new Amount(kind, value, low, high, said, currency, per, rate, near, more);
    }

    public Amount withPer(BigDecimal things) {
        return new Amount(kind, value, low, high, said, currency, things, rate, near, hours);
    }

    private Amount with(BigDecimal middle, BigDecimal least, BigDecimal most, Said how) {
        return new Amount(kind, middle, least, most, how, currency, per, rate, near, hours);
    }

    public Amount plus(Amount more) {
        return with(
                value.add(more.value), low.add(more.low), high.add(more.high), more.said.about ? roughly().said : said);
    }

    /** So many times as much. */
    public Amount times(BigDecimal factor) {
        return with(value.multiply(factor), low.multiply(factor), high.multiply(factor), said.each(factor::multiply));
    }

    Amount within(BigDecimal least, BigDecimal most) {
        return with(value, least, most, said);
    }

    /** What is left of a hundred percent, or of one where it is told as a fraction. */
    public Amount rest() {
        BigDecimal whole = kind == Kind.COUNT && high.compareTo(BigDecimal.ONE) < 0 ? BigDecimal.ONE : HUNDRED;
        Limit limit = said.limit == Limit.AT_MOST
                ? Limit.AT_LEAST
                : said.limit == Limit.AT_LEAST ? Limit.AT_MOST : said.limit;
        Said turned = new Said(said.about, said.readings, said.softly, limit).each(whole::subtract);
        return with(whole.subtract(value), whole.subtract(high), whole.subtract(low), turned);
    }

    /** The number as money: so many units of a currency, where one of the number is worth the factor. */
    public Amount money(String code, BigDecimal factor) {
        Amount worth = times(factor);
        return new Amount(Kind.MONEY, worth.value, worth.low, worth.high, worth.said, code, per, rate, near, hours);
    }

    public boolean isUnclear() {
        return !said.readings.isEmpty();
    }

    public boolean isPlainCount() {
        return kind == Kind.COUNT && rate == null;
    }
}
