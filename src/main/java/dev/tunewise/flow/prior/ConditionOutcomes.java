package dev.tunewise.flow.prior;

import dev.tunewise.condition.Tristate;
import java.util.BitSet;
import java.util.List;

/**
 * What a condition says of each of some teams; it is open for those that stand in neither.
 *
 * @param fails teams for which it does not
 */
public record ConditionOutcomes(BitSet holds, BitSet fails) {
    /** What is said of each team by the place at which it stands. */
    static ConditionOutcomes of(int[] places, List<Tristate> said) {
        ConditionOutcomes truth = new ConditionOutcomes(new BitSet(places.length), new BitSet(places.length));
        for (int team = 0; team < places.length; team++) {
            Tristate each = said.get(places[team]);
            if (each.holds()) {
                truth.holds.set(team);
            } else if (each.fails()) {
                truth.fails.set(team);
            }
        }
        return truth;
    }

    /** Takes in what another says of some teams. */
    void add(ConditionOutcomes other, BitSet teams) {
        holds.or(both(other.holds, teams));
        fails.or(both(other.fails, teams));
    }

    ConditionOutcomes not() {
        return new ConditionOutcomes(fails, holds);
    }

    /** Holds where all parts hold. */
    static ConditionOutcomes all(List<ConditionOutcomes> parts) {
        ConditionOutcomes all = new ConditionOutcomes(copy(parts.getFirst().holds), copy(parts.getFirst().fails));
        for (ConditionOutcomes part : parts.subList(1, parts.size())) {
            all.holds.and(part.holds);
            all.fails.or(part.fails);
        }
        return all;
    }

    /** Says what one of two parts says, where it is known which. */
    static ConditionOutcomes either(ConditionOutcomes when, ConditionOutcomes then, ConditionOutcomes otherwise) {
        ConditionOutcomes chosen = new ConditionOutcomes(both(when.holds, then.holds), both(when.holds, then.fails));
        chosen.add(otherwise, when.fails);
        return chosen;
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet both = copy(one);
        both.and(other);
        return both;
    }

    private static BitSet copy(BitSet teams) {
        return (BitSet) teams.clone();
    }
}
