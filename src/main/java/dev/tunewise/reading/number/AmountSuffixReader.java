package dev.tunewise.reading.number;

import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.TokenCursor;
import dev.tunewise.reading.text.WordSet;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds to an amount what the words after it say: per thousand, a day, or so, give or take, at peak. */
public final class AmountSuffixReader {
    private static final Set<String> PER = WordSet.of("per a an each every for par pro por am al im");
    private static final Set<String> FILL = WordSet.of("single calendar given");
    private static final Set<String> WORK = WordSet.of("business working work");
    private static final Map<String, Long> PACKS = WordSet.numbers(WordSet.named("amount suffix reader: packs"));
    private static final List<String> ABOUT = WordSet.phrases("or so|on average|or thereabouts");
    private static final List<String> MARGIN = WordSet.phrases("give or take|more or less|plus minus|plus or minus");
    private static final Map<Amount.Limit, List<String>> LIMITS = new EnumMap<>(Map.of(
            Amount.Limit.AT_LEAST, WordSet.phrases("or more|and up|or above"),
            Amount.Limit.AT_MOST, WordSet.phrases("or less|or fewer|at most|or below|max|tops"),
            Amount.Limit.PEAK, WordSet.phrases("at peak|peak")));

    private final TokenCursor cursor;
    private final NumberReader numbers;

    AmountSuffixReader(TokenCursor cursor) {
        this.cursor = cursor;
        numbers = new NumberReader(cursor);
    }

    private static AmountReader.Found with(AmountReader.Found found, Amount amount, int end) {
        return new AmountReader.Found(amount, found.first(), end);
    }

    AmountReader.Found after(AmountReader.Found bare) {
        AmountReader.Found found = plus(bare);
        if (found.amount().kind() == Amount.Kind.MONEY) {
            found = per(found);
        }
        Amount amount = found.amount();
        Stretch stretch = amount.rate() == null && amount.kind() != Amount.Kind.OTHER ? rateAt(found.end()) : null;
        if (stretch != null) {
            found = with(found, amount.withRate(stretch.rate(), true), stretch.end());
        }
        return closing(found);
    }

    /** "500+", "500 plus examples", "50-ish". */
    private AmountReader.Found plus(AmountReader.Found found) {
        int end = found.end();
        boolean tight = !cursor.at(end).spaced();
        boolean sign = cursor.isMark(end, '+') && tight && !cursor.at(end + 1).isNumber();
        boolean word = cursor.isWord(end, "plus")
                && cursor.at(end + 1).isWord()
                && numbers.at(end + 1) == null
                && !cursor.isWord(end + 1, "minus")
                && !cursor.isWord(end + 1, "or");
        if (sign || word) {
            return with(found, found.amount().withLimit(Amount.Limit.AT_LEAST), end + 1);
        }
        boolean ish = cursor.isMark(end, '-') && tight && cursor.isWord(end + 1, "ish");
        if (ish || cursor.isWord(end, "ish")) {
            return with(found, found.amount().roughly(), end + (ish ? 2 : 1));
        }
        return found;
    }

    /** "per 1k", "per ticket", "/call", "a call". */
    private AmountReader.Found per(AmountReader.Found found) {
        int at = found.end();
        if (!cursor.isMark(at, '/') && !cursor.isWord(at, PER)) {
            return found;
        }
        int next = at + 1;
        while (cursor.isWord(next, "every") || cursor.isWord(next, "each") || cursor.isWord(next, "a")) {
            next++;
        }
        NumberReader.Number pack = numbers.at(next);
        if (pack != null && pack.isClear() && pack.value().signum() > 0) {
            Amount amount = pack.suffix().isEmpty() ? found.amount().withPer(pack.value()) : Amount.other();
            return with(found, amount, pack.end());
        }
        Long scale = cursor.at(next).isWord() ? PACKS.get(cursor.at(next).text()) : null;
        if (scale != null) {
            return with(found, found.amount().withPer(BigDecimal.valueOf(scale)), next + 1);
        }
        boolean thing = cursor.at(next).isWord() && next == at + 1 && !cursor.isWord(at, "for") && rateAt(at) == null;
        return thing ? with(found, found.amount().withPer(BigDecimal.ONE), next) : found;
    }

    public record Stretch(Rate rate, int end) {}

    /** The rate whose words start at a token, or null. */
    @Nullable
    public Stretch rateAt(int at) {
        int word = afterPer(at);
        if (word == at) {
            return null;
        }
        word = cursor.isWord(word, FILL) ? word + 1 : word;
        boolean workday = cursor.isWord(word + 1, "day") && (cursor.isWord(word, WORK) || cursor.isWord(word, "week"));
        if (workday) {
            return new Stretch(new Rate(Rate.Unit.WORKDAY), word + 2);
        }
        Token token = cursor.at(word);
        if (token.isNumber() && token.text().equals("24")) {
            boolean hours = token.suffix().equals("h") || cursor.isWord(word + 1, "hours");
            return hours
                    ? new Stretch(
                            new Rate(Rate.Unit.DAY), word + (token.suffix().isEmpty() ? 2 : 1))
                    : null;
        }
        NumberReader.Number every = cursor.isWord(at, "every") ? numbers.at(word) : null;
        if (every != null && every.isClear() && every.value().signum() > 0) {
            String units = cursor.at(every.end()).text();
            Rate.Unit stretch = Rate.word(units.endsWith("s") ? units.substring(0, units.length() - 1) : units);
            return stretch == null ? null : new Stretch(new Rate(stretch, every.value()), every.end() + 1);
        }
        Rate.Unit unit = token.isWord() ? Rate.word(token.text()) : null;
        return unit == null ? null : new Stretch(new Rate(unit), word + 1);
    }

    /** The index after "per", "/", "a", "in a", or the same index. */
    private int afterPer(int at) {
        if (cursor.isMark(at, '/')) {
            return at + 1;
        }
        boolean hyphen = cursor.isMark(at, '-') && !cursor.at(at).spaced() && cursor.isWord(at + 1, "per");
        if (hyphen || cursor.isPhrase(at, "in", "a")) {
            return at + 2;
        }
        return cursor.isWord(at, PER) && !cursor.isWord(at, "for") ? at + 1 : at;
    }

    /** "or so", "give or take", "± 5k", "or more", "at peak". */
    private AmountReader.Found closing(AmountReader.Found found) {
        int at = found.end();
        Amount amount = found.amount();
        int about = phrase(at, ABOUT);
        if (about > at) {
            return with(found, amount.roughly(), about);
        }
        int margin = phrase(cursor.isMark(at, ',') ? at + 1 : at, MARGIN);
        boolean signs = cursor.isMark(at, '+') && cursor.isMark(at + 1, '/') && cursor.isMark(at + 2, '-');
        if (margin > at + 1 || signs || cursor.isMark(at, '±')) {
            return margin(found, signs ? at + 3 : cursor.isMark(at, '±') ? at + 1 : margin);
        }
        for (Map.Entry<Amount.Limit, List<String>> limit : LIMITS.entrySet()) {
            int end = phrase(at, limit.getValue());
            if (end > at) {
                return with(found, amount.withLimit(limit.getKey()), end);
            }
        }
        return found;
    }

    /** The index after the first of these phrases that stands here, or the same index. */
    private int phrase(int at, List<String> phrases) {
        if (!cursor.at(at).isWord()) {
            return at;
        }
        for (String phrase : phrases) {
            String[] words = phrase.split(" ");
            if (cursor.isPhrase(at, words)) {
                return at + words.length;
            }
        }
        return at;
    }

    /** The margin after "give or take" and "±", in the amount's own measure or in percent of it. */
    private AmountReader.Found margin(AmountReader.Found found, int at) {
        Amount amount = found.amount();
        NumberReader.Number margin = numbers.at(at);
        if (margin == null || !margin.isClear() || !margin.suffix().isEmpty()) {
            return with(found, amount.roughly(), at);
        }
        boolean sign = cursor.isMark(margin.end(), '%');
        boolean percent = sign && amount.kind() != Amount.Kind.PERCENT;
        BigDecimal value = amount.value();
        BigDecimal width = percent ? value.multiply(margin.value()).movePointLeft(2) : margin.value();
        boolean sensible = width.compareTo(value) <= 0 && amount.low().compareTo(amount.high()) == 0;
        Amount spread = sensible ? amount.within(value.subtract(width), value.add(width)) : amount.roughly();
        return with(found, spread, margin.end() + (sign ? 1 : 0));
    }
}
