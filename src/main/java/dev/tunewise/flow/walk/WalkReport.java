package dev.tunewise.flow.walk;

import dev.tunewise.flow.interview.InterviewStep;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What walking all interviews of a flow found.
 *
 * @param interviews how many different interviews there are over the values tried
 * @param states how many states had to be visited, states that nothing ahead can tell apart counted once
 * @param longest the most questions that any interview asks
 * @param fired ids of the rules that decide some interview
 * @param asked ids of the facts that some interview asks
 * @param deadEnds ways on which no rule holds, some of them
 * @param silent the rules that never decide, with what decides instead
 * @param askedTwice ways on which a fact is asked that is known already
 * @param complete false when the walk was given up because there were too many states
 */
public record WalkReport(
        double interviews,
        int states,
        int longest,
        List<InterviewStep> longestWay,
        Set<String> fired,
        Set<String> asked,
        List<List<InterviewStep>> deadEnds,
        double deadEndCount,
        Map<String, Silence> silent,
        List<Idle> idle,
        List<Idle> askedTwice,
        boolean complete) {
    /**
     * Why a rule never decides.
     *
     * @param shadowers ids of the rules above it that decide wherever it holds; empty when it never holds at all
     */
    public record Silence(List<String> shadowers) {}

    /** A question that should not be asked. `way`: the answers before it. */
    public record Idle(String fact, String rule, List<InterviewStep> way) {}
}
