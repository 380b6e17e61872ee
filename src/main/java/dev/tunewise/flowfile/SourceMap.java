package dev.tunewise.flowfile;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Problem;
import dev.tunewise.flowfile.yaml.SourceText;
import java.util.Map;
import java.util.Optional;

/** Where the parts of a loaded flow stand in its files. Immutable. */
public final class SourceMap {
    static final SourceMap NONE = new SourceMap(Map.of(), Map.of());

    private final Map<String, Position> positions;
    private final Map<String, SourceText> sources;

    SourceMap(Map<String, Position> positions, Map<String, SourceText> sources) {
        this.positions = Map.copyOf(positions);
        this.sources = Map.copyOf(sources);
    }

    /**
     * The place of a part.
     *
     * @param part dotted path: `max_questions`, `facts.ID`, `facts.ID.choices.CHOICE`, `rules.ID`, `rules.ID.when`, `gates.ID`, `verdicts.ID`,
     *     `levers.ID`, `figures.ID`, `findings.ID`, `terms.ID`, `topics.ID`, or `texts.KEY`, `words.KEY` and `glossary.KEY` for keys of those files
     */
    public Optional<Position> at(String part) {
        return Optional.ofNullable(positions.get(part));
    }

    /** The problem with the text of its line, where it lies in one of the flow's files. */
    public Problem withLine(Problem problem) {
        SourceText source = sources.get(problem.position().file());
        return source == null || !problem.sourceLine().isEmpty()
                ? problem
                : problem.withSourceLine(source.line(problem.position().line()));
    }
}
