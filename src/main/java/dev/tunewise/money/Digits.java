package dev.tunewise.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes the digits of a number, thousands separated by commas. An estimate writes thousands of numbers, so this is by hand. */
final class Digits {
    /** The number half up with at most so many decimals; zeros at the end go, down to the least number of decimals. */
    static String of(BigDecimal value, int leastDecimals, int mostDecimals) {
        String digits = value.setScale(mostDecimals, RoundingMode.HALF_UP).toPlainString();
        int start = digits.charAt(0) == '-' ? 1 : 0;
        int dot = digits.indexOf('.');
        int point = dot < 0 ? digits.length() : dot;
        int end = digits.length();
        while (dot > 0 && end > dot + 1 + leastDecimals && digits.charAt(end - 1) == '0') {
            end--;
        }
        StringBuilder text = new StringBuilder(digits.length() + 8);
        for (int i = 0; i < point; i++) {
            if (i > start && (point - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return end > point + 1 ? text.append(digits, point, end).toString() : text.toString();
    }
}
