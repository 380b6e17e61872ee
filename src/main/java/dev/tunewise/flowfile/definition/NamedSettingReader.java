package dev.tunewise.flowfile.definition;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.anchor.AnchoredPattern;
import dev.tunewise.flow.interview.FigureShape;
import dev.tunewise.flow.interview.NamedSettings;
import dev.tunewise.flow.interview.NamedThings;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads what people set: its names, and what to say of its values. */
record NamedSettingReader(
        FlowBuilder draft,
        IdRegistry ids,
        ProblemCollector report,
        ConditionReader conditions,
        CitationReader citations) {
    /** What plain text never holds, so that a phrase with it finds nothing: mostly a quote that was left open. */
    private static final Pattern UNHEARD = Pattern.compile("(?<!\\\\)[A-Z\"“”'’]");

    List<Guidance.Setting> read(YamlNode file) {
        List<Guidance.Setting> settings = new ArrayList<>();
        YamlFields fields = YamlFields.of(file, "the file of settings", report);
        fields.map("settings").forEach((fact, entry) -> {
            if (ids.resolve(fact, draft.quantities(), entry.key(), "quantity")) {
                settings.add(setting(fact, entry));
            }
        });
        Map<String, Guidance.Setting> read = new TreeMap<>();
        Map<String, String> words = words(fields);
        fields.items("readings")
                .forEach(item -> YamlFields.read(item, "a reading", report, reading -> {
                    reading(reading, words, read);
                    return reading;
                }));
        settings.addAll(read.values());
        fields.done();
        return settings;
    }

    /** Shapes of which each reads figures that belong together, as settings of the facts that they name. */
    private void reading(YamlFields fields, Map<String, String> words, Map<String, Guidance.Setting> read) {
        boolean most = fields.flag("most");
        boolean sum = fields.flag("sum");
        List<YamlNode.Text> shapes = fields.texts("shapes");
        List<AnchoredPattern> patterns = patterns(shapes, shape -> FigureShape.pattern(spelled(shape, words)));
        shapes.forEach(shape -> FigureShape.facts(shape.text())
                .forEach(fact -> ids.resolve(fact, draft.quantities(), shape.position(), "quantity")));
        shapes.stream()
                .flatMap(shape -> FigureShape.facts(shape.text()).stream())
                .distinct()
                .forEach(fact -> read.merge(
                        fact,
                        new Guidance.Setting(
                                fact,
                                patterns.stream().filter(one -> one.reads(fact)).toList(),
                                List.of(),
                                List.of(),
                                List.of(),
                                most,
                                sum),
                        Guidance.Setting::and));
    }

    /** What phrases and shapes name as `@word`; each may name those before it. */
    private static Map<String, String> words(YamlFields fields) {
        Map<String, String> words = new LinkedHashMap<>();
        fields.map("words").forEach((name, entry) -> {
            if (entry.value() instanceof YamlNode.Text text) {
                words.put("@" + name + "(?![a-z])", "(?:" + spelled(text.text(), words) + ")");
            }
        });
        return words;
    }

    private static String spelled(String shape, Map<String, String> words) {
        String spelled = shape;
        for (Map.Entry<String, String> word : words.entrySet()) {
            spelled = spelled.replaceAll(word.getKey(), Matcher.quoteReplacement(word.getValue()));
        }
        return spelled;
    }

    private Guidance.Setting setting(String fact, YamlNode.Entry entry) {
        return YamlFields.read(entry.value(), "the setting `" + fact + "`", report, fields -> {
            List<AnchoredPattern> whole = new ArrayList<>(names(fields, "names", NamedSettings::name));
            whole.addAll(names(fields, "units", NamedSettings::unit));
            whole.addAll(names(fields, "shapes", FigureShape::pattern));
            return new Guidance.Setting(
                    fact,
                    whole,
                    names(fields, "each", NamedSettings::name),
                    names(fields, "times", NamedSettings::name),
                    fields.each("remarks", "a remark", this::remark),
                    fields.flag("most"),
                    false);
        });
    }

    private Guidance.Remark remark(YamlFields fields) {
        Condition when = conditions.when(fields, "Write the condition under which it holds.");
        String text = fields.string("text", "Write what to say of the value.");
        fields.text("text").ifPresent(said -> new SlotCheck(draft, report).check(said, true));
        return new Guidance.Remark(when, fields.flag("fine"), text, citations.require(fields));
    }

    private List<AnchoredPattern> names(YamlFields fields, String key, Function<String, Pattern> pattern) {
        return patterns(fields.texts(key), pattern);
    }

    private List<AnchoredPattern> patterns(List<YamlNode.Text> texts, Function<String, Pattern> pattern) {
        List<AnchoredPattern> names = new ArrayList<>();
        for (YamlNode.Text name : texts) {
            try {
                names.add(AnchoredPattern.of(pattern.apply(name.text())));
            } catch (PatternSyntaxException e) {
                report.error("wrong-phrase.setting", name.position(), name.text(), e.getDescription());
            }
        }
        return names;
    }

    /** Phrases as one pattern; none where there are none. */
    @Nullable
    Pattern phrases(List<? extends YamlNode> listed) {
        return phrases(listed, Map.of());
    }

    private @Nullable Pattern phrases(List<? extends YamlNode> listed, Map<String, String> words) {
        List<String> phrases =
                listed.stream().flatMap(item -> phrase(item, words).stream()).toList();
        return phrases.isEmpty() ? null : NamedThings.phrases(phrases);
    }

    /** Reads what to look for in a text, and which facts say the same of a case. */
    void mentions(YamlFields fields, Map<String, AnchoredPattern> mentions, Map<String, Condition> grounds) {
        Map<String, String> words = words(fields);
        fields.map("mentions").forEach((id, entry) -> {
            ids.choice(draft, Guidance.MENTIONS, id, entry.key());
            @Nullable
            Pattern phrases = entry.value() instanceof YamlNode.Items list ? phrases(list.items(), words) : null;
            if (phrases != null && mentions.put(id, AnchoredPattern.of(phrases)) != null) {
                report.error("duplicate", entry.key(), "mention", id);
            }
        });
        fields.map("grounds").forEach((id, entry) -> {
            ids.choice(draft, Guidance.MENTIONS, id, entry.key());
            if (entry.value() instanceof YamlNode.Text condition) {
                grounds.put(id, conditions.read(condition));
            }
        });
    }

    /** A phrase with its words in full, where it is one. */
    private Optional<String> phrase(YamlNode yaml, Map<String, String> words) {
        String text = yaml instanceof YamlNode.Text given ? spelled(given.text(), words) : "";
        try {
            if (!text.isBlank() && !UNHEARD.matcher(text).find()) {
                NamedThings.phrases(List.of(text));
                return Optional.of(text);
            }
        } catch (PatternSyntaxException e) {
            // reported below, as what is no text
        }
        report.error("wrong-phrase", yaml.position(), text);
        return Optional.empty();
    }
}
