package dev.tunewise.flowfile.definition;

import dev.tunewise.flow.Move;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.Verdict;
import dev.tunewise.flow.story.Story;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import dev.tunewise.flowfile.yaml.YamlValueReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the stories of a flow. */
public final class StoryFileReader {
    private final FlowBuilder draft;
    private final IdRegistry ids;
    private final ProblemCollector report;
    private final List<Story> stories = new ArrayList<>();

    public StoryFileReader(FlowBuilder draft, IdRegistry ids, ProblemCollector report) {
        this.draft = draft;
        this.ids = ids;
        this.report = report;
    }

    public List<Story> stories() {
        return stories;
    }

    public void read(YamlNode file) {
        if (!(file instanceof YamlNode.Items list)) {
            report.error("wrong-kind.stories", file.position(), file.kind());
            return;
        }
        list.items().forEach(this::readStory);
    }

    private void readStory(YamlNode yaml) {
        YamlFields fields = YamlFields.of(yaml, "a story", report);
        Optional<YamlNode.Text> name = fields.requireText("name", "Say in a few words what it is about.");
        name.ifPresent(text -> ids.claim("story", text.text(), text.position(), "story"));
        String about = fields.string("about");
        Map<String, Value> facts = facts(fields);
        List<String> unknown = ids.resolved(fields.texts("unknown"), draft.factIds(), "fact");
        unknown.stream()
                .filter(facts::containsKey)
                .forEach(fact -> report.error("known-and-unknown", fields.at("unknown"), fact));
        List<String> say = fields.strings("say");
        Optional<Story.Expectation> expect = fields.require("expect", "Say how it must end.")
                .map(end -> YamlFields.read(end, "the expectation of a story", report, this::expectation));
        fields.done();
        if (name.isPresent() && expect.isPresent()) {
            stories.add(new Story(
                    name.get().text(),
                    about,
                    facts,
                    unknown,
                    say,
                    expect.get(),
                    name.get().position()));
        }
    }

    private Map<String, Value> facts(YamlFields fields) {
        Map<String, Value> facts = new LinkedHashMap<>();
        fields.map("facts").forEach((id, entry) -> {
            if (!ids.resolve(id, draft.factIds(), entry.key(), "fact")) {
                return;
            }
            draft.fact(id)
                    .flatMap(fact -> new YamlValueReader(report).read(fact, entry.value()))
                    .ifPresent(value -> facts.put(id, value));
        });
        return facts;
    }

    private Story.Expectation expectation(YamlFields fields) {
        List<String> verdicts = draft.verdicts.stream().map(Verdict::id).toList();
        List<String> rules = draft.rules.stream().map(Rule::id).toList();
        return new Story.Expectation(
                reference(fields, "verdict", verdicts),
                ids.resolved(fields.oneOrMore("lever"), draft.leverIds(), "lever"),
                reference(fields, "rule", rules),
                fields.count("most_questions", 1000).orElse(null),
                ids.resolved(fields.texts("asked"), draft.factIds(), "fact"),
                ids.resolved(fields.texts("not_asked"), draft.factIds(), "fact"),
                reference(fields, "first", draft.factIds()),
                fields.strings("literal"),
                moves(fields, "moves"),
                moves(fields, "not_moves"));
    }

    private List<String> moves(YamlFields fields, String key) {
        List<String> known = draft.guidance.moves().stream().map(Move::id).toList();
        List<YamlNode.Text> named = fields.texts(key);
        named.forEach(text ->
                List.of(text.text().split("\\|")).forEach(move -> ids.resolve(move, known, text.position(), "move")));
        return named.stream().map(YamlNode.Text::text).toList();
    }

    private @Nullable String reference(YamlFields fields, String key, List<String> allowed) {
        return fields.text(key)
                .filter(text -> ids.resolve(text, allowed, key.equals("first") ? "fact" : key))
                .map(YamlNode.Text::text)
                .orElse(null);
    }
}
