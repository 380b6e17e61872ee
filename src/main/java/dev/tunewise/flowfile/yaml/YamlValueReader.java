package dev.tunewise.flowfile.yaml;

import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.format.FactValueParser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the value of a fact, as defaults and stories give it. */
public record YamlValueReader(ProblemCollector report) {
    /** The value; empty after reporting that it is none of the fact's. Entries of catalogues are taken as they are. */
    public Optional<Value> read(Fact fact, YamlNode yaml) {
        boolean unclear =
                (fact.type() == FactType.CHOICE && fact.catalogue() == null || fact.type() == FactType.CHOICES)
                        && fact.choices().isEmpty();
        if (unclear) {
            return Optional.empty();
        }
        return switch (fact.type()) {
            case CHOICE -> choice(fact, yaml);
            case CHOICES -> choices(fact, yaml);
            case YES_NO -> yesNo(fact, yaml);
            case QUANTITY -> quantity(fact, yaml);
        };
    }

    private Optional<Value> choice(Fact fact, YamlNode yaml) {
        if (!(yaml instanceof YamlNode.Text text) || text.absent()) {
            return wrong(fact, yaml, "one choice", "Write the id of one choice.");
        }
        return isChoice(fact, text) ? Optional.of(new Value.Choice(text.text())) : Optional.empty();
    }

    private Optional<Value> choices(Fact fact, YamlNode yaml) {
        if (!(yaml instanceof YamlNode.Items list)) {
            return wrong(fact, yaml, "a list of choices", "Write `[one, two]`, or `[]` for none of them.");
        }
        List<String> ids = new ArrayList<>();
        boolean right = true;
        for (YamlNode item : list.items()) {
            if (item instanceof YamlNode.Text text && !text.absent()) {
                right &= isChoice(fact, text);
                if (ids.contains(text.text())) {
                    report.error("bad-value.twice", text.position(), text.text());
                    right = false;
                }
                ids.add(text.text());
            } else {
                wrong(fact, item, "a list of choices", "Write the ids of choices.");
                right = false;
            }
        }
        List<String> ordered = fact.choices().stream().filter(ids::contains).toList();
        return right ? Optional.of(new Value.Choices(ordered)) : Optional.empty();
    }

    private boolean isChoice(Fact fact, YamlNode.Text text) {
        if (fact.catalogue() != null || fact.choices().contains(text.text())) {
            return true;
        }
        report.error(
                "unknown-choice",
                text.position(),
                fact.id(),
                text.text(),
                Suggestion.remedy(text.text(), fact.choices(), "Its choices are " + Suggestion.list(fact.choices())));
        return false;
    }

    private Optional<Value> yesNo(Fact fact, YamlNode yaml) {
        return yaml instanceof YamlNode.Text text
                        && !text.quoted()
                        && text.text().matches("true|false")
                ? Optional.of(new Value.YesNo(text.text().equals("true")))
                : wrong(fact, yaml, "true or false", "Write `true` for yes or `false` for no.");
    }

    private Optional<Value> quantity(Fact fact, YamlNode yaml) {
        Optional<BigDecimal> number = yaml instanceof YamlNode.Text text ? YamlNumbers.read(text) : Optional.empty();
        if (number.isEmpty()) {
            return wrong(fact, yaml, "a number", "Write digits with a decimal point, without separators or units.");
        }
        BigDecimal value = number.get();
        if (!FactValueParser.fits(fact, value)) {
            return wrong(fact, yaml, FactValueParser.expected(fact), "Correct the number, or the bounds of the fact.");
        }
        return Optional.of(Value.Quantity.of(value));
    }

    private Optional<Value> wrong(Fact fact, YamlNode yaml, String expected, String remedy) {
        report.error("bad-value.expected", yaml.position(), fact.id(), expected, yaml.kind(), remedy);
        return Optional.empty();
    }

    /** A value that stands in where none could be read. */
    public static Value anyOf(FactType type) {
        return switch (type) {
            case CHOICE -> new Value.Choice("");
            case CHOICES -> new Value.Choices(List.of());
            case QUANTITY -> Value.Quantity.of(0);
            case YES_NO -> new Value.YesNo(false);
        };
    }
}
