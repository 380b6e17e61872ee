package dev.tunewise.flowfile;

import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flowfile.definition.FlowBuilder;
import dev.tunewise.flowfile.definition.IdRegistry;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.math.BigDecimal;
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
        return YamlFields.read(section.value(), "the controls", report, fields -> {
            List<Flow.Slider> sliders = fields.each("sliders", "a slider", this::slider).stream()
                    .flatMap(Optional::stream)
                    .toList();
            return new Flow.Controls(
                    sliders,
                    ids.resolved(fields.texts("thresholds"), draft.quantities(), "quantity"),
                    fields.get("tipping").flatMap(this::tipping).orElse(null));
        });
    }

    private Optional<Flow.Slider> slider(YamlFields fields) {
        Optional<String> fact = fields.requireText("fact", "Name the quantity that is moved.")
                .filter(id -> ids.resolve(id, draft.quantities(), "quantity"))
                .map(YamlNode.Text::text);
        fields.require("from", "Say where the slider begins.");
        fields.require("to", "Say where the slider ends.");
        BigDecimal from = fields.number("from").orElse(BigDecimal.ONE);
        BigDecimal to = fields.number("to").orElse(from.add(BigDecimal.ONE));
        Optional<String> billed = fields.text("billed_by")
                .filter(id -> ids.resolve(id, draft.quantities(), "quantity"))
                .map(YamlNode.Text::text);
        if (from.signum() <= 0 || to.compareTo(from) <= 0) {
            report.error("slider-range", fields.position(), from.toPlainString(), to.toPlainString());
        }
        return fact.map(id -> new Flow.Slider(id, from, to, billed.orElse(null)));
    }

    private Optional<Flow.Tipping> tipping(YamlNode node) {
        YamlFields fields = YamlFields.of(node, "the tipping figure", report);
        List<String> figures = draft.figures.stream().map(Figure::id).toList();
        Optional<YamlNode.Text> figure = fields.requireText("figure", "Name the figure that holds the amount.")
                .filter(id -> ids.resolve(id, figures, "figure"));
        Optional<YamlNode.Text> rival = fields.requireText("rival", "Name the figure that says what wins below it.")
                .filter(id -> ids.resolve(id, figures, "figure"));
        String volume = fields.text("volume")
                .filter(id -> ids.resolve(id, figures, "figure"))
                .map(YamlNode.Text::text)
                .orElse(null);
        List<String> payback = ids.resolved(fields.texts("payback"), figures, "figure");
        fields.done();
        return figure.flatMap(amount -> rival.map(other -> new Flow.Tipping(
                amount.text(),
                other.text(),
                volume,
                payback.size() == 3 ? new Flow.Payback(payback.get(0), payback.get(1), payback.get(2)) : null)));
    }
}
