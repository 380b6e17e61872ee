package dev.tunewise.record;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.cost.parameter.CostParameter;
import java.util.Map;

/** A decision with all that belongs to it. `words`: the answer in the terms of the case. */
public record DecisionRecord(
        RecordInput origin, Consultant.Answer answer, CaseAnswer words, Map<String, CostParameter> dials) {
    /** The record that follows from an origin; the same origin and consultant always give the same record. */
    public static DecisionRecord of(RecordInput origin, Consultant consultant) {
        Consultant.Answer answer =
                consultant.answer(origin.answers(), origin.settings()).inFull();
        return new DecisionRecord(
                origin,
                answer,
                consultant.caseAnswer(origin.answers(), origin.settings(), answer.advice()),
                consultant.parameters());
    }
}
