package dev.tunewise.flowfile;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flowfile.definition.FlowBuilder;
import dev.tunewise.flowfile.definition.IdRegistry;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the section `controls`: the figures that people may move, and which of them tell most. */
record ControlReader(FlowBuilder draft, IdRegistry ids, ProblemCollector report) {
    Flow.Controls read(YamlNode flow) {
        YamlNode.Entry section =
                flow instanceof YamlNode.Entries all ? all.entries().get("controls") : null;
        if (section == null) {
            return Flow.Controls.NONE;
        }
        YamlFields fields = YamlFields.of(section.value(), "the controls", report);
        List<Flow.Slider> sliders = fields.items("sliders").stream()
                .flatMap(item -> slider(item).stream())
                .toList();
        List<String> thresholds = fields.texts("thresholds").stream()
                .filter(id -> known(id, quantities(), "quantity"))
                .map(YamlNode.Text::text)
                .toList();
        Flow.Tipping tipping = fields.get("tipping").flatMap(this::tipping).orElse(null);
        fields.done();
        return new Flow.Controls(sliders, thresholds, tipping);
    }

    private Optional<Flow.Slider> slider(YamlNode item) {
        YamlFields fields = YamlFields.of(item, "a slider", report);
        Optional<String> fact = fields.requireText("fact", "Name the quantity that is moved.")
                .filter(id -> known(id, quantities(), "quantity"))
                .map(YamlNode.Text::text);
        fields.require("from", "Say where the slider begins.");
        fields.require("to", "Say where the slider ends.");
        BigDecimal from = fields.number("from").orElse(BigDecimal.ONE);
        BigDecimal to = fields.number("to").orElse(from.add(BigDecimal.ONE));
        Optional<String> billed = fields.text("billed_by")
                .filter(id -> known(id, quantities(), "quantity"))
                .map(YamlNode.Text::text);
        if (from.signum() <= 0 || to.compareTo(from) <= 0) {
            report.error(
                    "slider-range",
                    fields.position(),
                    "A slider runs from above zero upwards, found " + from.toPlainString() + " to " + to.toPlainString()
                            + ".",
                    "Write for example `from: 10` and `to: 100000`.");
        }
        fields.done();
        return fact.map(id -> new Flow.Slider(id, from, to, billed.orElse(null)));
    }

    private Optional<Flow.Tipping> tipping(YamlNode node) {
        YamlFields fields = YamlFields.of(node, "the tipping figure", report);
        List<String> figures = draft.figures.stream().map(Figure::id).toList();
        Optional<YamlNode.Text> figure = fields.requireText("figure", "Name the figure that holds the amount.")
                .filter(id -> known(id, figures, "figure"));
        Optional<YamlNode.Text> rival = fields.requireText("rival", "Name the figure that says what wins below it.")
                .filter(id -> known(id, figures, "figure"));
        String volume = fields.text("volume")
                .filter(id -> known(id, figures, "figure"))
                .map(YamlNode.Text::text)
                .orElse(null);
        fields.done();
        return figure.flatMap(amount -> rival.map(other -> new Flow.Tipping(amount.text(), other.text(), volume)));
    }

    private List<String> quantities() {
        return draft.facts.stream()
                .filter(fact -> fact.type() == FactType.QUANTITY)
                .map(Fact::id)
                .toList();
    }

    private boolean known(YamlNode.Text id, Collection<String> allowed, String what) {
        return ids.resolve(id.text(), allowed, id.position(), what);
    }
}
