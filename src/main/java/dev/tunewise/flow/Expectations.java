package dev.tunewise.flow;

import dev.tunewise.condition.Condition;
import dev.tunewise.diagnostics.Position;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a flow expects before anybody says it.
 *
 * @param priors how likely values are, each over facts further up only; empty for a flow that leans nowhere
 * @param implications what follows from what
 * @param checklists facts whose lists, said in passing, name what somebody thought of: they are asked before an answer rests on what is not in them
 */
public record Expectations(List<Prior> priors, List<Implication> implications, List<String> checklists) {
    /** Nothing is expected: questions come in the order of the rules. */
    public static final Expectations NONE = new Expectations(List.of(), List.of(), List.of());

    /**
     * How likely the values of a fact are while nobody has said it.
     *
     * @param effort what answering costs the person, where 1 is one click
     * @param after facts that people are asked before it, since it means something to some of their answers only
     * @param cases shares by condition; the first whose condition holds counts, and the last has none
     */
    public record Prior(String fact, double effort, List<String> after, List<Case> cases, Position position) {
        /**
         * The share of teams that have a value, by the first case that surely holds; empty where none does.
         *
         * @param raw as {@link Value#raw()} gives it
         * @param holds whether a condition surely holds of what is known
         */
        public OptionalDouble share(Object raw, Predicate<Condition> holds) {
            return cases.stream()
                    .filter(each -> each.when() == null || holds.test(each.when()))
                    .limit(1)
                    .mapToDouble(each -> each.shares().stream()
                            .filter(share -> share.answer().holds(raw))
                            .mapToDouble(Share::share)
                            .sum())
                    .findFirst();
        }

        /**
         * Shares under a condition.
         *
         * @param when over facts whose priors stand further up, or null for always
         * @param shares together up to 1; the rest are teams that cannot say it
         * @param sources where they come from; empty for an assumption
         */
        public record Case(@Nullable Condition when, List<Share> shares, List<Citation> sources) {}

        /** The share of one answer. `share`: between 0 and 1. */
        public record Share(Span answer, double share) {}

        /**
         * Values that are not told apart.
         *
         * @param low raw value, or the least of the quantities
         * @param high the same raw value, or the greatest of the quantities
         */
        public record Span(Object low, Object high) {
            public boolean holds(Object raw) {
                return raw instanceof Double number && low instanceof Double least && high instanceof Double most
                        ? number >= least && number <= most
                        : low.equals(raw);
            }
        }
    }

    /**
     * What follows from other answers and is therefore not asked: it is shown as taken from them, and may be changed.
     *
     * @param when over the facts it follows from
     * @param sources where the conclusion comes from; empty for an assumption
     */
    public record Implication(String fact, Value value, Condition when, List<Citation> sources, Position position) {}
}
