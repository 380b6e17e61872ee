package dev.tunewise.flowfile.definition;

import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.flow.Parameter;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how people call the numbers behind the figures. What the patterns mean is for the reader of free text to check. */
public final class ParameterReader {
    private static final String FACT = "fact";
    private static final String EXACTLY = "exactly";

    private final FlowBuilder draft;
    private final ProblemCollector report;
    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    public ParameterReader(FlowBuilder draft, ProblemCollector report) {
        this.draft = draft;
        this.report = report;
    }

    public List<Parameter> read(YamlNode file) {
        List<Parameter> parameters = new ArrayList<>();
        YamlFields.of(file, "a file of parameters", report);
        if (file instanceof YamlNode.Entries entries) {
            entries.entries().forEach((key, entry) -> {
                if (key.startsWith("<")) {
                    lists.put(key, patterns("words." + key, key, entry.value()));
                } else {
                    parameters.add(parameter(key, entry));
                }
            });
        }
        return parameters;
    }

    /** Lists of patterns that the file shares out, by their names in angle brackets. */
    public Map<String, List<String>> lists() {
        return lists;
    }

    private Parameter parameter(String key, YamlNode.Entry entry) {
        draft.place("parameters." + key, entry.key());
        YamlFields fields = YamlFields.of(entry.value(), "the parameter `" + key + "`", report);
        String name = fields.requireText("name", "Say in a few words what people call it.")
                .map(YamlNode.Text::text)
                .orElse(key);
        String example = fields.string("example");
        List<Parameter.Way> ways = new ArrayList<>();
        for (Parameter.Form form : Parameter.Form.values()) {
            String id = id(key, form);
            fields.get(word(form)).ifPresent(words -> {
                draft.place("words." + id, fields.at(word(form)));
                ways.add(new Parameter.Way(id, form, null, patterns("words." + id, word(form), words)));
            });
        }
        fields.map(EXACTLY).forEach((number, words) -> exactly(key, number, words, ways));
        fact(key, fields, ways);
        fields.done();
        return new Parameter(key, name, example, ways, entry.key());
    }

    /** Apart from the ids of facts, which have no slash. */
    private static String id(String key, Parameter.Form form) {
        return "parameters/" + key + "/" + word(form);
    }

    private void exactly(String key, String written, YamlNode.Entry entry, List<Parameter.Way> ways) {
        BigDecimal value = number(written);
        if (value == null) {
            report.error("wrong-kind.exactly", entry.key(), EXACTLY, key, written);
            return;
        }
        String id = id(key, Parameter.Form.NUMBER);
        String words = "words." + id + "." + value.toPlainString();
        draft.place(words, entry.key());
        ways.add(new Parameter.Way(id, Parameter.Form.NUMBER, value, patterns(words, written, entry.value())));
    }

    private static @Nullable BigDecimal number(String written) {
        try {
            return new BigDecimal(written);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** Either a fact says it, or words do. */
    private void fact(String key, YamlFields fields, List<Parameter.Way> ways) {
        fields.text(FACT).ifPresent(fact -> {
            if (!draft.factIds().contains(fact.text())) {
                report.error(
                        "unknown-fact.parameter",
                        fact.position(),
                        key,
                        fact.text(),
                        Suggestion.remedy(fact.text(), Set.copyOf(draft.factIds())));
            }
            if (!ways.isEmpty()) {
                report.error("contradiction", fact.position(), key);
            }
        });
        if (fields.get(FACT).isEmpty() && ways.isEmpty()) {
            Set<String> forms = new LinkedHashSet<>();
            for (Parameter.Form form : Parameter.Form.values()) {
                forms.add(word(form));
            }
            report.error("missing-field.parameter", fields.position(), key, String.join(", ", forms), EXACTLY);
        }
        if (!ways.isEmpty() && draft.factIds().contains(key)) {
            report.error("name-taken", fields.position(), key);
        }
    }

    private List<String> patterns(String place, String key, YamlNode words) {
        List<String> patterns = new ArrayList<>();
        List<YamlNode> items = words instanceof YamlNode.Items list ? list.items() : List.of(words);
        items.forEach(item -> new WordReader(draft, report).add(key, item, patterns, place));
        return patterns;
    }

    private static String word(Parameter.Form form) {
        return form.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
