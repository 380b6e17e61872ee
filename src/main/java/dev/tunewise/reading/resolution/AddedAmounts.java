package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.TokenSequence;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds what one rate counts together: "500 emails and 300 chats a day" are 800 calls a day. */
final class AddedAmounts {
    private static final Set<String> JOINTS = Set.of("and", "plus", ",");
    private static final int FURTHEST = 3;

    private final TokenSequence line;
    private final Set<String> nouns = new HashSet<>();

    AddedAmounts(Flow flow, TokenSequence line) {
        this.line = line;
        flow.synonyms()
                .getOrDefault("<calls>", List.of())
                .forEach(pattern -> nouns.addAll(List.of(pattern.split("[()|]+"))));
    }

    /** The amount of a match with those that stand before it and are counted by the same rate; the amount itself where there are none. */
    Amount with(Fact fact, PatternMatch match, Amount amount) {
        Unit unit = fact.unit();
        if (unit == null || unit.kind() != Unit.Kind.PER_DAY || amount.isUnclear()) {
            return amount;
        }
        Amount sum = amount;
        Optional<Integer> before = before(match.captured());
        while (before.isPresent()) {
            sum = sum.plus(java.util.Objects.requireNonNull(line.items().get(before.get()).amount));
            before = before(before.get());
        }
        return sum;
    }

    /** The amount before "emails and" in front of an item. */
    private Optional<Integer> before(int item) {
        if (item < 2 || !JOINTS.contains(line.items().get(item - 1).word) || !nouns.contains(line.word(item - 2))) {
            return Optional.empty();
        }
        for (int i = item - 3; i >= 0 && i > item - 3 - FURTHEST; i--) {
            AnnotatedToken token = line.items().get(i);
            if (token.amount != null) {
                boolean counts = token.amount.isPlainCount() && !token.amount.isUnclear();
                return counts ? Optional.of(i) : Optional.empty();
            }
            if (token.kind != AnnotatedToken.Kind.WORD) {
                return Optional.empty();
            }
        }
        return Optional.empty();
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
