package dev.tunewise.conversation;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Interview;
import dev.tunewise.flow.Value;

/**
 * What the parts of the machine share: one flow with everything derived from it once. Safe for use by several threads.
 *
 * @param flow the flow
 * @param words its words
 * @param values writes and reads its values
 * @param picks the numbers that make a difference in it
 * @param questions its questions
 * @param counsel its advice
 * @param dials the cost parameters in words
 * @param wording the machine's own sentences
 */
record Kit(
        Flow flow,
        Words words,
        Values values,
        Picks picks,
        Questions questions,
        Counsel counsel,
        Dials dials,
        Wording wording) {

    static Kit of(Flow flow, Counsel counsel, Catalogue catalogue, Wording wording) {
        Picks picks = new Picks(flow);
        Values values = new Values(flow, catalogue);
        return new Kit(
                flow,
                new Words(flow),
                values,
                picks,
                new Questions(flow, picks, values, catalogue),
                new RememberingCounsel(counsel),
                new Dials(flow, counsel, wording),
                wording);
    }

    /** Derives questions with the cost parameters of a state. */
    Interview interview(State state) {
        return counsel.interview(state.parameters());
    }

    /** A fact that the state speaks of; folding leaves only facts of the flow in it. */
    Fact fact(String id) {
        return flow.fact(id).orElseThrow(() -> new IllegalArgumentException("No fact `" + id + "` in " + flow.id()));
    }

    String shown(String fact, Value value) {
        return values.shown(fact(fact), value);
    }
}
