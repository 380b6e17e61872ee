package dev.tunewise.money;

import java.util.regex.Pattern;

/** Whether a text names an amount of money, whoever wrote it. */
public final class AmountMention {
    private static final Pattern AMOUNT = Pattern.compile(
            "\\p{Sc}\\s?\\d|\\d\\s?\\p{Sc}"
                    + "|\\b(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|INR)\\s?\\d"
                    + "|\\d\\s?(?:k|m|bn|million|thousand)?\\s?(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|INR"
                    + "|dollars?|euros?|cents?|pounds?|francs?|rupees?|bucks?)\\b",
            Pattern.CASE_INSENSITIVE);

    public static boolean in(String text) {
        return AMOUNT.matcher(text).find();
    }
}
