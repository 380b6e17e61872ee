package dev.tunewise.flowfile.yaml;

import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.Problems;
import dev.tunewise.diagnostics.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the problems of one load and knows the text of every file, so that each problem can show its line. */
public final class ProblemCollector extends Problems {
    private final Map<String, SourceText> sources = new LinkedHashMap<>();

    void read(String file, SourceText text) {
        sources.put(file, text);
    }

    /** All problems by place, each once and with its line. */
    public List<Problem> all() {
        return sorted().stream().map(this::withLine).distinct().toList();
    }

    public List<Problem> warnings() {
        return all().stream()
                .filter(problem -> problem.severity() == Severity.WARNING)
                .toList();
    }

    Problem withLine(Problem problem) {
        SourceText source = sources.get(problem.position().file());
        return source == null || !problem.sourceLine().isEmpty()
                ? problem
                : problem.withSourceLine(source.line(problem.position().line()));
    }

    public Map<String, SourceText> sources() {
        return sources;
    }
}
