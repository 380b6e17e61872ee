package dev.tunewise.flowfile;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Parameter;
import dev.tunewise.flow.Texts;
import dev.tunewise.flowfile.definition.FlowBuilder;
import dev.tunewise.flowfile.definition.FlowReader;
import dev.tunewise.flowfile.definition.IdRegistry;
import dev.tunewise.flowfile.definition.ParameterReader;
import dev.tunewise.flowfile.definition.SourceReader;
import dev.tunewise.flowfile.definition.StoryFileReader;
import dev.tunewise.flowfile.definition.TextKeys;
import dev.tunewise.flowfile.definition.TextReader;
import dev.tunewise.flowfile.definition.WordReader;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFile;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Loads flow folders. Problems are never thrown: all of them, of all files of the folder, come back at once, each with file, line, column,
 * the line itself and a remedy. Immutable and safe for use by several threads.
 */
public final class FlowLoader {
    private static final List<String> FOLDERS =
            List.of("texts", "words", "utterances", "parameters", "glossary", "stories", "moves", "questions");
    private static final List<String> FILES = List.of("flow.yaml", "sources.yaml", "settings.yaml");

    private final List<FlowCheck> extraChecks;

    public FlowLoader() {
        this(List.of());
    }

    /** A loader with further checks, which see only flows that passed the others. */
    public FlowLoader(List<FlowCheck> extraChecks) {
        this.extraChecks = List.copyOf(extraChecks);
    }

    /** Loads a folder; a relative path is shown in problems as it is given. */
    public FlowLoadResult load(Path folder) {
        return load(FlowFiles.read(folder));
    }

    /** Loads files that have been read already. */
    public FlowLoadResult load(FlowFiles files) {
        ProblemCollector report = new ProblemCollector();
        files.unreadable()
                .forEach((path, why) -> report.error("unreadable", new Position(files.shown(path), 1, 1), why));
        Map<String, YamlNode> parsed = new TreeMap<>();
        files.texts().forEach((path, text) -> {
            if (isExpected(path)) {
                YamlFile.parse(files.shown(path), text, report).ifPresent(yaml -> parsed.put(path, yaml));
            } else {
                reportStray(files.shown(path), path, report);
            }
        });
        FlowBuilder draft = new FlowBuilder();
        IdRegistry ids = new IdRegistry(report);
        Optional<YamlNode> flow = main(files, parsed, "flow.yaml", report);
        main(files, parsed, "sources.yaml", report).ifPresent(new SourceReader(draft, ids, report)::read);
        if (flow.isEmpty()) {
            return new FlowLoadResult.Refused(report.all());
        }
        new FlowReader(draft, ids, report)
                .read(
                        flow.get(),
                        files.name(),
                        new FlowReader.GuidanceFiles(
                                below(parsed, "moves/"),
                                below(parsed, "questions/"),
                                Optional.ofNullable(parsed.get("settings.yaml"))));
        Flow.Controls controls = new ControlReader(draft, ids, report).read(flow.get());
        Map<String, String> texts = texts(files, parsed, draft, report);
        WordReader words = new WordReader(draft, report);
        String language = draft.language + ".yaml";
        Map<String, List<String>> synonyms = new HashMap<>();
        Map<String, String> glossary = new HashMap<>();
        Map<String, List<String>> utterances = new HashMap<>();
        parsed.forEach((path, yaml) -> {
            String file = path.substring(path.indexOf('/') + 1);
            boolean spoken = file.equals(language) || file.startsWith(draft.language + "-");
            if (path.startsWith("words/")) {
                words.words(yaml, spoken ? synonyms : new HashMap<>());
            } else if (path.startsWith("utterances/")) {
                words.utterances(yaml, spoken ? utterances : new HashMap<>());
            } else if (path.startsWith("glossary/")) {
                Map<String, String> read = words.glossary(yaml);
                glossary.putAll(path.equals("glossary/" + language) ? read : Map.of());
            }
        });
        List<Parameter> parameters = new ArrayList<>();
        parsed.forEach((path, yaml) -> {
            if (path.startsWith("parameters/")) {
                ParameterReader reader = new ParameterReader(draft, report);
                List<Parameter> read = reader.read(yaml);
                if (path.equals("parameters/" + language)) {
                    parameters.addAll(read);
                    synonyms.putAll(reader.lists());
                }
            }
        });
        StoryFileReader stories = new StoryFileReader(draft, ids, report);
        below(parsed, "stories/").forEach(stories::read);
        if (report.hasErrors()) {
            return new FlowLoadResult.Refused(report.all());
        }
        return checked(
                new Flow(
                        draft.id,
                        draft.version,
                        files.fingerprint(),
                        draft.topics,
                        draft.facts,
                        draft.figures,
                        draft.verdicts,
                        draft.levers,
                        draft.rules,
                        draft.gates,
                        draft.findings,
                        draft.sources,
                        synonyms,
                        glossary,
                        new Texts(draft.language, texts),
                        draft.maxQuestions,
                        draft.exclusions,
                        parameters,
                        utterances,
                        draft.guidance,
                        draft.expectations,
                        controls),
                stories,
                new SourceMap(draft.positions, report.sources()),
                report);
    }

    private FlowLoadResult checked(Flow flow, StoryFileReader stories, SourceMap origins, ProblemCollector report) {
        extraChecks.forEach(check -> report.addAll(check.check(flow, origins)));
        return report.hasErrors()
                ? new FlowLoadResult.Refused(report.all())
                : new FlowLoadResult.Loaded(flow, stories.stories(), origins, report.warnings());
    }

    /** The files of a folder, in the order of their names. */
    private static List<YamlNode> below(Map<String, YamlNode> parsed, String folder) {
        return parsed.entrySet().stream()
                .filter(file -> file.getKey().startsWith(folder))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean isExpected(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? FILES.contains(path) : FOLDERS.contains(path.substring(0, slash));
    }

    private static void reportStray(String shown, String path, ProblemCollector report) {
        int slash = path.indexOf('/');
        List<String> allowed = slash < 0 ? FILES : FOLDERS;
        String name = slash < 0 ? path : path.substring(0, slash);
        report.error(
                "unknown-file",
                new Position(shown, 1, 1),
                slash < 0 ? "file" : "folder",
                name,
                Suggestion.remedy(name, allowed));
    }

    private static Optional<YamlNode> main(
            FlowFiles files, Map<String, YamlNode> parsed, String path, ProblemCollector report) {
        if (!files.texts().containsKey(path) && !files.unreadable().containsKey(path)) {
            report.error("missing-file", new Position(files.shown(path), 1, 1), path);
        }
        return Optional.ofNullable(parsed.get(path));
    }

    private static Map<String, String> texts(
            FlowFiles files, Map<String, YamlNode> parsed, FlowBuilder draft, ProblemCollector report) {
        String first = "texts/" + draft.language + ".yaml";
        if (!files.texts().containsKey(first)) {
            main(files, parsed, first, report);
        }
        TextKeys keys = new TextKeys(draft);
        Map<String, String> texts = new HashMap<>();
        parsed.keySet().stream()
                .filter(path -> path.startsWith("texts/"))
                .sorted()
                .forEach(path -> {
                    YamlNode file = parsed.get(path);
                    if (file != null) {
                        boolean whole = path.equals(first);
                        Map<String, String> read =
                                new TextReader(draft, keys, report).read(file, files.shown(path), whole);
                        texts.putAll(whole ? read : Map.of());
                    }
                });
        return texts;
    }
}
