package dev.tunewise.reading.intent;

import dev.tunewise.reading.cue.Annotations;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.number.Rate;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.text.WordSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one question of a message where that asks what calls or pieces cost and tells the figures itself. A figure without a part in such
 * a sum, and it is none: what is left over might change it.
 */
public final class BillQuestion {
    private static final int LONGEST = 60;
    private static final int SHORT = 7;
    private static final BigDecimal HOURS_IN_MONTH = new BigDecimal("730.5");
    private static final BigDecimal SMALLEST_TOTAL = BigDecimal.valueOf(1_000_000);
    private static final Set<String> COST = WordSet.set("bill question: cost");
    private static final Set<String> OTHER = WordSet.set("bill question: other");
    private static final Set<String> TOKENS = WordSet.of("token tokens tok toks");
    private static final Set<String> IN = WordSet.of("in input inputs prompt context incoming");
    /** Of both sides what no number counts: "900 in", but "5,000 answers". */
    private static final Set<String> BARE = WordSet.of("in input incoming out output back outgoing");

    private static final Set<String> OUT = WordSet.set("bill question: out");
    private static final Set<String> LINKS = WordSet.of("of is are at with about around roughly some tokens and a an");
    private static final Set<String> EACH = WordSet.of("each apiece");
    private static final Set<String> NO_THING = WordSet.set("bill question: no thing");
    private static final Set<String> FURTHER = WordSet.set("bill question: further");
    private static final Set<String> MONTHLY = WordSet.of("monthly month");
    private static final Set<String> BATCH = WordSet.of("batch batched batches overnight nightly");
    private static final Set<String> FOLLOWS = WordSet.of("on with at for in");
    private static final Pattern VERSION = Pattern.compile("\\d\\.\\d");

    private final Annotations seen;
    private final TokenSequence line;
    private final List<String> models = new ArrayList<>();
    private String name = "";
    private @Nullable Amount count;
    private String thing = "";
    private @Nullable BigDecimal in;
    private @Nullable BigDecimal out;
    private @Nullable Amount each;

    private BillQuestion(Annotations seen) {
        this.seen = seen;
        line = seen.line();
    }

    public static Optional<Intent.BillOf> in(Annotations seen) {
        BillQuestion question = new BillQuestion(seen);
        return question.asks() && question.takesAll() && question.says() ? question.found() : Optional.empty();
    }

    /** No more than another model or number in the last sum: "and on Sonnet 4.6?", "and at 5 million?" */
    public static Optional<Intent.BillOf> following(Annotations seen) {
        BillQuestion question = new BillQuestion(seen);
        TokenSequence line = seen.line();
        boolean alone = line.asks() && line.size() <= SHORT && line.sentenceEnd(0) >= line.size();
        boolean joins = line.word(0).equals("and") && FOLLOWS.contains(line.word(1)) && !question.has(OTHER);
        boolean known = question.takesAll() && Set.of("", "calls", "?").contains(question.thing);
        return alone && joins && known ? question.found() : Optional.empty();
    }

    private boolean says() {
        return count != null || in != null || out != null;
    }

    /** Whether its only question asks for a sum. */
    private boolean asks() {
        int asked = 0;
        boolean costs = false;
        for (int start = 0; start < line.size() && line.size() <= LONGEST; start = line.sentenceEnd(start)) {
            QuestionSentence sentence = QuestionSentence.of(seen, start);
            boolean put = sentence.asked() || sentence.marked();
            asked += put ? 1 : 0;
            costs |= put && (line.sentenceHas(start, COST) || buys(sentence));
        }
        return asked == 1 && costs && !has(OTHER);
    }

    /** "1,200 notes at 4 euros a note, what is that?" */
    private boolean buys(QuestionSentence sentence) {
        return IntStream.range(sentence.start(), sentence.end())
                .filter(line::isAmount)
                .anyMatch(at -> isPrice(Objects.requireNonNull(line.items().get(at).amount), at));
    }

    private boolean takesAll() {
        for (int at = 0; at < line.size(); at++) {
            AnnotatedToken item = line.items().get(at);
            if (item.kind == AnnotatedToken.Kind.NAME && item.name != null) {
                named(item.name.match(), at);
            } else if (item.amount != null && !isVersion(at) && !takes(item.amount, at)) {
                return false;
            }
        }
        return true;
    }

    private void named(NameCatalogue.Match match, int at) {
        switch (match) {
            case NameCatalogue.Found(NameCatalogue.Entry entry) -> models.add(entry.id());
            case NameCatalogue.Ambiguous(List<NameCatalogue.Entry> several) ->
                models.addAll(NameCatalogue.ids(several.stream()
                        .filter(entry -> !isVersion(at + 1) || entry.label().endsWith(" " + typed(at + 1)))
                        .toList()));
            case NameCatalogue.Unknown _ -> name = typed(at);
        }
    }

    /** "Haiku 4.5 or mini": what may count is none of the name's. */
    private boolean isVersion(int at) {
        return line.isAmount(at)
                && line.isName(at - 1)
                && VERSION.matcher(typed(at)).matches();
    }

    private String typed(int at) {
        return seen.span(at, at + 1).of(seen.typed()).strip();
    }

    /** Gives an amount its part in the sum; says whether it has one. */
    private boolean takes(Amount amount, int at) {
        if (amount.isUnclear() || amount.low().compareTo(amount.high()) != 0) {
            return false;
        }
        if (each == null && isPrice(amount, at)) {
            each = amount;
            return true;
        }
        if (amount.kind() == Amount.Kind.DURATION && count == null && amount.rate() == null) {
            count = amount.times(HOURS_IN_MONTH);
            thing = "hours";
            return true;
        }
        if (amount.kind() != Amount.Kind.COUNT || amount.value().signum() <= 0) {
            return false;
        }
        if (isTokens(at)) {
            return amount.rate() == null && tokens(amount, at);
        }
        if (count != null || FURTHER.contains(line.word(at + 1))) {
            return false;
        }
        count = amount;
        thing = NO_THING.contains(line.word(at + 1)) ? "" : line.word(at + 1);
        return true;
    }

    private boolean isPrice(Amount amount, int at) {
        boolean one = BigDecimal.ONE.equals(amount.per()) || amount.rate() == null && EACH.contains(line.word(at + 1));
        return amount.kind() == Amount.Kind.MONEY && (one || isHourly(amount));
    }

    private static boolean isHourly(Amount amount) {
        Rate rate = amount.rate();
        return rate != null && rate.unit() == Rate.Unit.HOUR;
    }

    private boolean isTokens(int at) {
        return TOKENS.contains(line.word(at + 1)) || BARE.contains(line.word(at + 1)) || before(at) != 0;
    }

    /** Which side of a call a word names: 1 its input, 2 its output, 0 none. */
    private int side(int at) {
        return IN.contains(line.word(at)) ? 1 : OUT.contains(line.word(at)) ? 2 : 0;
    }

    /** The side that stands before a number: "prompt 3k", "answers of 200 tokens"; not where it is that of another number. */
    private int before(int at) {
        int back = at - 1;
        while (back > 0 && LINKS.contains(line.word(back))) {
            back--;
        }
        boolean free = back < 1
                || !line.isAmount(back - 1) && !(TOKENS.contains(line.word(back - 1)) && line.isAmount(back - 2));
        return free ? side(back) : 0;
    }

    private boolean tokens(Amount amount, int at) {
        int behind = at + 1 + (TOKENS.contains(line.word(at + 1)) ? 1 : 0);
        int after = side(line.word(behind).equals("of") ? behind + 1 : behind);
        int side = after == 0 ? before(at) : after;
        if (side != 2 && in == null) {
            in = amount.value();
            return true;
        }
        if (side != 1 && out == null && (side == 2 || in != null)) {
            out = amount.value();
            return side == 2;
        }
        return false;
    }

    private Optional<Intent.BillOf> found() {
        Amount price = each;
        boolean named = !models.isEmpty() || !name.isEmpty();
        boolean hours = count != null && count.kind() == Amount.Kind.DURATION;
        boolean other =
                price == null ? hours : count == null || named || in != null || out != null || hours != isHourly(price);
        if (other || !named && !says()) {
            return Optional.empty();
        }
        boolean totals = count == null
                && in != null
                && in.compareTo(SMALLEST_TOTAL) >= 0
                && (out == null || out.compareTo(SMALLEST_TOTAL.movePointLeft(1)) >= 0);
        return Optional.of(new Intent.BillOf(
                models,
                name,
                count == null ? null : counted(count),
                in,
                out,
                price == null ? null : new Intent.Each(price.value(), Objects.requireNonNullElse(price.currency(), "")),
                totals,
                has(BATCH),
                false));
    }

    private Intent.Counted counted(Amount counted) {
        Rate rate = counted.rate() == null && has(MONTHLY) ? new Rate(Rate.Unit.MONTH) : counted.rate();
        BigDecimal number = counted.value();
        BigDecimal hours = counted.hours();
        if (rate == null) {
            return new Intent.Counted(number, "", null, thing);
        }
        BigDecimal daily = hours == null ? rate.perDay(number) : rate.perDay(number, hours);
        String every = rate.every().equals(BigDecimal.ONE) ? "" : rate.every().toPlainString() + " ";
        return new Intent.Counted(number, every + rate.unit().name().toLowerCase(Locale.ROOT), daily, thing);
    }

    private boolean has(Set<String> words) {
        return line.items().stream().anyMatch(item -> words.contains(item.word));
    }
}
