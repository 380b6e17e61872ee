package dev.tunewise.reading.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What digits with separators stand for.
 *
 * @param readings the possible numbers, the likeliest first: one when it is clear, none when it is no quantity
 * @param decimalComma whether the first reading takes a comma for the decimal mark
 */
record Numeral(List<BigDecimal> readings, boolean decimalComma) {
    private static final int MOST_DIGITS = 15;
    private static final Numeral NONE = new Numeral(List.of(), false);

    // Each pattern has one way to match, so all are linear.
    private static final Pattern DIGITS = Pattern.compile("0|[1-9]\\d*");
    private static final Pattern THREE_AFTER_POINT = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");
    private static final Pattern COMMA = Pattern.compile("\\d+,\\d{1,2}");

    /** Clear ways to write a number, the first that fits counting; what parts its thousands is dropped, and a comma that is left is the decimal mark. */
    private record Way(Pattern digits, String parting) {
        static Way of(String digits, String parting) {
            return new Way(Pattern.compile(digits), parting);
        }
    }

    private static final List<Way> WAYS = List.of(
            Way.of("\\d{1,3}(,\\d{3})+(\\.\\d+)?|\\d{1,2}(,\\d{2})+,\\d{3}", "[,]"),
            Way.of("\\d{1,3}(\\.\\d{3}){2,}(,\\d+)?|\\d{1,3}(\\.\\d{3})+,\\d+", "[.]"),
            Way.of("\\d{1,3}( \\d{3})+([.,]\\d{1,2})?", " "),
            Way.of("\\d{1,3}(['_]\\d{3})+(\\.\\d+)?", "['_]"),
            Way.of("\\d+\\.\\d+|0,\\d+", " "));

    static Numeral of(String digits) {
        if (digits.length() > MOST_DIGITS * 2) {
            return NONE;
        }
        if (DIGITS.matcher(digits).matches()) {
            return digits.length() > MOST_DIGITS ? NONE : clear(digits);
        }
        if (THREE_AFTER_POINT.matcher(digits).matches()) {
            return new Numeral(List.of(new BigDecimal(digits.replace(".", "")), new BigDecimal(digits)), false);
        }
        for (Way way : WAYS) {
            if (way.digits.matcher(digits).matches()) {
                return clear(digits.replaceAll(way.parting, "").replace(',', '.'));
            }
        }
        return COMMA.matcher(digits).matches()
                ? new Numeral(List.of(new BigDecimal(digits.replace(',', '.'))), true)
                : NONE;
    }

    private static Numeral clear(String decimal) {
        return new Numeral(List.of(new BigDecimal(decimal)), false);
    }
}
