package dev.tunewise.flowfile;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Problem;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.walk.Walk;
import dev.tunewise.flow.walk.WalkProblems;
import dev.tunewise.flow.walk.WalkReport;
import java.util.List;

/** Walks all interviews of a flow as part of loading it. */
public final class WalkCheck implements FlowCheck {
    /** A check that a loader runs after its own. */
    public WalkCheck() {}

    @Override
    public List<Problem> check(Flow flow, SourceMap origins) {
        return problems(flow, origins, Walk.of(flow));
    }

    /** What a walk found, each fault with its line. */
    public static List<Problem> problems(Flow flow, SourceMap origins, WalkReport report) {
        Position maxQuestions =
                origins.at("max_questions").orElse(flow.rules().getFirst().position());
        return WalkProblems.of(flow, report, maxQuestions).stream()
                .map(origins::withLine)
                .toList();
    }
}
