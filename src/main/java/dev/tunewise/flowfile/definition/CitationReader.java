package dev.tunewise.flowfile.definition;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.flow.Citation;
import dev.tunewise.flow.Source;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads citations and holds each to the sources. */
final class CitationReader {
    private final Map<String, Source> sources;
    private final IdRegistry ids;
    private final ProblemCollector report;
    private final Set<String> cited = new HashSet<>();

    CitationReader(Map<String, Source> sources, IdRegistry ids, ProblemCollector report) {
        this.sources = sources;
        this.ids = ids;
        this.report = report;
    }

    List<Citation> read(YamlFields fields) {
        List<Citation> citations = new ArrayList<>();
        for (YamlNode.Text text : fields.texts("cite")) {
            Citation citation = Citation.parse(text.text());
            citations.add(citation);
            cited.add(citation.source());
            Source source = sources.get(citation.source());
            if (source == null) {
                ids.resolve(citation.source(), sources.keySet(), text.position(), "source");
            } else if (!citation.section().isEmpty() && !source.sections().containsKey(citation.section())) {
                ids.resolve(citation.section(), source.sections().keySet(), section(text, citation), "section");
            }
        }
        return citations;
    }

    /** Where the section begins in the file; traced only for what is reported, since it goes through the whole file. */
    private static Position section(YamlNode.Text text, Citation citation) {
        int source = citation.source().codePointCount(0, citation.source().length());
        return text.places().at(text.text(), 1, source + 2);
    }

    List<Citation> require(YamlFields fields) {
        fields.require("cite", "Name its source as `cite: [source/section]`.");
        return read(fields);
    }

    /** Warns of sources that nothing cites. */
    void reportUnused(Map<String, Position> places) {
        sources.keySet().stream()
                .filter(source -> !cited.contains(source))
                .forEach(source -> report.warning(
                        "unused-source", java.util.Objects.requireNonNull(places.get("sources." + source)), source));
    }
}
