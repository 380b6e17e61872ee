package dev.tunewise.flowfile.yaml;

import dev.tunewise.diagnostics.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The fields of one definition: what is asked for is allowed; {@link #done()} reports the rest, and what is missing. */
public final class YamlFields extends FieldKeys {
    private final String what;
    private boolean broken;

    private YamlFields(Map<String, YamlNode.Entry> entries, String what, Position position, ProblemCollector report) {
        super(entries, capital(what), position, report);
        this.what = what;
    }

    /** The fields of a map; none after reporting that it is no map. `what`: what messages call it, in lower case. */
    public static YamlFields of(YamlNode yaml, String what, ProblemCollector report) {
        if (yaml instanceof YamlNode.Entries map) {
            return new YamlFields(map.entries(), what, map.position(), report);
        }
        report.error("wrong-kind.map", yaml.position(), capital(what), yaml.kind());
        YamlFields none = new YamlFields(Map.of(), what, yaml.position(), report);
        none.broken = true;
        return none;
    }

    /** Like {@link #of}, but nothing at all counts as an empty map. */
    public static YamlFields ofOptional(YamlNode yaml, String what, ProblemCollector report) {
        return yaml instanceof YamlNode.Text text && text.absent()
                ? new YamlFields(Map.of(), what, yaml.position(), report)
                : of(yaml, what, report);
    }

    /** What is read from the fields of a map; fields that nothing asked for are reported. */
    public static <T> T read(YamlNode yaml, String what, ProblemCollector report, Function<YamlFields, T> reader) {
        YamlFields fields = of(yaml, what, report);
        T read = reader.apply(fields);
        fields.done();
        return read;
    }

    /** How messages call an item of a list: by its id, where it has one. */
    public static String named(String what, YamlNode yaml) {
        return yaml instanceof YamlNode.Entries map
                        && map.entries().get("id") instanceof YamlNode.Entry entry
                        && entry.value() instanceof YamlNode.Text id
                ? what + " `" + id.text() + "`"
                : "a " + what;
    }

    public String what() {
        return what;
    }

    /** These fields, where a misspelt section is read as the one that is meant, so that only its name is wrong. */
    public YamlFields forgiving(Set<String> sections) {
        forgive(sections);
        return this;
    }

    public Optional<YamlNode> require(String key, String remedy) {
        Optional<YamlNode> value = get(key);
        if (value.isEmpty() && !broken) {
            lack(key, remedy);
        }
        return value;
    }

    /** A text that may be missing. */
    public Optional<YamlNode.Text> text(String key) {
        return get(key).flatMap(value -> asText(key, value));
    }

    public Optional<YamlNode.Text> requireText(String key, String remedy) {
        return require(key, remedy).flatMap(value -> asText(key, value));
    }

    /** A text, empty where there is none. */
    public String string(String key) {
        return text(key).map(YamlNode.Text::text).orElse("");
    }

    /** A text that must be there. */
    public String string(String key, String remedy) {
        return requireText(key, remedy).map(YamlNode.Text::text).orElse("");
    }

    private Optional<YamlNode.Text> asText(String key, YamlNode value) {
        if (value instanceof YamlNode.Text text && !text.absent()) {
            return Optional.of(text);
        }
        wrong(key, value, "text");
        return Optional.empty();
    }

    /** `form`: what was expected, by which the texts of problems know it. */
    private void wrong(String key, YamlNode value, String form) {
        report.error("wrong-kind.field-" + form, value.position(), key, what, value.kind());
    }

    /** A list of texts; empty when the field is missing. */
    public List<YamlNode.Text> texts(String key) {
        List<YamlNode.Text> texts = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item instanceof YamlNode.Text text && !text.absent()) {
                texts.add(text);
            } else {
                wrong(key, item, "texts");
            }
        }
        return texts;
    }

    /** One text, or a list of them. */
    public List<YamlNode.Text> oneOrMore(String key) {
        return get(key).filter(YamlNode.Items.class::isInstance).isPresent()
                ? texts(key)
                : text(key).map(List::of).orElse(List.of());
    }

    public List<String> strings(String key) {
        return texts(key).stream().map(YamlNode.Text::text).toList();
    }

    /** What is read from each map of a list. */
    public <T> List<T> each(String key, String what, Function<YamlFields, T> reader) {
        return items(key).stream().map(item -> read(item, what, report, reader)).toList();
    }

    /** The items of a list; none when the field is missing. */
    public List<YamlNode> items(String key) {
        Optional<YamlNode> value = get(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof YamlNode.Items list) {
            return list.items();
        }
        wrong(key, value.get(), "list");
        return List.of();
    }

    /** The entries of a map; none when the field is missing. */
    public Map<String, YamlNode.Entry> map(String key) {
        Optional<YamlNode> value = get(key);
        if (value.isEmpty() || (value.get() instanceof YamlNode.Text text && text.absent())) {
            return Map.of();
        }
        if (value.get() instanceof YamlNode.Entries map) {
            return map.entries();
        }
        wrong(key, value.get(), "map");
        return Map.of();
    }

    /** True or false; false when the field is missing. */
    public boolean flag(String key) {
        Optional<YamlNode> value = get(key);
        if (value.isEmpty()) {
            return false;
        }
        if (value.get() instanceof YamlNode.Text text
                && !text.quoted()
                && text.text().matches("true|false")) {
            return text.text().equals("true");
        }
        wrong(key, value.get(), "flag");
        return false;
    }

    /** Whether a field that can only have one value is there; another value is reported. */
    public boolean only(String key, String allowed, String whose) {
        Optional<YamlNode.Text> found = text(key);
        found.filter(text -> !text.text().equals(allowed))
                .ifPresent(text ->
                        report.error("unknown-value.single", text.position(), key, whose, allowed, text.text()));
        return found.isPresent();
    }

    /** A number; empty when the field is missing. */
    public Optional<BigDecimal> number(String key) {
        return get(key).flatMap(value -> {
            Optional<BigDecimal> number =
                    value instanceof YamlNode.Text text ? YamlNumbers.read(text) : Optional.empty();
            if (number.isEmpty()) {
                wrong(key, value, "number");
            }
            return number;
        });
    }

    /** A whole number from 1; empty when the field is missing or wrong. */
    public Optional<Integer> count(String key, int most) {
        Optional<BigDecimal> number = number(key);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal value = number.get();
        if (value.remainder(BigDecimal.ONE).signum() != 0
                || value.signum() <= 0
                || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            report.error(
                    "out-of-bounds",
                    get(key).map(YamlNode::position).orElse(position()),
                    key,
                    what,
                    most,
                    value.toPlainString());
            return Optional.empty();
        }
        return Optional.of(value.intValue());
    }

    /** Reports those of the lists and maps that hold nothing. */
    public void refuseEmpty(String... keys) {
        for (String key : keys) {
            YamlNode value = get(key).orElse(null);
            if ((value instanceof YamlNode.Items list && list.items().isEmpty())
                    || (value instanceof YamlNode.Entries map && map.entries().isEmpty())
                    || (value instanceof YamlNode.Text text && text.absent())) {
                report.error("empty-section", at(key), YamlFields.capital(what), key);
            }
        }
    }

    /** Allows a field without reading it. */
    public YamlFields allow(String key) {
        get(key);
        return this;
    }

    public static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
