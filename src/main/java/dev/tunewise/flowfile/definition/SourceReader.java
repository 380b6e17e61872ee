package dev.tunewise.flowfile.definition;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.flow.Source;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads `sources.yaml`. */
public record SourceReader(FlowBuilder draft, IdRegistry ids, ProblemCollector report) {
    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final Pattern URL = Pattern.compile("https?://\\S+");

    public void read(YamlNode file) {
        if (!(file instanceof YamlNode.Entries entries)) {
            YamlFields.of(file, "the list of sources", report);
            return;
        }
        entries.entries().forEach((id, entry) -> {
            ids.kebab(id, entry.key(), "source");
            draft.place("sources." + id, entry.key());
            YamlFields fields = YamlFields.of(entry.value(), "source `" + id + "`", report);
            String title = fields.requireText("title", "Give its full title.")
                    .map(YamlNode.Text::text)
                    .orElse(id);
            Source source = new Source(
                    id,
                    title,
                    plain(fields, "publisher"),
                    matching(fields, "date", DATE),
                    matching(fields, "url", URL),
                    sections(fields, id));
            fields.done();
            draft.sources.put(id, source);
        });
    }

    private String plain(YamlFields fields, String key) {
        return fields.get(key)
                .filter(value ->
                        !(value instanceof YamlNode.Text text && text.text().isEmpty()))
                .flatMap(_ -> fields.text(key))
                .map(YamlNode.Text::text)
                .orElse("");
    }

    private String matching(YamlFields fields, String key, Pattern pattern) {
        String text = plain(fields, key);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            Position at = fields.get(key).orElseThrow().position();
            report.error("bad-" + key, at, fields.what(), text);
        }
        return text;
    }

    private Map<String, String> sections(YamlFields fields, String source) {
        Map<String, String> sections = new LinkedHashMap<>();
        fields.map("sections").forEach((key, entry) -> {
            ids.kebab(key, entry.key(), "section");
            draft.place("sources." + source + "." + key, entry.key());
            Optional<YamlNode.Text> title = entry.value() instanceof YamlNode.Text text && !text.absent()
                    ? Optional.of(text)
                    : Optional.empty();
            if (title.isEmpty()) {
                report.error(
                        "wrong-kind.section",
                        entry.value().position(),
                        entry.value().kind(),
                        key);
            }
            sections.put(key, title.map(YamlNode.Text::text).orElse(key));
        });
        return sections;
    }
}
