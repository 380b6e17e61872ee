package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.pattern.UsualWords;
import dev.tunewise.reading.text.WordSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds what one rate counts together: "500 emails and 300 chats a day" are 800 calls a day. */
final class AddedAmounts {
    private static final Set<String> JOINTS = Set.of("and", "plus");
    private static final List<String> ADJECTIVE_ENDINGS = List.of("ed", "en", "ic", "al", "ive", "y");
    /** Verbs after which everything counted comes in at the one rate. */
    private static final Set<String> COMING = WordSet.set("added amounts: coming");

    private final TokenSequence line;
    private final Set<String> nouns;

    AddedAmounts(UsualWords usual, TokenSequence line) {
        this.line = line;
        nouns = usual.list("calls");
    }

    /** What else the rate of an amount may count: the items of plain amounts before it, nearest first; empty for most. */
    List<Integer> before(Fact fact, int item) {
        List<Integer> before = new ArrayList<>();
        if (fact.measures(Unit.Kind.PER_DAY)) {
            for (int at = item; at > 2 && isJoined(at); at -= 3) {
                before.add(at - 3);
            }
        }
        return before;
    }

    /** Whether "500 emails and" stands before an item. */
    private boolean isJoined(int item) {
        Amount amount = line.items().get(item - 3).amount;
        return JOINTS.contains(line.word(item - 1))
                && nouns.contains(line.word(item - 2))
                && amount != null
                && amount.isPlainCount()
                && !amount.isUnclear();
    }

    /** Whether the words before the first of them say that all of it comes in: "we get 500 emails and 300 chats a day". */
    boolean comesIn(List<Integer> before) {
        return COMING.contains(line.word(before.getLast() - 1));
    }

    /** "800 verified, 200 unverified examples": the noun belongs to both numbers, and neither is the sum. */
    boolean isRestOfSum(PatternMatch match, int item, Set<Integer> claimed) {
        int joint = item - 1;
        boolean joined = match.start() == item
                && joint > 1
                && (line.items().get(joint).word.equals(",") || JOINTS.contains(line.word(joint)));
        if (!joined) {
            return false;
        }
        int words = joint - 1;
        while (words > 0
                && words > joint - 3
                && line.items().get(words).kind == AnnotatedToken.Kind.WORD
                && !line.startsClause(words)) {
            words--;
        }
        Amount before = line.items().get(words).amount;
        boolean adjectives = words < joint - 1 && before != null && before.isPlainCount() && !claimed.contains(words);
        for (int i = words + 1; i < joint && adjectives; i++) {
            adjectives = ADJECTIVE_ENDINGS.stream().anyMatch(line.word(i)::endsWith);
        }
        return adjectives;
    }

    /** The sum of several values for one rate, where all are numbers. */
    static Optional<Value> sum(List<CandidateResult.Says> says) {
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        for (CandidateResult.Says one : says) {
            if (!(one.value() instanceof Value.Quantity quantity)
                    || one.by().match().captured() < 0) {
                return Optional.empty();
            }
            value = value.add(quantity.value());
            low = low.add(quantity.low());
            high = high.add(quantity.high());
        }
        return Optional.of(new Value.Quantity(value, low, high));
    }
}
