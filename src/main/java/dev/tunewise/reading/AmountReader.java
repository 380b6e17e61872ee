package dev.tunewise.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an amount where one starts: number or range, then what it measures. The words around it are left to {@link AmountFrame}. */
final class AmountReader {
    /** Nobody means a range whose ends are further apart. */
    private static final BigDecimal WIDEST = BigDecimal.valueOf(50);

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal ONE_CENT = new BigDecimal("0.01");
    private static final Map<String, String> SIGNS =
            Map.of("$", "USD", "€", "EUR", "£", "GBP", "₹", "INR", "¥", "JPY", "¢", "cent");
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("usd", "USD"),
            Map.entry("dollar", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("bucks", "USD"),
            Map.entry("buck", "USD"),
            Map.entry("cents", "cent"),
            Map.entry("cent", "cent"),
            Map.entry("ct", "cent"),
            Map.entry("cts", "cent"),
            Map.entry("c", "cent"),
            Map.entry("eur", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("gbp", "GBP"),
            Map.entry("pounds", "GBP"),
            Map.entry("pound", "GBP"),
            Map.entry("quid", "GBP"),
            Map.entry("chf", "CHF"),
            Map.entry("francs", "CHF"),
            Map.entry("inr", "INR"),
            Map.entry("rupees", "INR"),
            Map.entry("yen", "JPY"),
            Map.entry("jpy", "JPY"),
            Map.entry("cad", "CAD"),
            Map.entry("aud", "AUD"),
            Map.entry("sek", "SEK"),
            Map.entry("nok", "NOK"),
            Map.entry("pln", "PLN"),
            Map.entry("brl", "BRL"),
            Map.entry("reais", "BRL"),
            Map.entry("pence", "GBP"));
    private static final Set<String> PERCENT = Set.of("percent", "pct", "percents");
    private static final Set<String> POINTS = Set.of("points", "point", "pp", "pts", "bps");
    private static final Map<String, Rate.Unit> TIMES = Map.ofEntries(
            Map.entry("seconds", Rate.Unit.SECOND),
            Map.entry("second", Rate.Unit.SECOND),
            Map.entry("sec", Rate.Unit.SECOND),
            Map.entry("secs", Rate.Unit.SECOND),
            Map.entry("s", Rate.Unit.SECOND),
            Map.entry("ms", Rate.Unit.SECOND),
            Map.entry("milliseconds", Rate.Unit.SECOND),
            Map.entry("minutes", Rate.Unit.MINUTE),
            Map.entry("minute", Rate.Unit.MINUTE),
            Map.entry("min", Rate.Unit.MINUTE),
            Map.entry("mins", Rate.Unit.MINUTE),
            Map.entry("hours", Rate.Unit.HOUR),
            Map.entry("hour", Rate.Unit.HOUR),
            Map.entry("h", Rate.Unit.HOUR),
            Map.entry("hr", Rate.Unit.HOUR),
            Map.entry("hrs", Rate.Unit.HOUR),
            Map.entry("days", Rate.Unit.DAY),
            Map.entry("day", Rate.Unit.DAY),
            Map.entry("d", Rate.Unit.DAY),
            Map.entry("weeks", Rate.Unit.WEEK),
            Map.entry("week", Rate.Unit.WEEK),
            Map.entry("wks", Rate.Unit.WEEK),
            Map.entry("wk", Rate.Unit.WEEK),
            Map.entry("months", Rate.Unit.MONTH),
            Map.entry("month", Rate.Unit.MONTH),
            Map.entry("mo", Rate.Unit.MONTH),
            Map.entry("quarters", Rate.Unit.QUARTER),
            Map.entry("years", Rate.Unit.YEAR),
            Map.entry("year", Rate.Unit.YEAR),
            Map.entry("yrs", Rate.Unit.YEAR),
            Map.entry("yr", Rate.Unit.YEAR),
            Map.entry("y", Rate.Unit.YEAR));
    /** Verbs of change, after which "71 to 84" is two values and no range. */
    private static final Set<String> CHANGE = Set.of(
            "went",
            "go",
            "goes",
            "going",
            "improved",
            "improve",
            "improves",
            "rose",
            "rises",
            "rise",
            "jumped",
            "jump",
            "grew",
            "increased",
            "increase",
            "dropped",
            "drop",
            "drops",
            "fell",
            "fall",
            "moved",
            "move",
            "moving",
            "raise",
            "raised",
            "lift",
            "lifted",
            "get",
            "got",
            "climbed",
            "bring",
            "brought",
            "took",
            "take",
            "from",
            "reduce",
            "reduced",
            "cut",
            "up",
            "down",
            "pushed",
            "push",
            "changed",
            "change",
            "shrank",
            "boosted",
            "boost",
            "gone",
            "switch",
            "switched",
            "bump",
            "bumped",
            "grow",
            "grown",
            "increasing",
            "decreased",
            "decrease",
            "lowered",
            "lower",
            "saved",
            "save",
            "saving",
            "extended",
            "shortened",
            "longer",
            "shorter",
            "cheaper",
            "faster",
            "better",
            "worse",
            "higher");

    private static final Set<String> SPREAD =
            Set.of("anywhere", "anything", "somewhere", "ranging", "ranges", "range", "varies", "vary", "varying");

    private final Cursor cursor;
    private final NumberReader numbers;
    private final NotAmounts not;

    AmountReader(List<Token> tokens) {
        cursor = new Cursor(tokens);
        numbers = new NumberReader(tokens);
        not = new NotAmounts(cursor);
    }

    /**
     * An amount in a text.
     *
     * @param amount the amount
     * @param first index of its first token
     * @param end index after its last token
     */
    record Found(Amount amount, int first, int end) {}

    /** The amount that starts at a token, or null. */
    @Nullable
    Found at(int at) {
        int skipped = not.skip(at);
        if (skipped > at) {
            return new Found(Amount.other(), at, skipped);
        }
        int sign = cursor.isWord(at, "between") ? at + 1 : at;
        int prefix = currencyBefore(sign);
        String currency = prefix > sign ? currencyAt(sign, prefix) : null;
        prefix = sign > at ? at : prefix;
        if (cursor.isWord(at - 1, "by") && isChange(at)) {
            // "grew by 500": how much it changed, not how much there is
            Ends change = ends(prefix);
            return change == null ? null : new Found(Amount.other(), at, change.end());
        }
        Ends ends = ends(prefix);
        if (ends == null) {
            // "one request per second"; a lone "one" elsewhere counts nothing
            boolean one = cursor.isWord(at, "one")
                    && cursor.isWord(at + 2, "per")
                    && Rate.word(cursor.at(at + 3).text()) != null;
            if (one) {
                return new Found(Amount.exact(Amount.Kind.COUNT, BigDecimal.ONE), at, at + 1);
            }
            return null;
        }
        return measured(ends, currency, at);
    }

    private int currencyBefore(int at) {
        if (cursor.at(at).kind() == Token.Kind.MARK
                && SIGNS.containsKey(cursor.at(at).text())) {
            return at + 1;
        }
        boolean code = cursor.at(at).isWord()
                && cursor.at(at).text().length() == 3
                && CURRENCIES.containsKey(cursor.at(at).text());
        if (code && cursor.at(at + 1).isNumber()) {
            return at + 1;
        }
        boolean country = cursor.at(at).isWord()
                && cursor.isMark(at + 1, '$')
                && !cursor.at(at + 1).spaced();
        return country ? at + 2 : at;
    }

    private String currencyAt(int at, int end) {
        Token first = cursor.at(at);
        if (end - at == 2) {
            return first.isWord("us") ? "USD" : "other";
        }
        return first.isWord()
                ? CURRENCIES.getOrDefault(first.text(), "other")
                : SIGNS.getOrDefault(first.text(), "other");
    }

    /** The two ends of a range, or twice the same number. */
    private record Ends(NumberReader.Number low, NumberReader.Number high, boolean percent, int end) {}

    private @Nullable Ends ends(int at) {
        if (cursor.isWord(at, "between")) {
            NumberReader.Number low = numbers.at(skipSign(at + 1));
            if (low != null && cursor.isWord(skipPercent(low.end()), "and")) {
                NumberReader.Number high = numbers.at(skipSign(skipPercent(low.end()) + 1));
                return high == null ? null : range(low, high);
            }
            return null;
        }
        NumberReader.Number low = numbers.at(at);
        if (low == null) {
            return null;
        }
        int next = skipPercent(low.end());
        int second = joins(low, at, next);
        NumberReader.Number high = second < 0 ? null : numbers.at(skipSign(second));
        Ends range = high == null ? null : range(low, high);
        if (range != null
                && cursor.isWord(next, "or")
                && range.high().value().compareTo(range.low().value().multiply(TWO)) > 0) {
            range = null;
        }
        return range != null ? range : new Ends(low, low, false, low.end());
    }

    private int skipSign(int at) {
        return cursor.isMark(at, '$') || cursor.isMark(at, '€') || cursor.isMark(at, '£') || cursor.isMark(at, '~')
                ? at + 1
                : at;
    }

    private int skipPercent(int at) {
        return cursor.isMark(at, '%') ? at + 1 : at;
    }

    /** The index of the second number of a range, or -1. */
    private int joins(NumberReader.Number low, int at, int next) {
        boolean dash = cursor.isMark(next, '-')
                && cursor.at(next).spaced() == cursor.at(next + 1).spaced();
        if (dash) {
            return next + 1;
        }
        if (cursor.isWord(next, "to") || cursor.isPhrase(next, "up", "to")) {
            return isChange(at) ? -1 : next + (cursor.isWord(next, "up") ? 2 : 1);
        }
        boolean either =
                cursor.isWord(next, "or") && low.isClear() && low.value().compareTo(HUNDRED) < 0;
        return either ? next + 1 : -1;
    }

    private boolean isChange(int at) {
        for (int i = at - 1; i >= at - 5 && i >= 0; i--) {
            if (cursor.at(i).kind() == Token.Kind.BREAK || cursor.isWord(i, SPREAD)) {
                return false;
            }
            if (cursor.isWord(i, CHANGE)) {
                return !cursor.isWord(i - 1, SPREAD);
            }
        }
        return false;
    }

    /** A range out of two numbers, the second one's scale shared by the first where that keeps them in order; null when there is none. */
    private static @Nullable Ends range(NumberReader.Number low, NumberReader.Number high) {
        if (!low.isClear()
                || !high.isClear()
                || !low.suffix().isEmpty() && !low.suffix().equals(high.suffix())) {
            return null;
        }
        NumberReader.Number first = low;
        boolean shares = low.scale().compareTo(BigDecimal.ONE) == 0
                && high.scale().compareTo(BigDecimal.ONE) > 0
                && low.value().compareTo(high.value().divide(high.scale(), MathContext.DECIMAL64)) < 0;
        if (shares) {
            first = low.scaled(high.scale());
        }
        boolean near = high.value().compareTo(first.value().multiply(WIDEST)) <= 0;
        return near && first.value().compareTo(high.value()) < 0 ? new Ends(first, high, false, high.end()) : null;
    }

    private Found measured(Ends ends, @Nullable String currency, int first) {
        int end = ends.end();
        String suffix = ends.high().suffix();
        if (ends.low().readings().isEmpty()) {
            return new Found(Amount.other(), first, end);
        }
        if (currency == null) {
            currency = CURRENCIES.get(suffix);
            if (currency == null
                    && cursor.at(end).kind() == Token.Kind.MARK
                    && SIGNS.containsKey(cursor.at(end).text())
                    && !cursor.at(end + 1).isNumber()) {
                currency = SIGNS.get(cursor.at(end).text());
                end++;
            } else if (currency == null && cursor.at(end).isWord() && !cursor.isWord(end, "c")) {
                currency = CURRENCIES.get(cursor.at(end).text());
                end += currency == null ? 0 : 1;
            }
        } else if (cursor.isWord(end, "usd") || cursor.isWord(end, "dollars")) {
            end++;
        }
        if (currency != null) {
            return money(ends, currency, first, end);
        }
        if (cursor.isMark(end, '%') || suffix.equals("pct")) {
            int after = suffix.equals("pct") ? end : end + 1;
            boolean points = cursor.isWord(after, POINTS);
            return new Found(
                    points ? Amount.other() : amount(Amount.Kind.PERCENT, ends), first, after + (points ? 1 : 0));
        }
        if (cursor.isWord(end, PERCENT) || cursor.isPhrase(end, "per", "cent")) {
            int after = end + (cursor.isWord(end, "per") ? 2 : 1);
            return new Found(amount(Amount.Kind.PERCENT, ends), first, after);
        }
        if (cursor.isPhrase(end, "percentage", "points") || cursor.isWord(end, POINTS)) {
            return new Found(Amount.other(), first, end + 1);
        }
        return timedOrPlain(ends, first, end);
    }

    private Found timedOrPlain(Ends ends, int first, int end) {
        String suffix = ends.high().suffix();
        Rate.Unit short_ = Rate.abbreviation(suffix);
        if (short_ != null) {
            return new Found(amount(Amount.Kind.COUNT, ends).withRate(new Rate(short_), true), first, end);
        }
        if (cursor.at(end).isWord() && Rate.abbreviation(cursor.at(end).text()) != null) {
            Rate rate = new Rate(java.util.Objects.requireNonNull(
                    Rate.abbreviation(cursor.at(end).text())));
            return new Found(amount(Amount.Kind.COUNT, ends).withRate(rate, true), first, end + 1);
        }
        Rate.Unit unit = TIMES.get(suffix);
        if (unit != null) {
            return new Found(duration(ends, unit), first, end);
        }
        int word = cursor.isMark(end, '+') && !cursor.at(end).spaced() ? end + 1 : end;
        word = cursor.isMark(word, '-') && !cursor.at(word).spaced() ? word + 1 : word;
        Rate.Unit spoken = suffix.isEmpty() && cursor.at(word).isWord()
                ? TIMES.get(cursor.at(word).text())
                : null;
        if (spoken != null) {
            return new Found(duration(ends, spoken), first, word + 1);
        }
        boolean tokens = suffix.equals("tok") || suffix.equals("toks");
        if (!suffix.isEmpty() && !suffix.equals("ish") && !tokens) {
            return new Found(Amount.other(), first, end);
        }
        if (cursor.isTight(end, '/') && cursor.at(end + 1).text().equals("100") && ends.low() == ends.high()) {
            return new Found(amount(Amount.Kind.PERCENT, ends), first, end + 2);
        }
        Found ratio = ratio(ends, first, end);
        return ratio != null ? ratio : new Found(amount(Amount.Kind.COUNT, ends), first, end);
    }

    /** "9 out of 10" is 90 percent. */
    private @Nullable Found ratio(Ends ends, int first, int end) {
        if (!cursor.isPhrase(end, "out", "of") || ends.low() != ends.high()) {
            return null;
        }
        NumberReader.Number whole = numbers.at(end + 2);
        boolean fits = whole != null
                && whole.isClear()
                && ends.low().isClear()
                && whole.value().signum() > 0
                && ends.low().value().compareTo(whole.value()) <= 0;
        if (whole == null || !fits) {
            return null;
        }
        BigDecimal share = ends.low().value().multiply(HUNDRED).divide(whole.value(), MathContext.DECIMAL64);
        return new Found(Amount.exact(Amount.Kind.PERCENT, share), first, whole.end());
    }

    private Amount duration(Ends ends, Rate.Unit unit) {
        Rate rate = new Rate(unit);
        return new Amount(
                Amount.Kind.DURATION,
                rate.months(middle(ends)),
                rate.months(ends.low().low()),
                rate.months(ends.high().high()),
                false,
                List.of(),
                false,
                Amount.Limit.NONE,
                null,
                null,
                null,
                false,
                null);
    }

    private Found money(Ends ends, String currency, int first, int end) {
        Amount plain = amount(Amount.Kind.MONEY, ends);
        BigDecimal factor = currency.equals("cent") ? ONE_CENT : BigDecimal.ONE;
        Amount amount = new Amount(
                Amount.Kind.MONEY,
                plain.value().multiply(factor),
                plain.low().multiply(factor),
                plain.high().multiply(factor),
                false,
                plain.readings().stream().map(factor::multiply).toList(),
                plain.softly(),
                Amount.Limit.NONE,
                currency.equals("cent") ? "USD" : currency,
                null,
                null,
                false,
                null);
        return new Found(amount, first, end);
    }

    private static BigDecimal middle(Ends ends) {
        return ends.low() == ends.high()
                ? ends.low().value()
                : ends.low().value().add(ends.high().value()).divide(TWO);
    }

    private static Amount amount(Amount.Kind kind, Ends ends) {
        NumberReader.Number low = ends.low();
        if (low == ends.high()
                && low.comma()
                && kind != Amount.Kind.PERCENT
                && !(kind == Amount.Kind.MONEY && low.value().scale() == 2)) {
            BigDecimal joined = low.value()
                    .movePointRight(Math.max(0, low.value().stripTrailingZeros().scale()));
            return unclear(
                    kind,
                    joined.compareTo(low.value()) == 0
                            ? List.of(low.value(), low.value().movePointRight(1))
                            : List.of(low.value(), joined),
                    false);
        }
        if (low == ends.high() && low.readings().size() > 1) {
            return unclear(kind, low.readings(), low.softly());
        }
        return new Amount(
                kind,
                middle(ends),
                low.low(),
                ends.high().high(),
                low.approximate(),
                List.of(),
                false,
                Amount.Limit.NONE,
                null,
                null,
                null,
                false,
                null);
    }

    private static Amount unclear(Amount.Kind kind, List<BigDecimal> readings, boolean softly) {
        BigDecimal first = readings.getFirst();
        return new Amount(
                kind, first, first, first, false, readings, softly, Amount.Limit.NONE, null, null, null, false, null);
    }
}
