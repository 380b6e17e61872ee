package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.text.WordSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds what one rate counts together: "500 emails and 300 chats a day" are 800 calls a day. */
final class AddedAmounts {
    private static final Set<String> JOINTS = Set.of("and", "plus");
    /** Verbs after which everything counted comes in at the one rate. */
    private static final Set<String> COMING = WordSet.of("""
            get gets getting receive receives handle handles handling process processes answer answers see serve serves
            classify classifies route routes translate extract summarise read expect
            """);

    private final TokenSequence line;
    private final Set<String> nouns = new HashSet<>();

    AddedAmounts(Flow flow, TokenSequence line) {
        this.line = line;
        flow.synonyms()
                .getOrDefault("<calls>", List.of())
                .forEach(pattern -> nouns.addAll(List.of(pattern.split("[()|]+"))));
        nouns.remove("");
    }

    /** What else the rate of an amount may count: the items of plain amounts before it, nearest first; empty for most. */
    List<Integer> before(Fact fact, int item) {
        List<Integer> before = new ArrayList<>();
        Unit unit = fact.unit();
        if (unit != null && unit.kind() == Unit.Kind.PER_DAY) {
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
