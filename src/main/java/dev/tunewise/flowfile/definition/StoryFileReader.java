package dev.tunewise.flowfile.definition;

import dev.tunewise.flow.Lever;
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
            report.error(
                    "wrong-kind",
                    file.position(),
                    "A file of stories is a list, found " + file.kind() + ".",
                    "Write one `- name: ...` for each story.");
            return;
        }
        list.items().forEach(this::readStory);
    }

    private void readStory(YamlNode yaml) {
        YamlFields fields = YamlFields.of(yaml, "a story", report);
        Optional<YamlNode.Text> name = fields.requireText("name", "Say in a few words what it is about.");
        name.ifPresent(text -> ids.claim("story", text.text(), text.position(), "story"));
        String about = fields.text("about").map(YamlNode.Text::text).orElse("");
        Map<String, Value> facts = facts(fields);
        List<String> unknown = factNames(fields, "unknown");
        unknown.stream()
                .filter(facts::containsKey)
                .forEach(fact -> report.error(
                        "known-and-unknown",
                        fields.at("unknown"),
                        "`" + fact + "` is answered and unknown at once.",
                        "Keep one of the two."));
        List<String> say = fields.texts("say").stream().map(YamlNode.Text::text).toList();
        Optional<Story.Expectation> expect =
                fields.require("expect", "Say how it must end.").map(this::expectation);
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

    private List<String> factNames(YamlFields fields, String key) {
        return fields.texts(key).stream()
                .filter(text -> ids.resolve(text.text(), draft.factIds(), text.position(), "fact"))
                .map(YamlNode.Text::text)
                .toList();
    }

    private Story.Expectation expectation(YamlNode yaml) {
        YamlFields fields = YamlFields.of(yaml, "the expectation of a story", report);
        String verdict = reference(
                fields, "verdict", draft.verdicts.stream().map(Verdict::id).toList());
        List<String> leverIds = draft.levers.stream().map(Lever::id).toList();
        List<YamlNode.Text> levers =
                fields.get("lever").filter(YamlNode.Items.class::isInstance).isPresent()
                        ? fields.texts("lever")
                        : fields.text("lever").map(List::of).orElse(List.of());
        levers.forEach(lever -> ids.resolve(lever.text(), leverIds, lever.position(), "lever"));
        String rule =
                reference(fields, "rule", draft.rules.stream().map(Rule::id).toList());
        Integer most = fields.count("most_questions", 1000).orElse(null);
        List<String> asked = factNames(fields, "asked");
        List<String> notAsked = factNames(fields, "not_asked");
        String first = reference(fields, "first", draft.factIds());
        List<String> literal =
                fields.texts("literal").stream().map(YamlNode.Text::text).toList();
        List<String> moves = moves(fields, "moves");
        List<String> notMoves = moves(fields, "not_moves");
        fields.done();
        return new Story.Expectation(
                verdict,
                levers.stream().map(YamlNode.Text::text).toList(),
                rule,
                most,
                asked,
                notAsked,
                first,
                literal,
                moves,
                notMoves);
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
                .filter(text -> ids.resolve(text.text(), allowed, text.position(), key.equals("first") ? "fact" : key))
                .map(YamlNode.Text::text)
                .orElse(null);
    }
}
