package dev.tunewise.reading.number;

import dev.tunewise.reading.text.TokenCursor;
import dev.tunewise.reading.text.WordSet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads shares told as parts of a whole. */
record ShareOfWhole(TokenCursor cursor, NumberReader numbers) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> COUNTED = WordSet.of("times right correct");
    private static final Set<String> BEING = WordSet.of("is are was were come comes came went");
    private static final Set<String> JUDGED = WordSet.set("share of whole: judged");
    /** What goes on behind a share: "1 in 8 is wrong". */
    private static final Set<String> TELLING = WordSet.set("share of whole: telling");
    /** What tells of results in what follows: "it gets 43 of 50". */
    private static final Set<String> GETTING = WordSet.of("gets scores solves");
    /** What tells of errors in what follows: "it misses 1 in 7", "fails on 30 of 200". */
    private static final Set<String> FAILING = WordSet.set("share of whole: failing");

    private static final Map<String, Long> FRACTIONS = WordSet.numbers(WordSet.named("share of whole: fractions"));

    /** What shares are told of: "4 in 5", but hardly "4 in 7". */
    private static final Set<BigDecimal> ROUND = Set.of(
            BigDecimal.valueOf(3),
            BigDecimal.valueOf(4),
            BigDecimal.valueOf(5),
            BigDecimal.TEN,
            BigDecimal.valueOf(20),
            HUNDRED);

    private static final Map<String, Long> ORDINALS = WordSet.numbers(WordSet.named("share of whole: ordinals"));

    /** "every tenth is wrong", "every fifth answer is wrong". */
    AmountReader.@Nullable Found every(int at) {
        Long whole = cursor.isWord(at, "every") ? ORDINALS.get(cursor.at(at + 1).text()) : null;
        boolean time = AmountReader.TIMES.containsKey(cursor.at(at + 2).text());
        int verb = cursor.isWord(at + 2, TELLING) ? at + 2 : at + 3;
        boolean told = cursor.isWord(verb, TELLING) && !cursor.isWord(verb, "wrong");
        return whole == null || time || !told ? null : percent(BigDecimal.ONE, BigDecimal.valueOf(whole), at, at + 2);
    }

    /** Whether "quarters" at a token are parts of something and no months. */
    boolean isOfThings(int at) {
        boolean time = AmountReader.TIMES.containsKey(cursor.at(at + 2).text())
                || AmountReader.TIMES.containsKey(cursor.at(at + 3).text());
        return cursor.isWord(at, "quarters")
                && !time
                && (cursor.isWord(at + 1, "of") || cursor.isWord(at + 1, COUNTED) || cursor.isWord(at + 1, TELLING));
    }

    /** "two thirds of them", "three quarters right". */
    private AmountReader.@Nullable Found fraction(RangeReader.Ends ends, int first) {
        Long parts = FRACTIONS.get(cursor.at(ends.end()).text());
        int after = ends.end() + 1;
        if (parts == null || !ends.isOne() || ends.low().value().compareTo(BigDecimal.valueOf(parts)) >= 0) {
            return null;
        }
        boolean told = cursor.isWord(after, "of") || cursor.isWord(after, COUNTED) || cursor.isWord(after, TELLING);
        return told ? percent(ends.low().value(), BigDecimal.valueOf(parts), first, after) : null;
    }

    /** "9 out of 10" is 90 percent, and so are "9 in 10", "9 right of 10", "9 of 10 right" and what "gets 9 of 10". */
    AmountReader.@Nullable Found at(RangeReader.Ends ends, int first) {
        if (!ends.isOne() || !ends.low().isClear()) {
            return null;
        }
        AmountReader.Found fraction = fraction(ends, first);
        return fraction != null ? fraction : of(ends.low().value(), ends.end(), first);
    }

    AmountReader.@Nullable Found of(BigDecimal part, int end, int first) {
        int at = cursor.isWord(end, COUNTED) ? end + 1 : end;
        boolean slash = at == end && cursor.isTight(end, '/');
        boolean of = cursor.isWord(at, "of") || slash;
        boolean outOf = of || cursor.isPhrase(at, "out", "of");
        boolean in = at == end && cursor.isWord(at, "in");
        NumberReader.Number whole = outOf || in ? numbers.at(at + (outOf && !of ? 2 : 1)) : null;
        if (whole == null || !whole.isClear() || whole.value().signum() <= 0 || part.compareTo(whole.value()) > 0) {
            return null;
        }
        boolean told = cursor.isWord(whole.end(), TELLING);
        boolean round = ROUND.contains(whole.value());
        boolean time = AmountReader.TIMES.containsKey(cursor.at(whole.end()).text());
        boolean gets =
                cursor.isWord(first - 1, GETTING) && !cursor.at(whole.end()).isWord();
        boolean on = cursor.isWord(first - 1, "on") || cursor.isWord(first - 1, "in");
        boolean fails = cursor.isWord(first - (on ? 2 : 1), FAILING)
                && !cursor.at(whole.end()).isWord();
        boolean fits = of
                ? at > end || gets || fails || isJudged(cursor, whole.end())
                : outOf || ((round || told || fails) && !time);
        return fits ? percent(part, whole.value(), first, whole.end()) : null;
    }

    /** Whether words say how the part was found: "right", "are correct", "answers were wrong". */
    static boolean isJudged(TokenCursor cursor, int at) {
        int being = cursor.isWord(at + 1, BEING) ? at + 1 : at;
        return cursor.isWord(cursor.isWord(being, BEING) ? being + 1 : at, JUDGED);
    }

    private static AmountReader.Found percent(BigDecimal part, BigDecimal whole, int first, int end) {
        BigDecimal percent = part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64);
        return new AmountReader.Found(Amount.exact(Amount.Kind.PERCENT, percent), first, end);
    }
}
