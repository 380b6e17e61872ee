package dev.tunewise.conversation.answer;

import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.SimulatedCosts;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.wording.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a record adds to the comparison of costs, so that every figure can be checked: the simulation, each line, each range. */
record CostDetail(Messages wording) {
    /** Savings, totals and paybacks of the simulated cases, and what the saving is worth today. */
    void simulation(CostComparison view, List<Block> blocks) {
        List<List<Text>> rows = options(view)
                .flatMap(option -> Stream.ofNullable(option.simulated()).map(found -> row(option, found)))
                .toList();
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(
                    wording.plain("cost-simulation", String.format(Locale.ROOT, "%,d", view.samples())),
                    List.of(
                            wording.plain("cost-option"),
                            wording.plain("cost-saving"),
                            wording.plain("cost-total"),
                            wording.plain("cost-payback"),
                            wording.plain("cost-within", view.horizonMonths()),
                            wording.plain("cost-worth"),
                            wording.plain("cost-worth-falling")),
                    List.of(false, true, true, true, true, true, true),
                    rows));
            blocks.add(new Block.Paragraph(new Text(List.of(
                    new Text.Plain(wording.plain("cost-worth") + " = "), new Text.Code(view.presentValueFormula())))));
        }
    }

    private static List<Text> row(CostComparison.Option option, SimulatedCosts found) {
        return List.of(
                Text.plain(option.name()),
                quantiles(found.saving()),
                quantiles(found.total()),
                quantiles(found.payback()),
                Text.plain(Math.round(100 * found.paybackWithinHorizon()) + " %"),
                Text.plain(option.amounts().get().presentValue().text()),
                Text.plain(option.amounts().get().presentValueFalling().text()));
    }

    private static Text quantiles(SimulatedCosts.Quantiles found) {
        List<String> texts = found.texts();
        return CostSection.ranged(
                texts.get(1), texts.get(0).equals(texts.get(2)) ? "" : texts.get(0) + " to " + texts.get(2));
    }

    /** How each amount comes about, and what to know about it. */
    void lines(CostComparison view, List<Block> blocks) {
        options(view)
                .filter(option -> option.priced() && !option.lines().isEmpty())
                .forEach(option -> {
                    blocks.add(lines(option));
                    if (!option.notes().isEmpty()) {
                        blocks.add(new Block.Bullets(
                                option.notes().stream().map(Text::plain).toList()));
                    }
                });
    }

    private Block lines(CostComparison.Option option) {
        return new Block.Table(
                wording.plain("cost-lines", option.name()),
                List.of(
                        wording.plain("cost-line"),
                        wording.plain("cost-amount"),
                        wording.plain("cost-formula"),
                        wording.plain("cost-source")),
                List.of(false, true, false, false),
                option.lines().stream()
                        .map(line -> List.of(
                                Text.plain(line.name()),
                                CostSection.ranged(line.amount()),
                                Text.plain(line.formula()),
                                Text.plain(line.source())))
                        .toList());
    }

    /** Every figure that is not certain, with its range and what that rests on. */
    void parameters(CostComparison view, List<Block> blocks) {
        if (view.parameters().isEmpty()) {
            return;
        }
        List<List<Text>> rows = new ArrayList<>();
        for (CostComparison.Parameter input : view.parameters()) {
            List<String> texts = input.range().texts();
            rows.add(plain(
                    input.name(),
                    texts.get(0),
                    texts.get(1),
                    texts.get(2),
                    input.source().isEmpty() ? input.basis() : input.basis() + ": " + input.source()));
        }
        blocks.add(new Block.Table(
                wording.plain("cost-parameters"),
                List.of(
                        wording.plain("cost-input"),
                        wording.plain("cost-low"),
                        wording.plain("cost-likely"),
                        wording.plain("cost-high"),
                        wording.plain("cost-basis")),
                List.of(false, false, false, false, false),
                rows));
    }

    private static Stream<CostComparison.Option> options(CostComparison view) {
        return view.tables().stream().limit(1).flatMap(table -> table.options().stream());
    }

    private static List<Text> plain(String... cells) {
        return Stream.of(cells).map(Text::plain).toList();
    }
}
