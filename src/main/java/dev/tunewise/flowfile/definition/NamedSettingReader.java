package dev.tunewise.flowfile.definition;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.interview.FigureShape;
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
        fields.map("settings").forEach((fact, entry) -> {
            if (ids.resolve(fact, draft.quantities(), entry.key(), "quantity")) {
                settings.add(setting(fact, entry));
            }
        });
        fields.done();
        return settings;
    }

    private Guidance.Setting setting(String fact, YamlNode.Entry entry) {
        return YamlFields.read(entry.value(), "the setting `" + fact + "`", report, fields -> {
            List<Pattern> whole = new ArrayList<>(names(fields, "names", NamedSettings::name));
            whole.addAll(names(fields, "units", NamedSettings::unit));
            whole.addAll(names(fields, "shapes", FigureShape::pattern));
            return new Guidance.Setting(
                    fact,
                    whole,
                    names(fields, "each", NamedSettings::name),
                    names(fields, "times", NamedSettings::name),
                    fields.each("remarks", "a remark", this::remark));
        });
    }

    private Guidance.Remark remark(YamlFields fields) {
        Condition when = conditions.when(fields, "Write the condition under which it holds.");
        String text = fields.string("text", "Write what to say of the value.");
        fields.text("text").ifPresent(said -> new SlotCheck(draft, report).check(said, true));
        return new Guidance.Remark(when, fields.flag("fine"), text, citations.require(fields));
    }

    private List<Pattern> names(YamlFields fields, String key, Function<String, Pattern> pattern) {
        List<Pattern> names = new ArrayList<>();
        for (YamlNode.Text name : fields.texts(key)) {
            try {
                names.add(pattern.apply(name.text()));
            } catch (PatternSyntaxException e) {
                report.error("wrong-phrase.setting", name.position(), name.text(), e.getDescription());
            }
        }
        return names;
    }
}
