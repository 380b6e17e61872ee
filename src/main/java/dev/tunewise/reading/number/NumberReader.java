package dev.tunewise.reading.number;

import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.TokenCursor;
import dev.tunewise.reading.text.WordSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one number, in digits or words, with its scale: "1.2M", "50 thousand", "half a million". */
public record NumberReader(TokenCursor cursor) {
    private static final Map<String, Long> SCALES = WordSet.numbers(WordSet.named("number reader: scales"));
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final Set<String> BARE = Set.of("", "ish");

    /**
     * @param readings the possible numbers, scaled, the likeliest first; empty when the digits are no quantity
     * @param low the least, for vague words; else the first reading
     * @param scale the factor it was written with, 1 for none
     * @param suffix letters after the digits that are no scale, lower case; may be empty
     * @param softly whether a noun settles which reading is meant
     * @param comma whether a comma stands for the decimal mark
     * @param end index after its last token
     */
    public record Number(
            List<BigDecimal> readings,
            BigDecimal low,
            BigDecimal high,
            BigDecimal scale,
            String suffix,
            boolean softly,
            boolean comma,
            boolean approximate,
            int end) {
        /** One in words. `scale`: the factor that its last word stands for, 1 for none. */
        static Number worded(BigDecimal value, BigDecimal low, BigDecimal high, BigDecimal scale, int end) {
            return new Number(List.of(value), low, high, scale, "", false, false, false, end);
        }

        public BigDecimal value() {
            return readings.getFirst();
        }

        public boolean isClear() {
            return readings.size() == 1;
        }

        Number told(String rest, boolean decimalComma, boolean ish, int after) {
            return new Number(readings, low, high, scale, rest, softly, decimalComma, ish, after);
        }

        Number scaled(BigDecimal factor) {
            return new Number(
                    readings.stream().map(factor::multiply).toList(),
                    low.multiply(factor),
                    high.multiply(factor),
                    factor,
                    suffix,
                    softly,
                    comma,
                    approximate,
                    end);
        }
    }

    /** The number that starts at a token, or null. */
    @Nullable
    public Number at(int at) {
        Token token = cursor.at(at);
        if (token.mention() || token.isNumber() && token.glued()) {
            return null;
        }
        return token.isNumber() ? digits(token, at) : token.isWord() ? new NumberWords(cursor).at(at) : fraction(at);
    }

    /** "½ million". */
    private @Nullable Number fraction(int at) {
        String share = switch (cursor.at(at).text()) {
            case "½" -> "0.5";
            case "¼" -> "0.25";
            case "¾" -> "0.75";
            default -> "";
        };
        if (share.isEmpty()) {
            return null;
        }
        return words(plain(List.of(new BigDecimal(share)), "", at + 1), at + 1);
    }

    private static Number plain(List<BigDecimal> readings, String suffix, int end) {
        BigDecimal first = readings.isEmpty() ? BigDecimal.ZERO : readings.getFirst();
        return new Number(readings, first, first, BigDecimal.ONE, suffix, false, false, false, end);
    }

    private Number digits(Token token, int at) {
        Numeral numeral = Numeral.of(token.text());
        String suffix = token.suffix().toLowerCase(Locale.ROOT);
        if (numeral.readings().isEmpty()) {
            return plain(List.of(), suffix, at + 1);
        }
        Number number = plain(numeral.readings(), suffix, at + 1).told(suffix, numeral.decimalComma(), false, at + 1);
        Long scale = SCALES.get(suffix);
        if (scale != null) {
            return number.scaled(BigDecimal.valueOf(scale))
                    .told("", numeral.decimalComma(), suffix.endsWith("ish"), number.end());
        }
        if (suffix.equals("m") || suffix.equals("mm")) {
            return millions(number, token.suffix());
        }
        if (!BARE.contains(suffix)) {
            return number;
        }
        Number plain = number.told("", numeral.decimalComma(), suffix.equals("ish"), number.end());
        return suffix.isEmpty() ? words(plain, at + 1) : plain;
    }

    /** A capital M is a million; a small one after a whole number can be something else unless a noun follows. */
    private static Number millions(Number number, String suffix) {
        boolean capital = suffix.startsWith("M");
        boolean decimals = number.value().stripTrailingZeros().scale() > 0;
        Number million = number.scaled(MILLION);
        if (capital || !number.isClear()) {
            return million.told("", number.comma(), false, number.end());
        }
        List<BigDecimal> readings = decimals
                ? List.of(million.value())
                : List.of(million.value(), number.value().multiply(THOUSAND));
        return new Number(
                readings,
                million.value(),
                million.value(),
                MILLION,
                "",
                !decimals,
                number.comma(),
                false,
                number.end());
    }

    /** The scale in words after digits: "50 thousand", "1.2 million", "50 k". */
    private Number words(Number number, int at) {
        int next = cursor.isMark(at, '-') && !cursor.at(at).spaced() ? at + 1 : at;
        Long scale = cursor.at(at).mention() ? null : NumberWords.scale(cursor.at(next));
        return scale == null
                ? number
                : number.scaled(BigDecimal.valueOf(scale)).told("", number.comma(), false, next + 1);
    }
}
