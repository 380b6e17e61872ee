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
        Position at = position(wrong.getProblemMark().or(wrong::getContextMark), file);
        Position start = position(wrong.getContextMark().or(wrong::getProblemMark), file);
        if (problem.contains("TAB") || problem.contains("'\\t'")) {
            report.error("yaml", at, "A tab cannot indent a line in YAML.", "Indent with spaces.");
        } else if (problem.contains("mapping values are not allowed")) {
            report.error(
                    "yaml",
                    at,
                    "A `: ` does not fit here.",
                    "Put a text that holds `: ` in quotes, or check the indentation.");
        } else if (problem.contains("unexpected end of stream") && context.contains("quoted scalar")) {
            report.error("yaml", start, "This quote is never closed.", "Close it at the end of the text.");
        } else if (context.contains("flow sequence") || context.contains("flow mapping")) {
            String bracket = context.contains("sequence") ? "[" : "{";
            report.error(
                    "yaml",
                    at,
                    "Something does not fit into the `" + bracket + "` that opens at " + start.line() + ":"
                            + start.column() + ".",
                    "Separate its parts by `, ` and close it; put texts with commas, colons or brackets in quotes.");
        } else if (problem.contains("undefined alias")) {
            report.error("yaml", at, "This alias names nothing above it.", "Mark what it stands for with `&name`.");
        } else if (problem.contains("expected <block end>") || problem.contains("could not find expected ':'")) {
            report.error(
                    "yaml",
                    at,
                    "This line does not fit the lines above it.",
                    "Indent it like its neighbours, write `key: value` or `- item`, and look for a quote above that is"
                            + " never closed.");
        } else if (problem.contains("cannot start any token")) {
            report.error("yaml", at, "A value cannot start with this character.", "Put the text in quotes.");
        } else {
            report.error(
                    "yaml",
                    at,
                    "This is not YAML that can be read: "
                            + problem.lines().findFirst().orElse("") + ".",
                    "Check quotes, colons, brackets and indentation.");
        }
    }

    private static Position position(Optional<Mark> mark, String file) {
        return mark.map(at -> new Position(file, at.getLine() + 1, at.getColumn() + 1))
                .orElse(new Position(file, 1, 1));
    }
}
