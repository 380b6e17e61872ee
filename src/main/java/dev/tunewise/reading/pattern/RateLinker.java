package dev.tunewise.reading.pattern;

import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.number.AmountSuffixReader;
import dev.tunewise.reading.number.Rate;
import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.WordSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ties rates to the amounts they belong to when words stand between: "50k tickets a day", "daily volume is 50k", "per day: 50k". */
final class RateLinker {
    /** The one fraction that is a word. */
    static final String ALL_HOURS = "24/7";

    private static final int FURTHEST_AFTER = 4;
    private static final int FURTHEST_BEFORE = 7;
    private static final BigDecimal WHOLE_DAY = BigDecimal.valueOf(24);
    private static final BigDecimal OFFICE_DAY = BigDecimal.valueOf(8);
    /** Words that cannot stand between a number and its rate. */
    private static final Set<String> BARRIERS = WordSet.set("rate linker: barriers");

    private static final List<String[]> ALL_DAY =
            WordSet.phrases("""
            around the clock|round the clock|day and night|all day long|non stop|nonstop|continuously|24x7|constantly|day night
            24/7""").stream().map(phrase -> phrase.split(" ")).toList();
    private static final Set<String> OFFICE = WordSet.of("business office working work opening");
    private static final Set<String> REPEATED = Set.of("per", "each", "every");
    private static final Set<String> CORRECTING = WordSet.of("sorry oops whoops mean meant rather correction");

    private final List<AnnotatedToken> items;
    private final AmountSuffixReader tail;
    private final List<Token> tokens;
    private final Map<Integer, Integer> tokenAt = new HashMap<>();

    RateLinker(List<AnnotatedToken> items, AmountSuffixReader tail, List<Token> tokens) {
        this.items = items;
        this.tail = tail;
        this.tokens = tokens;
        for (int i = 0; i < tokens.size(); i++) {
            tokenAt.putIfAbsent(tokens.get(i).start(), i);
        }
    }

    List<AnnotatedToken> linked() {
        for (int i = 0; i < items.size(); i++) {
            Amount amount = items.get(i).amount;
            if (amount != null && amount.kind() != Amount.Kind.OTHER && amount.rate() == null) {
                lookAhead(i);
            }
        }
        for (int i = 0; i < items.size(); i++) {
            leading(i);
            corrected(i);
        }
        hours();
        new ShiftRates(items).link();
        return items;
    }

    /** A rate after up to three words: "50k support tickets a day". The words of the rate become one item. */
    private void lookAhead(int at) {
        for (int next = at + 1; next < items.size() && next <= at + FURTHEST_AFTER; next++) {
            AnnotatedToken item = items.get(next);
            Phrase phrase = phrase(next);
            if (phrase != null) {
                Amount amount = Objects.requireNonNull(items.get(at).amount);
                if (amount.kind() == Amount.Kind.DURATION) {
                    return;
                }
                link(at, phrase.rate(), next == at + 1);
                collapse(next, phrase.end());
                return;
            }
            if (item.kind != AnnotatedToken.Kind.WORD || BARRIERS.contains(item.word)) {
                return;
            }
        }
    }

    private record Phrase(Rate rate, int end) {}

    /** The rate whose words start at an item, or null. */
    private @Nullable Phrase phrase(int at) {
        AnnotatedToken item = items.get(at);
        if (item.kind != AnnotatedToken.Kind.WORD) {
            return null;
        }
        Rate.Unit adjective = Rate.adjective(item.word);
        if (adjective != null) {
            return new Phrase(new Rate(adjective), at + 1);
        }
        Integer token = tokenAt.get(item.start);
        AmountSuffixReader.Stretch stretch = token == null ? null : tail.rateAt(token);
        if (stretch == null && token != null && token > 0) {
            // "tickets/day": the slash stands before the item
            stretch = tokens.get(token - 1).isMark('/') ? tail.rateAt(token - 1) : null;
        }
        int end = at;
        while (stretch != null && end < items.size() && covers(items.get(end), stretch)) {
            end++;
        }
        return stretch == null || end == at ? null : new Phrase(stretch.rate(), end);
    }

    private boolean covers(AnnotatedToken item, AmountSuffixReader.Stretch stretch) {
        Integer token = tokenAt.get(item.start);
        return token != null && token < stretch.end() && !item.isBoundary();
    }

    /** A rate before its number: "daily volume is 50k", "each week 5k emails", "calls per day: 50000". */
    private void leading(int at) {
        Phrase phrase = phrase(at);
        if (phrase == null) {
            return;
        }
        boolean adjective = Rate.adjective(items.get(at).word) != null;
        boolean slash = !adjective && phrase.end() == at + 1 && Rate.word(items.get(at).word) != null;
        if (!adjective && !slash && !REPEATED.contains(items.get(at).word)) {
            return;
        }
        int crossed = 0;
        for (int next = phrase.end(); next < items.size() && next <= phrase.end() + FURTHEST_BEFORE; next++) {
            AnnotatedToken item = items.get(next);
            Amount amount = item.amount;
            if (amount != null) {
                if (amount.isPlainCount()) {
                    link(next, phrase.rate(), false);
                    collapse(at, phrase.end());
                }
                return;
            }
            if (item.kind == AnnotatedToken.Kind.STOP
                    || (item.kind == AnnotatedToken.Kind.BOUNDARY && (++crossed > 1 || next > phrase.end()))) {
                return;
            }
        }
    }

    /** "5000 a day, sorry, a month": the rate alone is put right. */
    private void corrected(int at) {
        int next = at + 1 < items.size() && items.get(at + 1).kind == AnnotatedToken.Kind.BOUNDARY ? at + 2 : at + 1;
        Phrase phrase = next < items.size() && CORRECTING.contains(items.get(at).word) ? phrase(next) : null;
        for (int i = at - 1; phrase != null && i >= Math.max(0, at - FURTHEST_BEFORE); i--) {
            Amount amount = items.get(i).amount;
            if (amount != null && amount.rate() != null) {
                link(i, phrase.rate(), true);
                collapse(next, phrase.end());
                return;
            }
        }
    }

    private void link(int at, Rate rate, boolean near) {
        AnnotatedToken item = items.get(at);
        Amount amount = Objects.requireNonNull(item.amount).withRate(rate, near);
        items.set(at, item.with(amount));
    }

    private void collapse(int from, int end) {
        AnnotatedToken first = items.get(from);
        AnnotatedToken last = items.get(end - 1);
        String adjective = Rate.adjective(first.word) == null ? "" : first.word;
        items.set(from, AnnotatedToken.of(AnnotatedToken.Kind.RATE, adjective, first.start, last.end));
        for (int i = end - 1; i > from; i--) {
            items.remove(i);
        }
    }

    /** What a sentence says about the hours of the day goes to its rates. */
    private void hours() {
        int start = 0;
        while (start < items.size()) {
            int end = start;
            while (end < items.size() && items.get(end).kind != AnnotatedToken.Kind.STOP) {
                end++;
            }
            BigDecimal hours = hoursIn(start, end);
            for (int i = start; hours != null && i < end; i++) {
                AnnotatedToken item = items.get(i);
                Amount amount = item.amount;
                if (amount != null && amount.rate() != null && amount.rate().isWithinDay()) {
                    items.set(i, item.with(amount.withHours(hours)));
                }
            }
            start = end + 1;
        }
    }

    private @Nullable BigDecimal hoursIn(int start, int end) {
        for (int i = start; i < end; i++) {
            for (String[] phrase : ALL_DAY) {
                if (isPhrase(i, phrase)) {
                    return WHOLE_DAY;
                }
            }
            if (isPhrase(i + 1, "hours") && OFFICE.contains(items.get(i).word)) {
                return OFFICE_DAY;
            }
            Amount amount = items.get(i).amount;
            boolean daily = amount != null
                    && amount.kind() == Amount.Kind.DURATION
                    && amount.rate() != null
                    && amount.rate().unit() == Rate.Unit.DAY;
            if (amount != null && daily) {
                BigDecimal each = new Rate(Rate.Unit.HOUR).months(BigDecimal.ONE);
                BigDecimal hours = amount.value().divide(each, 2, RoundingMode.HALF_UP);
                return hours.compareTo(BigDecimal.ONE) >= 0 && hours.compareTo(WHOLE_DAY) <= 0 ? hours : null;
            }
        }
        return null;
    }

    private boolean isPhrase(int at, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= items.size() || !items.get(at + i).isWord(words[i])) {
                return false;
            }
        }
        return true;
    }
}
