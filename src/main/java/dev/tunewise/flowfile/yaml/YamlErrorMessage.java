package dev.tunewise.flowfile.yaml;

import dev.tunewise.diagnostics.Position;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words what the YAML parser stumbled over. */
final class YamlErrorMessage {
    static void report(MarkedYamlEngineException wrong, String file, ProblemCollector report) {
        String problem = String.valueOf(wrong.getProblem());
        String context = String.valueOf(wrong.getContext());
        Position start = position(wrong.getContextMark().or(wrong::getProblemMark), file);
        Position at = position(wrong.getProblemMark().or(wrong::getContextMark), file);
        if (problem.contains("unexpected end of stream") && context.contains("quoted scalar")) {
            report.error("yaml.quote", start);
        } else if (problem.contains("TAB") || problem.contains("'\\t'")) {
            report.error("yaml.tab", at);
        } else if (problem.contains("mapping values are not allowed")) {
            report.error("yaml.colon", at);
        } else if (context.contains("flow sequence") || context.contains("flow mapping")) {
            report.error("yaml.bracket", at, context.contains("sequence") ? "[" : "{", start.line(), start.column());
        } else if (problem.contains("undefined alias")) {
            report.error("yaml.alias", at);
        } else if (problem.contains("expected <block end>") || problem.contains("could not find expected ':'")) {
            report.error("yaml.line", at);
        } else if (problem.contains("cannot start any token")) {
            report.error("yaml.character", at);
        } else {
            report.error("yaml.other", at, problem.lines().findFirst().orElse(""));
        }
    }

    private static Position position(Optional<Mark> mark, String file) {
        return mark.map(at -> new Position(file, at.getLine() + 1, at.getColumn() + 1))
                .orElse(new Position(file, 1, 1));
    }
}
