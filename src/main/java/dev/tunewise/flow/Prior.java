package dev.tunewise.flow;

import dev.tunewise.condition.Condition;
import dev.tunewise.diagnostics.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How likely the values of a fact are while nobody has said it.
 *
 * @param fact id of the fact
 * @param effort what answering costs the person, where 1 is one click
 * @param cases shares by condition; the first whose condition holds counts, and the last has none
 * @param position where it is declared
 */
public record Prior(String fact, double effort, List<Case> cases, Position position) {
    public Prior {
        cases = List.copyOf(cases);
    }

    /**
     * Shares under a condition.
     *
     * @param when over facts whose priors stand further up, or null for always
     * @param shares with what is left unsaid they add up to 1
     * @param unsaid share of the teams that cannot say it, between 0 and 1
     * @param sources where they come from; empty for an assumption
     */
    public record Case(@Nullable Condition when, List<Share> shares, double unsaid, List<Citation> sources) {
        public Case {
            shares = List.copyOf(shares);
            sources = List.copyOf(sources);
        }
    }

    /**
     * The share of one answer.
     *
     * @param answer which
     * @param share between 0 and 1
     */
    public record Share(Span answer, double share) {}

    /**
     * Values that are not told apart.
     *
     * @param low raw value, or the least of the quantities
     * @param high the same raw value, or the greatest of the quantities
     */
    public record Span(Object low, Object high) {
        /** Says whether a raw value is one of them. */
        public boolean holds(Object raw) {
            return raw instanceof Double number && low instanceof Double least && high instanceof Double most
                    ? number >= least && number <= most
                    : low.equals(raw);
        }
    }
}
