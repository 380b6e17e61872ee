package dev.tunewise.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** How plain numbers are written for people. */
public final class NumberFormat {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final String[] SUFFIXES = {"", "k", "M", "B"};

    /** The ending of the first word that has one. */
    private static final Pattern PLURAL = Pattern.compile("(?<=[a-z][^s\\W])s\\b");

    /** Thousands separated, at most four decimals, no trailing zeros: {@code 1,500,000}, {@code 0.25}. */
    public static String number(BigDecimal value) {
        BigDecimal shown = value.signum() != 0 && value.abs().compareTo(BigDecimal.ONE) < 0
                ? value.round(new MathContext(4, RoundingMode.HALF_UP))
                : value.setScale(4, RoundingMode.HALF_UP);
        return Digits.of(shown, 0, 10);
    }

    /** A number with what it counts, which is given in the plural: {@code 3 retrainings a year}, {@code 1 retraining a year}. */
    public static String counted(BigDecimal value, String things) {
        if (things.isEmpty()) {
            return number(value);
        }
        return number(value) + " "
                + (value.compareTo(BigDecimal.ONE) == 0 ? PLURAL.matcher(things).replaceFirst("") : things);
    }

    /** Three digits and a suffix: {@code 950}, {@code 12.4k}, {@code 1.5M}. */
    public static String brief(BigDecimal value) {
        BigDecimal shown = value.round(new MathContext(3, RoundingMode.HALF_UP));
        int suffix = 0;
        while (shown.abs().compareTo(THOUSAND) >= 0 && suffix < SUFFIXES.length - 1) {
            shown = shown.movePointLeft(3);
            suffix++;
        }
        return Digits.of(shown, 0, 3) + SUFFIXES[suffix];
    }

    /** A share as percent with at most one decimal: 0.885 is {@code 88.5 %}. */
    public static String percent(BigDecimal share) {
        return Digits.of(share.movePointRight(2), 0, 1) + " %";
    }

    /** Months for people: {@code 0.5 months}, {@code 7 months}, {@code never} when infinite. */
    public static String months(double months) {
        if (Double.isInfinite(months) || Double.isNaN(months)) {
            return "never";
        }
        if (months > 1200) {
            return "over 100 years";
        }
        BigDecimal shown = BigDecimal.valueOf(months)
                .setScale(months < 10 ? 1 : 0, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        if (shown.signum() == 0) {
            return months > 0 ? "under 0.1 months" : "0 months";
        }
        return Digits.of(shown, 0, 1) + (shown.compareTo(BigDecimal.ONE) == 0 ? " month" : " months");
    }
}
