package dev.tunewise.flow.interview;

import dev.tunewise.flow.anchor.AnchoredPattern;
import dev.tunewise.money.MonthLength;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words around a figure that tell its role, as flow files write them: a regular expression in which `#` stands for the number, `@money` for
 * a number with its currency, `@per` for a period, and `~` for a few words without another number. What is told for a day, a week or a year is
 * taken for a month; `@more` is added to the number. `#<fact>` is the number of that fact, so that one shape may read several that belong together.
 */
public final class FigureShape {
    private static final String FIGURE = "figure";
    static final String DIGITS = "\\d{1,3}(?:[,.\u00a0 '’]\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)?";
    private static final String ABOUT = "(?:(?:~|ca\\.?|about|around|some|only|roughly|approx\\.?) ?)?";
    private static final String NOT_PART_OF_ANOTHER = "(?<![\\w.,])(?<![\\d%] ?[-–/] ?)(?<!\\d %? ?(?:to|or) )";
    private static final String END = "(?![\\d]|[.,]\\d|\\s?(?:[-–]|to|or)\\s?\\d)";
    /** What a number is multiplied with; "300 ct scans" are no cents. */
    private static final String FACTOR =
            "(?:\\s?(?<figurek>k|thousand)\\b|\\s?(?<figurem>m|mn|mio|million)\\b|\\s?(?<figurec>cents?\\b|ct\\b(?=\\s?(?:/|per\\b|an?\\b|each\\b|for\\b|[.,;:)]|$))|¢))?";

    private static final String NUMBER = ABOUT + NOT_PART_OF_ANOTHER + "(?<figure>" + DIGITS + ")" + FACTOR + END;
    private static final String FREE = ABOUT + "(?<![\\w.,])(?<figure>" + DIGITS + ")" + FACTOR + "(?!\\d|[.,]\\d)";
    private static final String CURRENCY = "(?:[€$£]|euros?\\b|eur\\b|usd\\b|dollars?\\b|pounds?\\b|gbp\\b)";
    private static final String MONEY = "(?:(?:eur|usd|gbp) (?=\\d)|(?=[€$£\\d])(?=[€$£]|[\\d.,]+\\s?k?\\s?" + CURRENCY
            + ")(?:[€$£]\\s?)?)" + NUMBER + "(?:\\s?" + CURRENCY + ")?";
    private static final String PERIOD =
            "(?<per>(?:(?:an?|per|each|every) |/ ?)(?:day|week|wk|month|mo|year|yr)\\b|(?:dai|week|month|year)ly\\b)";
    private static final String FEW_WORDS = "[^.!?\\d\\n]{0,40}?";
    /** What may stand before a number with which a shape opens: it is looked for where digits are, not at every letter. */
    private static final Pattern OPENING = Pattern.compile("(?:\\(\\?<!(?:\\[[^\\]]*\\]|[^()])*\\))*");

    private static final Pattern NUMBER_FIRST = Pattern.compile(OPENING + "#");
    private static final Pattern MACRO = Pattern.compile("@money|@per|@more|#<([a-z]+)>|#|~");
    private static final Map<String, String> MACROS = Map.of(
            "@money", MONEY, "@per", PERIOD, "@more", "(?<more>" + DIGITS + ")" + END, "#", NUMBER, "~", FEW_WORDS);

    private static final BigDecimal DAYS = BigDecimal.valueOf(MonthLength.DAYS);
    private static final BigDecimal WEEKS =
            MonthLength.CALENDAR_DAYS.divide(BigDecimal.valueOf(7), MathContext.DECIMAL32);

    /** What was pasted or quoted: its figures are somebody else's or a program's. */
    private static final Pattern FOREIGN = Pattern.compile("(?s)```.*?(?:```|$)|(?m)^>.*$");

    /** Nobody gives a fraction to three zeros: who writes so parts thousands with dots everywhere. */
    private static final Pattern DOTTED = Pattern.compile("(?<![\\d.,])[1-9]\\d{0,2}\\.000(?![\\d.,]\\d|\\d)");

    private static final Pattern DOTS = Pattern.compile("(?<![\\d.,])([1-9]\\d{0,2})\\.(\\d{3})(?![.,]?\\d)");

    /** Which figure of a shape is the one of a fact; empty where the pattern was made of no shape. */
    static Optional<String> role(AnchoredPattern pattern, String fact) {
        return Stream.of(fact, FIGURE).filter(pattern::reads).findFirst();
    }

    /** The facts that a shape reads by their names. */
    public static List<String> facts(String shape) {
        return MACRO.matcher(shape)
                .results()
                .map(found -> found.group(1))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** A text without what was pasted or quoted in it and with thousands parted by commas, every letter in its place. */
    static String own(String text) {
        String own = FOREIGN.matcher(text)
                .replaceAll(found -> " ".repeat(found.group().length()));
        return DOTTED.matcher(own).find() ? DOTS.matcher(own).replaceAll("$1,$2") : own;
    }

    /** A shape, made executable. */
    public static Pattern pattern(String shape) {
        String spelled = MACRO.matcher(shape).replaceAll(found -> {
            String number = found.group(1) == null
                    ? MACROS.getOrDefault(found.group(), "")
                    : FREE.replace("<" + FIGURE, "<" + found.group(1));
            boolean opens = number.startsWith(ABOUT)
                    && OPENING.matcher(shape.substring(0, found.start())).matches();
            return Matcher.quoteReplacement(opens ? number.substring(ABOUT.length()) : number);
        });
        boolean number = NUMBER_FIRST.matcher(shape).lookingAt();
        return Pattern.compile((number ? "(?=\\d)" : "") + spelled, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The number of a match, for a month where it has a period. */
    static BigDecimal value(MatchResult match, String role) {
        boolean euros = !sign(match.group()).isEmpty();
        BigDecimal value = number(match.group(role), euros);
        if (group(match, "more") instanceof String more) {
            value = value.add(number(more, euros));
        }
        value = group(match, role + "k") != null
                ? value.scaleByPowerOfTen(3)
                : group(match, role + "m") != null
                        ? value.scaleByPowerOfTen(6)
                        : group(match, role + "c") != null ? value.scaleByPowerOfTen(-2) : value;
        return monthly(value, group(match, "per") instanceof String words ? words.toLowerCase(Locale.ROOT) : "");
    }

    /** So many a month where a period is told that is no shorter than a day. */
    static BigDecimal monthly(BigDecimal value, String per) {
        return per.contains("da") || per.startsWith("night")
                ? value.multiply(DAYS)
                : per.contains("w")
                        ? value.multiply(WEEKS)
                        : per.contains("y") && !per.contains("m") || per.startsWith("annu")
                                ? value.divide(BigDecimal.valueOf(12), MathContext.DECIMAL32)
                                : value;
    }

    /** A dot before three digits parts thousands only in an amount of euros or where there are two of them; `0.125` is a fraction everywhere. */
    static BigDecimal number(String words, boolean euros) {
        String plain = words.replaceAll("[\u00a0 '’]", "");
        boolean fraction = plain.startsWith("0");
        if (!fraction && plain.matches("\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?:\\.\\d{3}){2,}")
                || !fraction && euros && plain.matches("\\d{1,3}\\.\\d{3}")) {
            return new BigDecimal(plain.replaceAll("[.,]", ""));
        }
        return new BigDecimal(plain.replace(',', '.'));
    }

    /** The sign of the currency that words name; empty for none. */
    public static String sign(String words) {
        String plain = words.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        return plain.matches(".*(?:€|eur).*")
                ? "€"
                : plain.matches(".*(?:[$]|usd|dollar).*") ? "$" : plain.matches(".*(?:£|gbp|pound).*") ? "£" : "";
    }

    private static @Nullable String group(MatchResult match, String name) {
        return match.namedGroups().containsKey(name) ? match.group(name) : null;
    }
}
