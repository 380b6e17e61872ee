package dev.tunewise.record;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.Dial;
import java.util.Map;

/**
 * A decision with all that belongs to it.
 *
 * @param origin what it is made from
 * @param answer what follows from that
 * @param dials what is known of the cost parameters
 */
public record DecisionRecord(Origin origin, Consultant.Answer answer, Map<String, Dial> dials) {

    /** The record that follows from an origin; the same origin and consultant always give the same record. */
    public static DecisionRecord of(Origin origin, Consultant consultant) {
        return new DecisionRecord(
                origin, consultant.answer(origin.answers(), origin.settings()), consultant.parameters());
    }
}
