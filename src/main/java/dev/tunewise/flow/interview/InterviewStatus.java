package dev.tunewise.flow.interview;

import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import java.util.List;
import java.util.Map;

/** Where an interview stands: which question comes next, or which rule decided. */
public sealed interface InterviewStatus {
    /** Raw values of the answers and of the figures worked out so far. */
    Map<String, Object> known();

    /**
     * The first undecided rule still depends on facts.
     *
     * @param needs the facts it needs, the one to ask first at the front; never empty
     * @param known raw values
     */
    record Open(Rule focus, List<String> needs, Map<String, Object> known) implements InterviewStatus {}

    /**
     * @param gateNeeds facts of gates that are asked before its verdict is given, in order; empty when nothing is left to ask
     * @param known raw values
     */
    record Decided(Rule rule, List<String> gateNeeds, Map<String, Object> known) implements InterviewStatus {}

    /**
     * No rule holds although nothing is missing; the checks at load keep such flows from being served.
     *
     * @param known raw values
     */
    record DeadEnd(Map<String, Object> known) implements InterviewStatus {}

    /** Whether this is told as the answer: a flow that leans tells it with its gates open, others when nothing is left to ask. */
    default boolean isTold(Flow flow) {
        boolean leans = !flow.expectations().priors().isEmpty();
        return this instanceof Decided decided && (leans || decided.gateNeeds().isEmpty());
    }

    /** The facts to ask next, first one first. */
    default List<String> asks() {
        return switch (this) {
            case Open open -> open.needs();
            case Decided decided -> decided.gateNeeds();
            case DeadEnd _ -> List.of();
        };
    }
}
