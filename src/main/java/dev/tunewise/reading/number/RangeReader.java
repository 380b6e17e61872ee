package dev.tunewise.reading.number;

import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.TokenCursor;
import dev.tunewise.reading.text.WordSet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one number or a range of two: "2-3k", "between 200 and 300", but not the two values of "went from 71 to 84". */
record RangeReader(TokenCursor cursor, NumberReader numbers) {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    /** From here on a comma before the word for the scale is no separator of thousands: "1,5 lakh". */
    private static final BigDecimal LAKH = BigDecimal.valueOf(100_000);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Nobody means a range whose ends are further apart. */
    private static final BigDecimal WIDEST = BigDecimal.valueOf(50);
    /** Verbs of change, after which "71 to 84" is two values and no range. */
    private static final Set<String> CHANGE = WordSet.set("range reader: change");

    private static final Set<String> SPREAD = WordSet.set("range reader: spread");
    private static final int FURTHEST = 5;

    /** The two ends of a range, or twice the same number. `end`: index after the last token. */
    record Ends(NumberReader.Number low, NumberReader.Number high, int end) {
        boolean isOne() {
            return low == high;
        }

        BigDecimal middle() {
            return isOne() ? low.value() : low.value().add(high.value()).divide(TWO);
        }

        /** The amount that they are, if they count something of this kind. */
        Amount amount(Amount.Kind kind) {
            Amount amount = Amount.range(kind, middle(), low.low(), high.high());
            if (!isOne()) {
                return amount;
            }
            List<BigDecimal> readings = readings(kind);
            if (readings.size() > 1) {
                return amount.unclear(readings, low.softly());
            }
            return low.approximate() ? amount.roughly() : amount;
        }

        /** With a comma for the decimal mark a count is unclear, while a share or an amount to the cent is not. */
        private List<BigDecimal> readings(Amount.Kind kind) {
            BigDecimal value = low.value();
            boolean cents = kind == Amount.Kind.MONEY && value.scale() == 2;
            boolean scaled = low.scale().compareTo(LAKH) >= 0;
            if (!low.comma() || kind == Amount.Kind.PERCENT || cents || scaled) {
                return low.readings();
            }
            BigDecimal joined =
                    value.movePointRight(Math.max(0, value.stripTrailingZeros().scale()));
            return List.of(value, joined.compareTo(value) == 0 ? value.movePointRight(1) : joined);
        }
    }

    /** What starts at a token, or null when no number does. */
    @Nullable
    Ends at(int at) {
        if (cursor.isWord(at, "between")) {
            NumberReader.Number low = numbers.at(skipSign(at + 1));
            int and = low == null ? at : skipPercent(low.end());
            NumberReader.Number high = cursor.isWord(and, "and") ? numbers.at(skipSign(and + 1)) : null;
            return low == null || high == null ? null : range(low, high);
        }
        NumberReader.Number low = numbers.at(at);
        if (low == null) {
            return null;
        }
        int next = skipPercent(low.end());
        int second = joins(low, at, next);
        NumberReader.Number high = second < 0 ? null : numbers.at(skipSign(second));
        Ends range = high == null ? null : range(low, high);
        boolean odd = range != null
                && cursor.isWord(next, "or")
                && range.high().value().compareTo(range.low().value().multiply(TWO)) > 0;
        return range == null || odd ? new Ends(low, low, low.end()) : range;
    }

    private int skipSign(int at) {
        return CurrencyWords.sign(cursor.at(at)) != null || cursor.isMark(at, '~') ? at + 1 : at;
    }

    private int skipPercent(int at) {
        return cursor.isMark(at, '%') ? at + 1 : at;
    }

    /** The index of the second number of a range, or -1. */
    private int joins(NumberReader.Number low, int at, int next) {
        if (cursor.isMark(next, '-')
                && cursor.at(next).spaced() == cursor.at(next + 1).spaced()) {
            return next + 1;
        }
        boolean upTo = cursor.isPhrase(next, "up", "to");
        if (upTo || cursor.isWord(next, "to")) {
            return isChange(at) ? -1 : next + (upTo ? 2 : 1);
        }
        boolean either =
                cursor.isWord(next, "or") && low.isClear() && low.value().compareTo(HUNDRED) < 0;
        return either ? next + 1 : -1;
    }

    /** Whether a number is what something changed from or by. */
    boolean isChange(int at) {
        for (int i = at - 1; i >= at - FURTHEST && i >= 0; i--) {
            if (cursor.at(i).kind() == Token.Kind.BREAK || cursor.isWord(i, SPREAD)) {
                return false;
            }
            if (cursor.isWord(i, CHANGE)) {
                return !cursor.isWord(i - 1, SPREAD);
            }
        }
        return false;
    }

    /** A range out of two numbers; the first shares the second one's scale where that keeps them in order. Null when it is none. */
    private static @Nullable Ends range(NumberReader.Number low, NumberReader.Number high) {
        boolean alike = low.suffix().isEmpty() || low.suffix().equals(high.suffix());
        if (!low.isClear() || !high.isClear() || !alike) {
            return null;
        }
        boolean shares = low.scale().compareTo(BigDecimal.ONE) == 0
                && high.scale().compareTo(BigDecimal.ONE) > 0
                && low.value().compareTo(high.value().divide(high.scale(), MathContext.DECIMAL64)) < 0;
        NumberReader.Number first = shares ? low.scaled(high.scale()) : low;
        boolean near = high.value().compareTo(first.value().multiply(WIDEST)) <= 0;
        return near && first.value().compareTo(high.value()) < 0 ? new Ends(first, high, high.end()) : null;
    }
}
