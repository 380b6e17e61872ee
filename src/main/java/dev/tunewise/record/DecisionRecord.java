package dev.tunewise.record;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.CostParameter;
import java.util.Map;

/**
 * A decision with all that belongs to it.
 *
 * @param origin what it is made from
 * @param answer what follows from that
 * @param dials what is known of the cost parameters
 */
public record DecisionRecord(RecordInput origin, Consultant.Answer answer, Map<String, CostParameter> dials) {

    /** The record that follows from an origin; the same origin and consultant always give the same record. */
    public static DecisionRecord of(RecordInput origin, Consultant consultant) {
        return new DecisionRecord(
                origin, consultant.answer(origin.answers(), origin.settings()), consultant.parameters());
    }
}
