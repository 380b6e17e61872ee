package dev.tunewise.cost;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number in a text. */
record QuotedFigure(BigDecimal value, Kind kind) {
    enum Kind {
        PLAIN,
        MONEY,
        TIMES,
        WEEKS
    }

    private static final Map<String, String> WORDS = Map.of(
            "two", "2",
            "three", "3",
            "four", "4",
            "five", "5",
            "six", "6",
            "twelve", "12",
            "hundred", "100",
            "thousand", "1000");
    private static final Pattern WORD = Pattern.compile("\\b(two|three|four|five|six|twelve|hundred|thousand)\\b");
    private static final Pattern NUMBER = Pattern.compile(
            "(\\$|usd )?(1/)?(?<![\\d.])(\\d+(?:\\.\\d+)?)(k(?![a-z]))?\\s*(x\\b|×|-?fold|times|th\\b|usd|dollars?|cents?|weeks?)?");

    /** All numbers of a text in lower case; small ones may be written out. */
    static Set<QuotedFigure> in(String text) {
        String digits = WORD.matcher(text.replaceAll("(?<=\\d),(?=\\d{3})", ""))
                .replaceAll(match -> WORDS.getOrDefault(match.group(), match.group()));
        Set<QuotedFigure> found = new LinkedHashSet<>();
        Matcher matcher = NUMBER.matcher(digits);
        while (matcher.find()) {
            BigDecimal value = new BigDecimal(matcher.group(3));
            if (matcher.group(4) != null) {
                value = value.movePointRight(3);
            }
            found.add(new QuotedFigure(value.stripTrailingZeros(), kind(matcher)));
        }
        return found;
    }

    /** Says whether a text quotes this figure; people leave out the dollar sign, but not "times" or "weeks". */
    boolean isAmong(Set<QuotedFigure> quoted) {
        return quoted.contains(this) || kind == Kind.MONEY && quoted.contains(new QuotedFigure(value, Kind.PLAIN));
    }

    private static Kind kind(Matcher matcher) {
        String after = matcher.group(5) == null ? "" : matcher.group(5);
        if (after.startsWith("week")) {
            return Kind.WEEKS;
        }
        if (matcher.group(2) != null || after.matches("x|×|-?fold|times|th")) {
            return Kind.TIMES;
        }
        return matcher.group(1) != null || after.matches("usd|dollars?") ? Kind.MONEY : Kind.PLAIN;
    }
}
