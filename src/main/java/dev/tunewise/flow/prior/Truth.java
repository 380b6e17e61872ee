package dev.tunewise.flow.prior;

import java.util.BitSet;
import java.util.List;

/**
 * What a condition says of each of some teams; it is open for those that stand in neither.
 *
 * @param holds teams for which it holds
 * @param fails teams for which it does not
 */
public record Truth(BitSet holds, BitSet fails) {
    Truth not() {
        return new Truth(fails, holds);
    }

    /** Holds where all parts hold. */
    static Truth all(List<Truth> parts) {
        BitSet holds = copy(parts.getFirst().holds);
        BitSet fails = copy(parts.getFirst().fails);
        for (Truth part : parts.subList(1, parts.size())) {
            holds.and(part.holds);
            fails.or(part.fails);
        }
        return new Truth(holds, fails);
    }

    /** Says what one of two parts says, where it is known which. */
    static Truth either(Truth when, Truth then, Truth otherwise) {
        return new Truth(
                chosen(when, then.holds, otherwise.holds), chosen(when, then.fails, otherwise.fails));
    }

    private static BitSet chosen(Truth when, BitSet then, BitSet otherwise) {
        BitSet first = copy(when.holds);
        first.and(then);
        BitSet second = copy(when.fails);
        second.and(otherwise);
        first.or(second);
        return first;
    }

    private static BitSet copy(BitSet teams) {
        return (BitSet) teams.clone();
    }
}
