package dev.tunewise.flowfile.yaml;

import dev.tunewise.diagnostics.Position;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words what the YAML parser stumbled over. */
final class YamlErrorMessage {
    private static final String SEPARATE =
            "Separate its parts by `, ` and close it; put texts with commas, colons or brackets in quotes.";
    private static final String INDENT = "Indent it like its neighbours, write `key: value` or `- item`,"
            + " and look for a quote above that is never closed.";

    static void report(MarkedYamlEngineException wrong, String file, ProblemCollector report) {
        String problem = String.valueOf(wrong.getProblem());
        String context = String.valueOf(wrong.getContext());
        Position start = position(wrong.getContextMark().or(wrong::getProblemMark), file);
        boolean openQuote = problem.contains("unexpected end of stream") && context.contains("quoted scalar");
        Position at = openQuote ? start : position(wrong.getProblemMark().or(wrong::getContextMark), file);
        String[] said = openQuote
                ? said("This quote is never closed.", "Close it at the end of the text.")
                : said(problem, context, start);
        report.error("yaml", at, said[0], said[1]);
    }

    private static String[] said(String problem, String context, Position start) {
        if (problem.contains("TAB") || problem.contains("'\\t'")) {
            return said("A tab cannot indent a line in YAML.", "Indent with spaces.");
        } else if (problem.contains("mapping values are not allowed")) {
            return said("A `: ` does not fit here.", "Put a text that holds `: ` in quotes, or check the indentation.");
        } else if (context.contains("flow sequence") || context.contains("flow mapping")) {
            String opens = (context.contains("sequence") ? "[" : "{") + "` that opens at " + start.line() + ":"
                    + start.column();
            return said("Something does not fit into the `" + opens + ".", SEPARATE);
        } else if (problem.contains("undefined alias")) {
            return said("This alias names nothing above it.", "Mark what it stands for with `&name`.");
        } else if (problem.contains("expected <block end>") || problem.contains("could not find expected ':'")) {
            return said("This line does not fit the lines above it.", INDENT);
        } else if (problem.contains("cannot start any token")) {
            return said("A value cannot start with this character.", "Put the text in quotes.");
        }
        String first = problem.lines().findFirst().orElse("");
        return said(
                "This is not YAML that can be read: " + first + ".", "Check quotes, colons, brackets and indentation.");
    }

    private static String[] said(String message, String remedy) {
        return new String[] {message, remedy};
    }

    private static Position position(Optional<Mark> mark, String file) {
        return mark.map(at -> new Position(file, at.getLine() + 1, at.getColumn() + 1))
                .orElse(new Position(file, 1, 1));
    }
}
