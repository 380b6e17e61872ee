package dev.tunewise.cost.statistics;

import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer to "which of two systems is better, when both answered the same items?".
 *
 * @param test McNemar's test of the items on which they differ
 * @param text the answer in words, with the figures behind it
 */
public record PairedAnswer(McNemar test, String text) {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,])\\d{1,6}(?![\\d.]|,\\d)");
    private static final String COUNT = "(?<![\\d.,])(\\d{1,6})\\s+(?:items?\\s+|cases?\\s+|times?\\s+)?";
    /** "25 right that the other got wrong", and "10 only the tuned one got right". */
    private static final List<Pattern> ONE_SIDED = List.of(
            Pattern.compile(COUNT + "(?:right|correct)\\b[^.;?\\d]{0,40}\\bwrong\\b"),
            Pattern.compile(COUNT + "(?:that\\s+|where\\s+|which\\s+)?only\\b"),
            Pattern.compile("\\bonly\\b[^.;?,\\d]{1,30}\\bright\\b[^.;?,\\d]{0,15}\\b(\\d{1,6})\\b"));

    /** "Won 34, lost 22", of a judge who compared the outputs of the two one by one. */
    private static final List<Pattern> PREFERRED = List.of(
            Pattern.compile("\\bw[io]ns?\\s+(\\d{1,6})(?:,|\\s|\\band\\b|\\bbut\\b)+los(?:t|es?)\\s+(\\d{1,6})\\b"
                    + "(?!\\s+(?!(?:and|with|of|on|to|ties?|draws?)\\b)\\p{L})"),
            Pattern.compile("\\b(\\d{1,6})\\s+wins(?:,|\\s|\\band\\b|\\bagainst\\b)+(\\d{1,6})\\s+loss(?:es)?\\b"));

    private static final Pattern NAMED = Pattern.compile("\\b(?:mcnemar|discordant)\\b");
    private static final MathContext TWO_DIGITS = new MathContext(2);

    /** The answer for two counts of 0 or more: items that only the first system got right, and only the second. */
    public static PairedAnswer of(int onlyFirst, int onlySecond) {
        McNemar test = McNemar.of(onlySecond, onlyFirst);
        String chance = "p = " + BigDecimal.valueOf(test.p()).round(TWO_DIGITS).toPlainString()
                + (test.exact()
                        ? ", exact McNemar test"
                        : ", McNemar test with continuity correction, chi-squared "
                                + BigDecimal.valueOf(test.chiSquared())
                                        .round(new MathContext(3))
                                        .toPlainString());
        String counts = count(onlyFirst) + " items that only the first got right against " + count(onlySecond)
                + " that only the second did";
        return new PairedAnswer(
                test,
                verdict(test, onlyFirst > onlySecond) + counts + " (" + chance
                        + "). Items that both got right or both wrong say nothing.");
    }

    /** The answer for two counts of 0 or more: comparisons that the first system won, and that it lost. */
    public static PairedAnswer preferred(int won, int lost) {
        McNemar test = McNemar.of(lost, won);
        return new PairedAnswer(
                test,
                verdict(test, won > lost) + count(won) + " won against " + count(lost) + " lost is p = "
                        + BigDecimal.valueOf(test.p()).round(TWO_DIGITS).toPlainString()
                        + " by the sign test" + share(won, lost)
                        + "; ties say nothing. Comparisons whose winner changes when the two are shown in the other order count as ties.");
    }

    /** The share won of those decided, with its interval: one that holds 50 % shows nothing. */
    private static String share(int won, int lost) {
        if (won + lost == 0) {
            return "";
        }
        double share = (double) won / (won + lost);
        Proportions.Interval interval = Proportions.wilson(share, won + lost);
        return ", and " + won + " of " + (won + lost) + " decided are " + Math.round(100 * share)
                + " %, with a 95 % interval of " + Math.round(100 * interval.low()) + " to "
                + Math.round(100 * interval.high()) + " %";
    }

    private static String verdict(McNemar test, boolean first) {
        return test.shows()
                ? "Yes: the " + (first ? "first" : "second") + " is better. "
                : "Not shown: such a difference comes by chance too often. ";
    }

    /** The answer to a text that gives the two counts; empty for any other. */
    public static Optional<PairedAnswer> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replaceAll("(?<=\\d),(?=\\d{3})", "");
        for (Pattern pattern : ONE_SIDED) {
            List<Integer> counts = all(pattern.matcher(lower), 1);
            if (counts.size() == 2) {
                return Optional.of(of(counts.get(0), counts.get(1)));
            }
        }
        for (Pattern pattern : PREFERRED) {
            Matcher counts = pattern.matcher(lower);
            if (counts.find()) {
                return Optional.of(preferred(Integer.parseInt(counts.group(1)), Integer.parseInt(counts.group(2))));
            }
        }
        List<Integer> numbers = all(NUMBER.matcher(lower), 0);
        return NAMED.matcher(lower).find() && numbers.size() == 2
                ? Optional.of(of(numbers.get(0), numbers.get(1)))
                : Optional.empty();
    }

    private static List<Integer> all(Matcher matcher, int group) {
        List<Integer> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(Integer.valueOf(matcher.group(group)));
        }
        return found;
    }

    private static String count(int items) {
        return NumberFormat.number(BigDecimal.valueOf(items));
    }
}
