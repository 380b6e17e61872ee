package dev.tunewise.flowfile.definition;

import dev.tunewise.condition.Declaration;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow.Topic;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads `flow.yaml`: first what is declared, then the conditions over it. */
public record FlowReader(FlowBuilder draft, IdRegistry ids, ProblemCollector report) {
    private static final Set<String> SECTIONS = Set.of("""
                topics verdicts terms facts figures levers rules gates findings language exclusions priors implied checklists
                controls
                """.strip().split("\\s+"));

    /** `file`: its `flow.yaml`. */
    public void read(YamlNode file, String folder, GuidanceFiles guidance) {
        YamlFields fields = YamlFields.of(file, "the flow", report).forgiving(SECTIONS);
        readHead(fields, folder);
        fields.map("topics").forEach(this::readTopic);
        Map<String, Declaration> declarations = new LinkedHashMap<>();
        FactDefinitionReader facts = new FactDefinitionReader(draft, ids, report, declarations);
        fields.require("facts", "Declare what is asked.");
        fields.map("facts").forEach(facts::readFact);

        Map<String, YamlFields> figureFields = new LinkedHashMap<>();
        Map<String, FactDefinitionReader.Head> heads = new LinkedHashMap<>();
        FigureReader figures = new FigureReader(draft, ids, report);
        Map<String, YamlNode.Entry> declared = fields.map("figures");
        declared.forEach((id, entry) -> {
            YamlFields figure = YamlFields.of(entry.value(), "figure `" + id + "`", report);
            figureFields.put(id, figure);
            figures.note(id, figure, declared.keySet());
            facts.readFigure(id, entry, figure).ifPresent(head -> heads.put(id, head));
        });
        figures.reportCycles();

        ConditionReader conditions = ConditionReader.of(declarations, terms(fields), report);
        heads.forEach((id, head) -> draft.figures.add(figures.read(
                id,
                Objects.requireNonNull(declared.get(id)),
                Objects.requireNonNull(figureFields.get(id)),
                head,
                conditions)));
        Set<String> used = readRules(fields, conditions, guidance);
        conditions.reportUnusedTerms();
        reportUnused(used);
    }

    private void readHead(YamlFields fields, String folder) {
        fields.requireText("flow", "Name the flow like its folder: `flow: " + folder + "`.")
                .ifPresent(id -> {
                    draft.id = id.text();
                    draft.place("flow", id.position());
                    ids.kebab(id.text(), id.position(), "flow");
                    if (!id.text().equals(folder)) {
                        report.error("flow-name", id.position(), id.text(), folder);
                    }
                });
        fields.require("version", "Write `version: 1`, and raise it when the advice changes.");
        draft.version = fields.count("version", 1_000_000).orElse(1);
        draft.language = fields.text("language").map(YamlNode.Text::text).orElse("en");
        fields.require("max_questions", "Say how many questions an interview may ask at most.");
        draft.maxQuestions = fields.count("max_questions", 1000).orElse(1);
        draft.place("max_questions", fields.at("max_questions"));
        fields.require("topics", "Declare the topics, in order: `topics: {name: {}}`.");
    }

    private void readTopic(String id, YamlNode.Entry entry) {
        ids.kebab(id, entry.key(), "topic");
        draft.place("topics." + id, entry.key());
        YamlFields fields = YamlFields.ofOptional(entry.value(), "topic `" + id + "`", report);
        boolean together = fields.only("card", "together", "a topic");
        fields.done();
        draft.topics.add(new Topic(id, together));
    }

    private Map<String, YamlNode.Text> terms(YamlFields fields) {
        Map<String, YamlNode.Text> terms = new LinkedHashMap<>();
        fields.map("terms").forEach((id, entry) -> {
            ids.snake(id, entry.key(), "term");
            draft.place("terms." + id, entry.key());
            if (entry.value() instanceof YamlNode.Text text && !text.absent()) {
                terms.put(id, text);
            } else {
                report.error(
                        "wrong-kind.term",
                        entry.value().position(),
                        id,
                        entry.value().kind());
            }
        });
        return terms;
    }

    /**
     * Files that are read once the facts are known.
     *
     * @param moves files of moves, in the order of their names
     * @param questions files of questions, in the order of their names
     * @param settings the file of settings, where there is one
     */
    public record GuidanceFiles(List<YamlNode> moves, List<YamlNode> questions, Optional<YamlNode> settings) {}

    /** The facts and figures that rules and guidance test; what is only expected of a fact is no use of it. */
    private Set<String> readRules(YamlFields fields, ConditionReader conditions, GuidanceFiles guidance) {
        CitationReader citations = new CitationReader(draft.sources, ids, report);
        RuleReader rules = new RuleReader(draft, ids, report, conditions, citations);
        fields.require("verdicts", "List the verdicts: `- {id: no}`.");
        fields.items("verdicts").forEach(rules::readVerdict);
        fields.require("levers", "Declare the ladder in climbing order.");
        fields.map("levers").forEach(rules::readLever);
        fields.require("rules", "List the rules; the first that holds decides.");
        fields.items("rules").forEach(rules::readRule);
        fields.items("exclusions").forEach(rules::readExclusion);
        fields.items("gates").forEach(rules::readGate);
        fields.items("findings").forEach(rules::readFinding);
        new GuidanceReader(draft, ids, report, conditions, citations)
                .read(guidance.moves(), guidance.questions(), guidance.settings());
        Set<String> used = conditions.used();
        draft.expectations = new ExpectationReader(draft, ids, report, conditions, citations).read(fields);
        fields.allow("figures")
                .allow("terms")
                .allow("language")
                .allow("controls")
                .done();
        fields.refuseEmpty("topics", "facts", "verdicts", "levers", "rules");
        citations.reportUnused(draft.positions);
        return used;
    }

    private void reportUnused(Set<String> used) {
        used.addAll(draft.named);
        draft.figures.forEach(figure -> {
            used.addAll(figure.hints());
            figure.inputs().forEach(input -> {
                used.add(input.fact());
                used.addAll(input.unlessKnown());
            });
        });
        draft.rules.forEach(rule -> rule.because().forEach(reason -> used.addAll(reason.facts())));
        if (report.hasErrors()) {
            return;
        }
        for (Fact fact : draft.facts) {
            if (!used.contains(fact.id())) {
                report.warning("unused-fact", fact.position(), fact.id());
            }
        }
        for (Figure figure : draft.figures) {
            if (!used.contains(figure.id())) {
                report.warning("unused-figure", figure.position(), figure.id());
            }
        }
        for (Topic topic : draft.topics) {
            if (draft.facts.stream().noneMatch(fact -> fact.topic().equals(topic.id()))) {
                report.warning(
                        "unused-topic",
                        Objects.requireNonNull(draft.positions.get("topics." + topic.id())),
                        topic.id());
            }
        }
        draft.verdicts.stream()
                .filter(verdict ->
                        draft.rules.stream().noneMatch(rule -> rule.verdict().equals(verdict.id())))
                .forEach(verdict -> report.warning(
                        "unused-verdict",
                        Objects.requireNonNull(draft.positions.get("verdicts." + verdict.id())),
                        verdict.id()));
    }
}
