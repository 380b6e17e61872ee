package dev.tunewise.flowfile.definition;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.interview.NamedSettings;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what people set: its names, and what to say of its values. */
record NamedSettingReader(
        FlowBuilder draft,
        IdRegistry ids,
        ProblemCollector report,
        ConditionReader conditions,
        CitationReader citations) {
    List<Guidance.Setting> read(YamlNode file) {
        List<Guidance.Setting> settings = new ArrayList<>();
        YamlFields fields = YamlFields.of(file, "the file of settings", report);
        List<String> quantities = draft.facts.stream()
                .filter(fact -> fact.type() == FactType.QUANTITY)
                .map(Fact::id)
                .toList();
        fields.map("settings").forEach((fact, entry) -> {
            if (ids.resolve(fact, quantities, entry.key(), "quantity")) {
                settings.add(setting(fact, entry));
            }
        });
        fields.done();
        return settings;
    }

    private Guidance.Setting setting(String fact, YamlNode.Entry entry) {
        YamlFields fields = YamlFields.of(entry.value(), "the setting `" + fact + "`", report);
        List<Guidance.Remark> remarks =
                fields.items("remarks").stream().map(this::remark).toList();
        List<Pattern> whole = new ArrayList<>(names(fields, "names", NamedSettings::name));
        whole.addAll(names(fields, "units", NamedSettings::unit));
        Guidance.Setting setting = new Guidance.Setting(
                fact,
                whole,
                names(fields, "each", NamedSettings::name),
                names(fields, "times", NamedSettings::name),
                remarks);
        fields.done();
        return setting;
    }

    private Guidance.Remark remark(YamlNode yaml) {
        YamlFields fields = YamlFields.of(yaml, "a remark", report);
        Condition when = fields.requireText("when", "Write the condition under which it holds.")
                .map(conditions::read)
                .orElseGet(conditions::never);
        String text = fields.requireText("text", "Write what to say of the value.")
                .map(found -> {
                    new SlotCheck(draft, report).check(found);
                    return found.text();
                })
                .orElse("");
        boolean fine = fields.flag("fine");
        Guidance.Remark remark = new Guidance.Remark(when, fine, text, citations.require(fields));
        fields.done();
        return remark;
    }

    private List<Pattern> names(YamlFields fields, String key, Function<String, Pattern> pattern) {
        List<Pattern> names = new ArrayList<>();
        for (YamlNode.Text name : fields.texts(key)) {
            try {
                names.add(pattern.apply(name.text()));
            } catch (PatternSyntaxException e) {
                report.error(
                        "wrong-phrase",
                        name.position(),
                        "`" + name.text() + "` is no name of a setting: " + e.getDescription() + ".",
                        "Write a regular expression in small letters, such as `lora_?alpha`.");
            }
        }
        return names;
    }
}
