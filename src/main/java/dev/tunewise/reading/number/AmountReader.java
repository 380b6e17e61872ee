package dev.tunewise.reading.number;

import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.TokenCursor;
import dev.tunewise.reading.text.WordSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an amount where one starts: number or range, then what it measures. The words around it are left to {@link AmountModifierReader}. */
public final class AmountReader {
    private static final Set<String> PERCENT = WordSet.of("percent pct percents");
    private static final Set<String> POINTS = WordSet.of("points point pp pts bps");
    /** What is taken with computed tomography: "300 CT scans" are no cents. */
    private static final Set<String> SCANS = WordSet.set("amount reader: scans");

    static final Map<String, String> TIMES = WordSet.table(WordSet.named("amount reader: times"));

    private final TokenCursor cursor;
    private final NumberReader numbers;
    private final RangeReader ranges;
    private final NonAmounts not;
    private final ShareOfWhole shares;

    public AmountReader(List<Token> tokens) {
        cursor = new TokenCursor(tokens);
        numbers = new NumberReader(cursor);
        ranges = new RangeReader(cursor, numbers);
        not = new NonAmounts(cursor);
        shares = new ShareOfWhole(cursor, numbers);
    }

    /** An amount in a text. `first`: index of its first token. `end`: index after its last token. */
    public record Found(Amount amount, int first, int end) {}

    /** The amount that starts at a token, or null. */
    @Nullable
    public Found at(int at) {
        int skipped = not.skip(at);
        if (skipped > at) {
            return new Found(Amount.other(), at, skipped);
        }
        boolean between = cursor.isWord(at, "between");
        int sign = between ? at + 1 : at;
        int number = afterCurrency(sign);
        RangeReader.Ends ends = ranges.at(between ? at : number);
        Found one = ends != null
                ? null
                : cursor.isWord(at, "one") ? shares.of(BigDecimal.ONE, at + 1, at) : shares.every(at);
        if (one != null) {
            return one;
        }
        if (ends == null) {
            return isOne(at) ? new Found(Amount.exact(Amount.Kind.COUNT, BigDecimal.ONE), at, at + 1) : null;
        }
        boolean change = cursor.isWord(at - 1, "by") && ranges.isChange(at);
        if (change || ends.low().readings().isEmpty()) {
            // "grew by 500" says how much it changed, not how much there is
            return new Found(Amount.other(), at, ends.end());
        }
        String currency = number > sign ? currency(sign, number) : null;
        return currency == null ? measured(ends, at) : money(ends, currency, at);
    }

    /** "one request per second", "a call every 5 seconds", "one every minute"; a lone "one" elsewhere counts nothing. */
    private boolean isOne(int at) {
        if (cursor.isWord(at, "one") && cursor.isWord(at + 1, "every")) {
            return true;
        }
        boolean often = cursor.isWord(at, "a") || cursor.isWord(at, "an");
        if (cursor.isWord(at + 2, "every") && (often || cursor.isWord(at, "one"))) {
            return numbers.at(at + 3) != null || !often;
        }
        return cursor.isWord(at, "one")
                && cursor.isWord(at + 2, "per")
                && Rate.word(cursor.at(at + 3).text()) != null;
    }

    /** The index of the number after a currency such as "$", "USD" or "US$", or the same index. */
    private int afterCurrency(int at) {
        boolean code =
                CurrencyWords.code(cursor.at(at)) != null && cursor.at(at + 1).isNumber();
        if (code || CurrencyWords.sign(cursor.at(at)) != null) {
            return at + 1;
        }
        boolean country = cursor.at(at).isWord()
                && cursor.isMark(at + 1, '$')
                && !cursor.at(at + 1).spaced();
        return country ? at + 2 : at;
    }

    private String currency(int at, int end) {
        Token first = cursor.at(at);
        if (end - at == 2) {
            return first.isWord("us") ? CurrencyWords.DOLLAR : "other";
        }
        String sign = CurrencyWords.sign(first);
        String code = CurrencyWords.code(first);
        return sign != null ? sign : code != null ? code : "other";
    }

    private Found money(RangeReader.Ends ends, String currency, int first) {
        boolean twice = cursor.isWord(ends.end(), "usd") || cursor.isWord(ends.end(), "dollars");
        Amount amount = CurrencyWords.money(ends.amount(Amount.Kind.MONEY), currency);
        return new Found(amount, first, ends.end() + (twice ? 1 : 0));
    }

    private Found measured(RangeReader.Ends ends, int first) {
        Found money = moneyAfter(ends, first);
        if (money != null) {
            return money;
        }
        int end = ends.end();
        boolean suffix = ends.high().suffix().equals("pct");
        boolean cent = cursor.isPhrase(end, "per", "cent");
        if (suffix || cent || cursor.isMark(end, '%') || cursor.isWord(end, PERCENT)) {
            int after = suffix ? end : cent ? end + 2 : end + 1;
            boolean points = cursor.isWord(after, POINTS);
            Amount amount = points ? Amount.other() : ends.amount(Amount.Kind.PERCENT);
            return new Found(amount, first, after + (points ? 1 : 0));
        }
        if (cursor.isPhrase(end, "percentage", "points") || cursor.isWord(end, POINTS)) {
            return new Found(Amount.other(), first, end + 1);
        }
        // "three quarters of the answers" are no nine months
        Found timed = shares.isOfThings(end) ? null : timed(ends, first);
        return timed != null ? timed : plain(ends, first);
    }

    /** "60 USD", "60$", "80 cents". */
    private @Nullable Found moneyAfter(RangeReader.Ends ends, int first) {
        int end = ends.end();
        String suffix = CurrencyWords.word(ends.high().suffix());
        String sign = cursor.at(end + 1).isNumber() ? null : CurrencyWords.sign(cursor.at(end));
        boolean letter = cursor.at(end).text().length() == 1;
        boolean scans = cursor.isWord(end, "ct") && cursor.isWord(end + 1, SCANS);
        String word = cursor.at(end).isWord() && !letter && !scans
                ? CurrencyWords.word(cursor.at(end).text())
                : null;
        String currency = suffix != null ? suffix : sign != null ? sign : word;
        if (currency == null) {
            return null;
        }
        return new Found(
                CurrencyWords.money(ends.amount(Amount.Kind.MONEY), currency), first, suffix != null ? end : end + 1);
    }

    /** "3 rps", "6 weeks", "12-month", "8h". */
    private @Nullable Found timed(RangeReader.Ends ends, int first) {
        int end = ends.end();
        String suffix = ends.high().suffix();
        Rate.Unit attached = Rate.abbreviation(suffix);
        Rate.Unit spoken =
                cursor.at(end).isWord() ? Rate.abbreviation(cursor.at(end).text()) : null;
        Rate.Unit often = attached != null ? attached : spoken;
        if (often != null) {
            Amount amount = ends.amount(Amount.Kind.COUNT).withRate(new Rate(often), true);
            return new Found(amount, first, attached != null ? end : end + 1);
        }
        String unit = TIMES.get(suffix);
        if (unit != null) {
            return new Found(duration(ends, unit), first, end);
        }
        int word = cursor.isMark(end, '+') && !cursor.at(end).spaced() ? end + 1 : end;
        word = cursor.isMark(word, '-') && !cursor.at(word).spaced() ? word + 1 : word;
        String time = suffix.isEmpty() && cursor.at(word).isWord()
                ? TIMES.get(cursor.at(word).text())
                : null;
        return time == null ? null : new Found(duration(ends, time), first, word + 1);
    }

    private static Amount duration(RangeReader.Ends ends, String unit) {
        boolean thousandth = unit.equals("MILLISECOND");
        Rate rate = new Rate(thousandth ? Rate.Unit.SECOND : Rate.Unit.valueOf(unit));
        int digits = thousandth ? 3 : 0;
        return Amount.range(
                Amount.Kind.DURATION,
                rate.months(ends.middle().movePointLeft(digits)),
                rate.months(ends.low().low().movePointLeft(digits)),
                rate.months(ends.high().high().movePointLeft(digits)));
    }

    private Found plain(RangeReader.Ends ends, int first) {
        int end = ends.end();
        String suffix = ends.high().suffix();
        boolean counts = suffix.isEmpty() || suffix.equals("ish") || suffix.startsWith("tok");
        if (!counts) {
            return new Found(Amount.other(), first, end);
        }
        if (cursor.isTight(end, '/') && cursor.at(end + 1).text().equals("100") && ends.isOne()) {
            return new Found(ends.amount(Amount.Kind.PERCENT), first, end + 2);
        }
        Found share = shares.at(ends, first);
        return share != null ? share : new Found(ends.amount(Amount.Kind.COUNT), first, end);
    }
}
