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
    private static final Pattern ENGLISH = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern INDIAN = Pattern.compile("\\d{1,2}(,\\d{2})+,\\d{3}");
    private static final Pattern EUROPEAN =
            Pattern.compile("\\d{1,3}(\\.\\d{3}){2,}(,\\d+)?|\\d{1,3}(\\.\\d{3})+,\\d+");
    private static final Pattern SPACED = Pattern.compile("\\d{1,3}( \\d{3})+([.,]\\d{1,2})?");
    private static final Pattern MARKED = Pattern.compile("\\d{1,3}(['_]\\d{3})+(\\.\\d+)?");
    private static final Pattern POINT = Pattern.compile("\\d+\\.\\d+");
    private static final Pattern THREE_AFTER_POINT = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");
    private static final Pattern COMMA = Pattern.compile("\\d+,\\d{1,2}");
    private static final Pattern COMMA_AFTER_ZERO = Pattern.compile("0,\\d+");

    static Numeral of(String digits) {
        if (digits.length() > MOST_DIGITS * 2) {
            return NONE;
        }
        if (DIGITS.matcher(digits).matches()) {
            return digits.length() > MOST_DIGITS ? NONE : clear(digits);
        }
        if (ENGLISH.matcher(digits).matches() || INDIAN.matcher(digits).matches()) {
            return clear(digits.replace(",", ""));
        }
        if (EUROPEAN.matcher(digits).matches()) {
            return clear(digits.replace(".", "").replace(',', '.'));
        }
        if (SPACED.matcher(digits).matches()) {
            return clear(digits.replace(" ", "").replace(',', '.'));
        }
        if (MARKED.matcher(digits).matches()) {
            return clear(digits.replace("'", "").replace("_", ""));
        }
        if (THREE_AFTER_POINT.matcher(digits).matches()) {
            return new Numeral(List.of(new BigDecimal(digits.replace(".", "")), new BigDecimal(digits)), false);
        }
        if (POINT.matcher(digits).matches()) {
            return clear(digits);
        }
        if (COMMA_AFTER_ZERO.matcher(digits).matches()) {
            return clear(digits.replace(',', '.'));
        }
        if (COMMA.matcher(digits).matches()) {
            return new Numeral(List.of(new BigDecimal(digits.replace(',', '.'))), true);
        }
        return NONE;
    }

    private static Numeral clear(String decimal) {
        return new Numeral(List.of(new BigDecimal(decimal)), false);
    }
}
