package dev.tunewise.flow.interview;

import dev.tunewise.flow.anchor.AnchoredPattern;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of a message by its place in the grammar, whatever words it was told in: its unit, what it counts, how it stands to the number beside it, its
 * period, and the clause around it. Flow files find their roles in the lines that this makes: `§percent 71 on 150 gold questions | per - | right | before
 * | after | said`.
 */
record ToldFigure(BigDecimal value, String unit, String sign, int start, int tail) {
    private static final String MARK = "§";

    private static final List<String> WORDS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w.,@#^=]|\\d |(?<!\\d)[/-])(?<money>[€$£]\\s?|(?:usd|eur|gbp) (?=\\d))?(?<number>"
                    + FigureShape.DIGITS + "|(?:" + String.join("|", WORDS.subList(1, 13))
                    + ")\\b(?! in \\d+ ?(?:/|of|out of)))"
                    + "(?:\\s?(?<factor>k|t|m|b)(?:(?<=t)housand|(?<=m)n|(?<=m)illion|(?<=b)n|(?<=b)illion)?\\b(?<!t|b)(?! ?(?:/|x\\b)))?(?![\\d:]|[.,]\\d|[a-z](?<![sbhgmp]))"
                    + "(?:(?<after>\\s?[€$£]|\\s(?:euros?|eur|usd|dollars?|pounds?|gbp|francs|bucks|cents?)\\b)"
                    + "|[\\s-]?(?<unit>%|percent|per cent|pct|points?|ms|milliseconds?|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|days?|weeks?|months?|years?|yrs?|gb|b)(?<=%|\\b)(?!\\w|['-]))?");

    private static final String WORD =
            " (?!(?:and|or|but|that|which|who|with|for|on|in|at|to|from|is|are|was|were|has|have|had|as|than|so|if|when|while|we|i|they|it|"
                    + "you|each|every|per|a|an|of|by|not|vs|versus|against|the)\\b)[a-z][a-z'&-]*";
    private static final Pattern NOUN =
            Pattern.compile("^(?: (?:of|the|our|my|their|these|those|such|your|all))*((?:" + WORD + "){1,5})");
    private static final Pattern PERIOD = Pattern.compile(
            "^[^;!?,\\d(]{0,40}?(?:\\b(?:a|an|per|each|every) |/ ?)(second|s|minute|hour|hr|h|night|day|week|wk|month|mo|year|yr)\\b"
                    + "|^[^;!?,\\d(.]{2,30}?\\b(nightly|daily|weekly|monthly|yearly|annually)\\b"
                    + "|^[^;!?,\\d(.]{0,30}?(?:\\bper |/ ?)[a-z]|^ (?:for )?(?:an?|every) [a-z]|^[^;!?,\\d(.]{0,25}?\\b(?:each|apiece)\\b");
    private static final Pattern OF = Pattern.compile(
            " ?(?:(?:right|correct|good|usable|times) )?(?:of|out of|/) ?(?:the |our |my |those |these )?(?:~|about |around )?| in (?:every )?");
    private static final String MOVED =
            ".*\\b(?:from|went|goes|fell|falls|rose|drop\\w*|climbed|improved|grew|jumped|moved|came|raised|cut)\\b.*";
    private static final String PART_OF_DAY = "second|s|minute|hour|hr|h|";
    private static final Pattern ON = Pattern.compile(
            "(?:[^;!?.|]|\\.(?=\\w)){0,60}?\\b(?:on|of|over|across|from)(?: [a-z'-]+){0,5} ?(?:~|about |around )?");
    private static final Pattern AGAINST = Pattern.compile(
            "[^;!?.]{0,50}?\\b(?:vs\\.?|versus|against|compared (?:to|with)|where we average)(?![a-z])[^;!?.]{0,30}");
    private static final Pattern TO = Pattern.compile(" ?(?:to|->|→) ?(?:about |only |just )?");
    private static final Pattern RANGE = Pattern.compile(" ?(?:-|–|or|to) ?");
    private static final Pattern AND = Pattern.compile(
            " [a-z' -]{0,60}?(?:and|but|,|:|found|missed|showed|gave) ?(?:only |in |got |found |of (?:them|these|those) |[a-z]+ed (?:it )?)*");

    /** Whether a pattern looks for the lines of figures and not for words. */
    static boolean isSought(AnchoredPattern pattern) {
        return pattern.pattern().pattern().startsWith(MARK);
    }

    /** A line for each number of a text, and one for each two that belong together. */
    static String lines(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('\u00a0', ' ') + " ";
        List<ToldFigure> all =
                NUMBER.matcher(plain).results().limit(150).map(ToldFigure::of).toList();
        StringBuilder lines = new StringBuilder();
        for (int at = 0; at < all.size(); at++) {
            ToldFigure one = all.get(at);
            int before = at == 0 ? 0 : all.get(at - 1).tail;
            ToldFigure next = all.get(Math.min(at + 1, all.size() - 1));
            String joint = one.tail < next.start ? plain.substring(one.tail, next.start) : "";
            String relation = one.relation(next, joint, clauseBefore(plain, before, one.start));
            if (relation.equals("share")) {
                BigDecimal percent = one.value.scaleByPowerOfTen(2).divide(next.value, MathContext.DECIMAL32);
                one = new ToldFigure(percent, "percent", "", one.start, next.tail);
                at++;
            } else if (relation.equals("or")) {
                at++;
                continue;
            } else if (!relation.isEmpty()) {
                lines.append(one.line(plain, " " + relation + " " + next.value, joint, before, all, at + 1));
            }
            lines.append(one.line(plain, "", "", before, all, at));
        }
        return lines.toString();
    }

    private static ToldFigure of(MatchResult found) {
        String number = found.group("number");
        String money = found.group("money") + " " + found.group("after");
        boolean priced = !money.equals("null null");
        int thousands = "-kmb"
                .indexOf(Objects.requireNonNullElse(found.group("factor"), "-").replace('t', 'k'));
        BigDecimal value =
                WORDS.contains(number) ? BigDecimal.valueOf(WORDS.indexOf(number)) : FigureShape.number(number, priced);
        String unit = priced ? "money" : Objects.requireNonNullElse(found.group("unit"), "count");
        BigDecimal amount = value.scaleByPowerOfTen(money.contains("cent") ? -2 : 3 * thousands);
        return new ToldFigure(
                new BigDecimal(amount.toPlainString()),
                unit.startsWith("p") && !unit.startsWith("po") || unit.equals("%") ? "percent" : unit,
                FigureShape.sign(money),
                found.start(),
                found.end());
    }

    /** How it stands to the next number: a part of it, measured on it, beside it, before it, or one end of a range. */
    private String relation(ToldFigure next, String joint, String before) {
        boolean counts = unit.equals("count") && next.unit.equals("count");
        boolean alike = unit.equals(next.unit) || unit.equals("count") && !next.unit.equals("money");
        boolean measure = unit.equals("percent") || value.compareTo(BigDecimal.ONE) < 0;
        int size = value.compareTo(next.value);
        // A part of so few tells a share: nobody counts “4 of 5”.
        boolean few = next.value.compareTo(BigDecimal.valueOf(20)) <= 0;
        if (joint.isEmpty() || counts && size <= 0 && is(OF, joint)) {
            return joint.isEmpty() || joint.startsWith(" in ") && !few
                    ? ""
                    : few && value.scale() <= 0 && next.value.signum() > 0 ? "share" : "of";
        }
        if (alike && is(TO, joint) && (size > 0 || joint.matches(".*[>→].*") || before.matches(MOVED))) {
            return "to";
        }
        if (alike && (size < 0 && is(RANGE, joint) || is(AGAINST, joint))) {
            return is(RANGE, joint) ? "or" : "against";
        }
        return measure && next.unit.equals("count") && is(ON, joint)
                ? "on"
                : counts && size >= 0 && is(AND, joint) ? "holds" : "";
    }

    private static boolean is(Pattern pattern, String words) {
        return pattern.matcher(words).matches();
    }

    private String line(String plain, String relation, String joint, int before, List<ToldFigure> all, int at) {
        int from = Math.max(tail, all.get(at).tail);
        int end = at + 1 < all.size() ? Math.max(from, all.get(at + 1).start) : plain.length();
        String after = clauses(plain.substring(from, end))[0];
        Matcher noun = NOUN.matcher(after.replaceFirst("^-", " "));
        String counted = noun.find() ? noun.group(1).strip() : "";
        Matcher period = PERIOD.matcher(after);
        boolean told = period.find();
        String per = told
                ? Objects.requireNonNullElse(period.group(1), Objects.requireNonNullElse(period.group(2), ""))
                : "";
        String rate = !told ? "-" : per.isEmpty() ? "each" : PART_OF_DAY.contains(per + "|") ? per : "month";
        BigDecimal amount = (relation.isEmpty() ? FigureShape.monthly(value, per) : value).round(new MathContext(8));
        boolean asks = plain.substring(from, Math.min(plain.length(), from + 200))
                .matches("(?s)(?:[^?!.\\n]|\\.(?=\\w))*\\?.*");
        return String.join(
                " | ",
                MARK + unit + " " + (sign + " " + amount.toPlainString()).strip() + relation,
                "per " + rate,
                counted,
                (clauseBefore(plain, before, start) + clauses(joint)[0]).strip(),
                after.strip(),
                asks ? "asked\n" : "said\n");
    }

    private static String[] clauses(String text) {
        return text.split("[;!?\\n|]|\\.(?:\\s|$)", -1);
    }

    private static String clauseBefore(String plain, int from, int start) {
        String[] clauses = clauses(plain.substring(Math.min(Math.max(from, start - 90), start), start));
        return clauses[clauses.length - 1];
    }
}
