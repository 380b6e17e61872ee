package dev.tunewise.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds to an amount what the words around it say: about, at least, per thousand, a day. */
final class AmountFrame {
    private static final Set<String> ABOUT = Set.of(
            "about",
            "around",
            "roughly",
            "approximately",
            "approx",
            "circa",
            "ca",
            "some",
            "maybe",
            "perhaps",
            "probably",
            "nearly",
            "almost",
            "like",
            "say",
            "ish",
            "estimated",
            "approximatly",
            "aprox",
            "abt",
            "averaging",
            "average",
            "avg");
    private static final Set<String> LEAST = Set.of("over", "above", "min", "minimum", "exceeding", "beyond");
    private static final Set<String> MOST = Set.of("under", "below", "max", "maximum", "upto");
    private static final Set<String> PEAK = Set.of("peak", "peaks", "peaking", "burst", "bursts", "spikes", "spike");
    private static final Set<String> PER = Set.of("per", "a", "an", "each", "every", "for");
    private static final Map<String, BigDecimal> PACKS = Map.of(
            "k",
            BigDecimal.valueOf(1_000),
            "thousand",
            BigDecimal.valueOf(1_000),
            "million",
            BigDecimal.valueOf(1_000_000),
            "m",
            BigDecimal.valueOf(1_000_000),
            "hundred",
            BigDecimal.valueOf(100),
            "mille",
            BigDecimal.valueOf(1_000));

    private final Cursor cursor;
    private final NumberReader numbers;

    AmountFrame(List<Token> tokens) {
        cursor = new Cursor(tokens);
        numbers = new NumberReader(tokens);
    }

    /** The amount with its frame; it never begins before the floor. */
    AmountReader.Found framed(AmountReader.Found bare, int floor) {
        if (bare.amount().kind() == Amount.Kind.OTHER) {
            return bare;
        }
        State state = new State(bare);
        before(state, floor);
        after(state);
        return new AmountReader.Found(state.amount, state.first, state.end);
    }

    private static final class State {
        private Amount amount;
        private int first;
        private int end;
        private boolean about;

        State(AmountReader.Found bare) {
            amount = bare.amount();
            first = bare.first();
            end = bare.end();
        }

        void spread(BigDecimal least, BigDecimal most) {
            if (amount.low().compareTo(amount.high()) == 0) {
                amount = amount.within(least.max(BigDecimal.ZERO), most);
            }
        }
    }

    private void before(State state, int floor) {
        for (int steps = 0; steps < 4 && state.first > floor; steps++) {
            int length = frameBefore(state, floor);
            if (length == 0) {
                return;
            }
            state.first -= length;
        }
    }

    /** How many tokens right before the amount belong to it; their meaning goes into the state. */
    private int frameBefore(State state, int floor) {
        int at = state.first - 1;
        Token token = cursor.at(at);
        if (token.isMark('~')) {
            state.about = true;
            return 1;
        }
        if (token.isMark('>') || token.isMark('≥')) {
            return limit(state, Amount.Limit.AT_LEAST, 1);
        }
        if (token.isMark('<') || token.isMark('≤')) {
            return limit(state, Amount.Limit.AT_MOST, 1);
        }
        if (token.isMark('=') && (cursor.isTight(at - 1, '>') || cursor.isTight(at - 1, '<')) && at - 1 >= floor) {
            return limit(state, cursor.isMark(at - 1, '>') ? Amount.Limit.AT_LEAST : Amount.Limit.AT_MOST, 2);
        }
        if (!token.isWord()) {
            return 0;
        }
        int phrase = phrase(state, at, floor);
        if (phrase > 0) {
            return phrase;
        }
        return single(state, token.text());
    }

    private int single(State state, String word) {
        if (ABOUT.contains(word)) {
            state.about = true;
            return 1;
        }
        if (LEAST.contains(word)) {
            return limit(state, Amount.Limit.AT_LEAST, 1);
        }
        if (MOST.contains(word)) {
            return limit(state, Amount.Limit.AT_MOST, 1);
        }
        return PEAK.contains(word) ? limit(state, Amount.Limit.PEAK, 1) : 0;
    }

    private int phrase(State state, int at, int floor) {
        if (at - 1 < floor) {
            return 0;
        }
        String two = cursor.at(at - 1).text() + " " + cursor.at(at).text();
        switch (two) {
            case "at least", "more than", "upwards of", "north of", "better than", "greater than", "higher than" -> {
                boolean no = at - 2 >= floor && (cursor.isWord(at - 2, "no") || cursor.isWord(at - 2, "not"));
                return limit(
                        state,
                        no && !two.equals("at least") ? Amount.Limit.AT_MOST : Amount.Limit.AT_LEAST,
                        no ? 3 : 2);
            }
            case "less than", "fewer than", "up to", "at most", "lower than", "smaller than", "south of" -> {
                boolean no = at - 2 >= floor && (cursor.isWord(at - 2, "no") || cursor.isWord(at - 2, "not"));
                return limit(
                        state, no && two.endsWith("than") ? Amount.Limit.AT_LEAST : Amount.Limit.AT_MOST, no ? 3 : 2);
            }
            case "close to",
                    "just over",
                    "just under",
                    "just below",
                    "just above",
                    "little over",
                    "bit over",
                    "slightly over",
                    "slightly under",
                    "something like",
                    "or so",
                    "order of",
                    "region of",
                    "ballpark of",
                    "vicinity of",
                    "well over" -> {
                state.about = true;
                return 2;
            }
            case "peak of",
                    "peak is",
                    "peak at",
                    "peaks at",
                    "peak was",
                    "maximum of",
                    "max of",
                    "maximum is",
                    "max is" -> {
                return limit(state, two.startsWith("peak") ? Amount.Limit.PEAK : Amount.Limit.AT_MOST, 2);
            }
            case "minimum of", "min of" -> {
                return limit(state, Amount.Limit.AT_LEAST, 2);
            }
            case "average of", "avg of", "estimate of", "order of magnitude" -> {
                state.about = true;
                return 2;
            }
            default -> {
                return 0;
            }
        }
    }

    private static int limit(State state, Amount.Limit limit, int length) {
        state.amount = state.amount.withLimit(limit);
        return length;
    }

    private void after(State state) {
        plus(state);
        if (state.amount.kind() == Amount.Kind.MONEY) {
            per(state);
        }
        rate(state);
        tail(state);
        if (state.about) {
            state.amount = state.amount.roughly();
        }
    }

    private void plus(State state) {
        if (cursor.isMark(state.end, '+')
                && !cursor.at(state.end).spaced()
                && !cursor.at(state.end + 1).isNumber()) {
            limit(state, Amount.Limit.AT_LEAST, 0);
            state.end++;
        } else if (cursor.isWord(state.end, "plus")
                && cursor.at(state.end + 1).isWord()
                && numbers.at(state.end + 1) == null) {
            limit(state, Amount.Limit.AT_LEAST, 0);
            state.end++;
        } else if (cursor.isMark(state.end, '-')
                && !cursor.at(state.end).spaced()
                && cursor.isWord(state.end + 1, "ish")) {
            state.about = true;
            state.end += 2;
        } else if (cursor.isWord(state.end, "ish")) {
            state.about = true;
            state.end++;
        }
    }

    /** "per 1k", "per ticket", "/call", "a call". */
    private void per(State state) {
        int at = state.end;
        boolean slash = cursor.isMark(at, '/');
        if (!slash && !cursor.isWord(at, PER)) {
            return;
        }
        int next = at + 1;
        while (cursor.isWord(next, "every") || cursor.isWord(next, "each") || cursor.isWord(next, "a")) {
            next++;
        }
        NumberReader.Number pack = numbers.at(next);
        BigDecimal scale = cursor.at(next).isWord() ? PACKS.get(cursor.at(next).text()) : null;
        if (pack != null && pack.isClear() && pack.value().signum() > 0) {
            boolean unit = pack.suffix().isEmpty();
            state.amount = unit ? state.amount.withPer(pack.value()) : Amount.other();
            state.end = pack.end();
        } else if (scale != null) {
            state.amount = state.amount.withPer(scale);
            state.end = next + 1;
        } else if (cursor.at(next).isWord() && next == at + 1 && rateAt(at) == null && !cursor.isWord(at, "for")) {
            state.amount = state.amount.withPer(BigDecimal.ONE);
            state.end = next;
        }
    }

    private void rate(State state) {
        if (state.amount.rate() != null || state.amount.kind() == Amount.Kind.OTHER) {
            return;
        }
        Stretch stretch = rateAt(state.end);
        if (stretch != null) {
            state.amount = state.amount.withRate(stretch.rate(), true);
            state.end = stretch.end();
        }
    }

    /** The words of a rate, such as "a day". */
    record Stretch(Rate rate, int end) {}

    /** The rate whose words start at a token, or null. */
    @Nullable
    Stretch rateAt(int at) {
        int word = at;
        if (cursor.isMark(at, '/')) {
            word = at + 1;
        } else if (cursor.isMark(at, '-') && !cursor.at(at).spaced() && cursor.isWord(at + 1, "per")) {
            word = at + 2;
        } else if (cursor.isWord(at, PER) && !cursor.isWord(at, "for")) {
            word = at + 1;
        } else if (cursor.isWord(at, "in") && cursor.isWord(at + 1, "a")) {
            word = at + 2;
        } else {
            return null;
        }
        if (cursor.isWord(word, "single") || cursor.isWord(word, "calendar") || cursor.isWord(word, "given")) {
            word++;
        }
        if (cursor.isWord(word, "week") && cursor.isWord(word + 1, "day")) {
            return new Stretch(new Rate(Rate.Unit.WORKDAY), word + 2);
        }
        boolean work = cursor.isWord(word, "business") || cursor.isWord(word, "working") || cursor.isWord(word, "work");
        if (work && cursor.isWord(word + 1, "day")) {
            return new Stretch(new Rate(Rate.Unit.WORKDAY), word + 2);
        }
        if (cursor.at(word).isNumber()
                && cursor.at(word).text().equals("24")
                && (cursor.at(word).suffix().equals("h") || cursor.isWord(word + 1, "hours"))) {
            return new Stretch(
                    new Rate(Rate.Unit.DAY), word + (cursor.at(word).suffix().isEmpty() ? 2 : 1));
        }
        Rate.Unit unit = cursor.at(word).isWord() ? Rate.word(cursor.at(word).text()) : null;
        boolean other = cursor.isWord(word, "every") || cursor.isWord(word, "other");
        return unit == null || other ? null : new Stretch(new Rate(unit), word + 1);
    }

    /** "or so", "give or take", "± 5k", "or more", "at peak". */
    private void tail(State state) {
        int at = state.end;
        int skipped = cursor.isMark(at, ',') ? at + 1 : at;
        if (cursor.isPhrase(at, "or", "so")
                || cursor.isPhrase(at, "on", "average")
                || cursor.isPhrase(at, "or", "thereabouts")) {
            state.about = true;
            state.end = at + 2;
        } else if (cursor.isPhrase(skipped, "give", "or", "take") || cursor.isPhrase(skipped, "more", "or", "less")) {
            state.about = true;
            state.end = skipped + 3;
            margin(state);
        } else if (cursor.isMark(at, '±')
                || cursor.isPhrase(at, "plus", "minus")
                || cursor.isPhrase(at, "plus", "or", "minus")) {
            state.end = at + (cursor.isMark(at, '±') ? 1 : cursor.isWord(at + 1, "or") ? 3 : 2);
            margin(state);
        } else if (cursor.isMark(at, '+') && cursor.isMark(at + 1, '/') && cursor.isMark(at + 2, '-')) {
            state.end = at + 3;
            margin(state);
        } else if (cursor.isPhrase(at, "or", "more")
                || cursor.isPhrase(at, "and", "up")
                || cursor.isPhrase(at, "or", "above")) {
            limit(state, Amount.Limit.AT_LEAST, 0);
            state.end = at + 2;
        } else if (cursor.isPhrase(at, "or", "less")
                || cursor.isPhrase(at, "or", "fewer")
                || cursor.isPhrase(at, "at", "most")
                || cursor.isPhrase(at, "or", "below")) {
            limit(state, Amount.Limit.AT_MOST, 0);
            state.end = at + 2;
        } else if (cursor.isWord(at, "max") || cursor.isWord(at, "tops")) {
            limit(state, Amount.Limit.AT_MOST, 0);
            state.end = at + 1;
        } else if (cursor.isWord(at, "peak") || cursor.isPhrase(at, "at", "peak")) {
            limit(state, Amount.Limit.PEAK, 0);
            state.end = at + (cursor.isWord(at, "at") ? 2 : 1);
        }
    }

    /** The margin after "give or take" and "±", in the amount's own measure or in percent of it. */
    private void margin(State state) {
        NumberReader.Number margin = numbers.at(state.end);
        if (margin == null || !margin.isClear() || !margin.suffix().isEmpty()) {
            return;
        }
        boolean percent = cursor.isMark(margin.end(), '%') && state.amount.kind() != Amount.Kind.PERCENT;
        BigDecimal value = state.amount.value();
        BigDecimal width = percent ? value.multiply(margin.value()).movePointLeft(2) : margin.value();
        if (width.compareTo(value) <= 0) {
            state.spread(value.subtract(width), value.add(width));
        }
        state.end = margin.end() + (cursor.isMark(margin.end(), '%') ? 1 : 0);
    }
}
