package dev.tunewise.conversation.answer;

import java.util.List;
import java.util.Optional;

/**
 * What somebody who decides reads in ten seconds: what to do, the money, the next best, what flips it, what is assumed.
 *
 * @param toDecide what is to be decided and how soon, without who decides it
 * @param after whether the recommended option comes only after what the first row says
 * @param assumed all that is assumed, of which its row names the first
 */
public record DecisionCard(List<Row> rows, String toDecide, boolean after, List<Assumed> assumed) {
    /** The same with other rows. */
    public DecisionCard with(List<Row> others) {
        return new DecisionCard(others, toDecide, after, assumed);
    }

    /** What is assumed of a fact; empty where the answer rests on nothing assumed of it. */
    public Optional<Assumed> assumed(String fact) {
        return assumed.stream().filter(each -> each.fact().equals(fact)).findFirst();
    }

    /** A line of the card. */
    public record Row(String name, String text, Kind kind) {
        /** The same line with something else to say. */
        public Row saying(String other) {
            return new Row(name, other, kind);
        }

        /** Whether it says what to do; the other lines may hold figures that are not for other organisations. */
        public boolean action() {
            return kind == Kind.ACTION;
        }
    }

    /** What a line is for. */
    public enum Kind {
        ACTION,
        /** What comes after the action. */
        AFTER,
        FIGURES,
        ASSUMED
    }

    /**
     * Something that is assumed.
     *
     * @param fact id of the fact that nobody knew or was asked about; empty for a figure of our own
     */
    public record Assumed(String fact, String label, String value, boolean taken) {
        /** What follows from nothing that was said. */
        public Assumed(String fact, String label, String value) {
            this(fact, label, value, false);
        }
    }
}
