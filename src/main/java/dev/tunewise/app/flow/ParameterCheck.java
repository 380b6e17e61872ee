package dev.tunewise.app.flow;

import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.ProblemTexts;
import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Parameter;
import dev.tunewise.flowfile.SourceMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks that a flow gives words only to numbers that the cost model has. */
final class ParameterCheck {
    static List<Problem> check(Flow flow, SourceMap origins) {
        Set<String> known = new LinkedHashSet<>();
        Parameters.shipped().all().forEach(parameter -> known.add(parameter.key()));
        return flow.parameters().stream()
                .filter(parameter -> !known.contains(parameter.key()))
                .map(parameter -> unknown(parameter, known, origins))
                .toList();
    }

    private static Problem unknown(Parameter parameter, Set<String> known, SourceMap origins) {
        return ProblemTexts.error(
                "unknown-parameter",
                origins.at("parameters." + parameter.key()).orElse(parameter.position()),
                parameter.key(),
                Suggestion.remedy(parameter.key(), known));
    }
}
