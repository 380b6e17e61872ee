package dev.tunewise.conversation.answer;

import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Plot;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.figure.OptionWording;
import dev.tunewise.conversation.wording.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The comparison of costs: what it comes to, the table, break-even and pictures, what was assumed and the prices behind it. */
record CostSection(Messages wording) {
    /** The part of all cases from which on one bar tells them all. */
    private static final double ONE_BAR = 0.75;

    List<Block> blocks(CostComparison view, boolean brief) {
        List<Block> blocks = new ArrayList<>();
        view.sentences().forEach(sentence -> blocks.add(new Block.Paragraph(Text.plain(sentence))));
        view.tables().forEach(table -> blocks.add(table(view, table, brief)));
        if (view.tables().stream()
                .flatMap(table -> table.options().stream())
                .anyMatch(option -> !option.total().rangeText().isEmpty())) {
            blocks.add(new Block.Paragraph(Text.plain(wording.plain("cost-ranges", view.horizonMonths()))));
            moved(view, brief, blocks);
        }
        breakEven(view, brief, blocks);
        view.pictures().stream()
                .filter(picture -> !inOneBar(picture.plot()))
                .forEach(picture -> blocks.add(
                        new Block.Picture(picture.chart(), picture.title(), picture.alternative(), picture.plot())));
        Double probability = view.probabilityOfPayback();
        if (probability != null) {
            String percent = Math.round(probability * 100) + " %";
            blocks.add(
                    new Block.Paragraph(Text.plain(wording.plain("cost-probability", percent, view.horizonMonths()))));
        }
        titled("cost-drivers", view.drivers(), blocks);
        titled("cost-notes", view.notes(), blocks);
        CostDetail detail = new CostDetail(wording);
        PriceSection prices = new PriceSection(wording);
        if (!brief) {
            detail.simulation(view, blocks);
            detail.lines(view, blocks);
            titled("cost-unpriced-title", unpriced(view), blocks);
            titled("cost-left-out", view.leftOut(), blocks);
        }
        if (brief) {
            titled("cost-parameters", parameters(view), blocks);
        } else {
            detail.parameters(view, blocks);
        }
        titled("cost-prices", prices.lines(view, brief), blocks);
        blocks.addAll(prices.warnings(view, brief));
        return blocks;
    }

    /** What moves totals away from the sums of their lines, where these count all that the totals do; briefly of the recommended row alone. */
    private static void moved(CostComparison view, boolean brief, List<Block> blocks) {
        List<Text> moved = view.tables().getFirst().options().stream()
                .filter(option -> !view.assumesErrorCost()
                        && option.priced()
                        && (!brief || option.id().equals(view.recommended()))
                        && !option.amounts().get().moved().get().isEmpty())
                .map(option -> Text.plain(OptionWording.name(option) + ": "
                        + option.amounts().get().moved().get()))
                .toList();
        if (!moved.isEmpty()) {
            blocks.add(new Block.Bullets(moved));
        }
    }

    /** All in the first bar: the sentence beside it says as much. */
    private static boolean inOneBar(@Nullable Plot plot) {
        if (plot == null || plot.form() != Plot.Form.BARS) {
            return false;
        }
        List<Plot.Point> bars = plot.series().getFirst().points();
        double all = bars.stream().mapToDouble(Plot.Point::y).sum();
        return bars.getFirst().y() >= ONE_BAR * all;
    }

    /** The options that matter, without what stands around the table. */
    List<Block> tables(CostComparison view) {
        return view.tables().stream().map(table -> table(view, table, true)).toList();
    }

    private Block table(CostComparison view, CostComparison.Table table, boolean brief) {
        List<String> columns = List.of(
                wording.plain("cost-option"),
                wording.plain("cost-setup"),
                wording.plain("cost-monthly"),
                wording.plain(view.assumesErrorCost() ? "cost-errors-assumed" : "cost-errors"),
                wording.plain(view.assumesErrorCost() ? "cost-total-assumed" : "cost-total"),
                wording.plain("cost-payback"));
        List<List<Text>> rows = table.options().stream()
                .filter(option -> option.priced() && (!brief || option.matters()))
                .sorted(Comparator.comparingInt(option -> rank(option, view)))
                .map(option -> row(option, view, brief))
                .toList();
        String caption = wording.plain(brief ? "cost-table" : "cost-table-all", view.horizonMonths());
        return new Block.Table(
                table.caption().isEmpty() ? caption : caption + ": " + table.caption(),
                columns,
                List.of(false, true, true, true, true, true),
                rows);
    }

    /** What is done today, what is recommended and the next best stand on top, where they are compared. */
    private static int rank(CostComparison.Option option, CostComparison view) {
        Recommendation.RunnerUp second = view.best().runnerUp();
        return option.id().equals("today")
                ? 0
                : option.id().equals(view.recommended())
                        ? 1
                        : second != null && option.id().equals(second.option()) ? 2 : 3;
    }

    /** In words and in weight: neither colour nor place alone tells which row it is. */
    private Text marked(CostComparison.Option option) {
        return Text.strong(OptionWording.name(option))
                .then(new Text(List.of(new Text.Plain(" "), new Text.Emphasis(wording.plain("cost-recommended")))));
    }

    /** Briefly only the total has its range: a chat shows the table on a phone. */
    private List<Text> row(CostComparison.Option option, CostComparison view, boolean brief) {
        return List.of(
                option.id().equals(view.recommended()) ? marked(option) : Text.plain(OptionWording.name(option)),
                brief ? amount(option.setup()) : ranged(option.setup()),
                brief ? amount(option.monthly()) : ranged(option.monthly()),
                brief ? amount(option.errorsMonthly()) : ranged(option.errorsMonthly()),
                view.assumesErrorCost()
                        ? Text.plain(new OptionWording(wording, view).total(option))
                        : ranged(option.total()),
                ranged(option.payback().text(), option.payback().rangeText()));
    }

    private List<String> unpriced(CostComparison view) {
        return view.tables().stream()
                .limit(1)
                .flatMap(table -> table.options().stream())
                .filter(option -> !option.priced())
                .map(option -> wording.plain("cost-unpriced", OptionWording.name(option), option.unpriced()))
                .toList();
    }

    private static Text amount(CostComparison.Amount amount) {
        return Text.plain(amount.text());
    }

    static Text ranged(CostComparison.Amount amount) {
        return ranged(amount.text(), amount.rangeText());
    }

    static Text ranged(String likely, String range) {
        Text text = Text.plain(likely);
        return range.isEmpty()
                ? text
                : text.then(new Text(List.of(new Text.Plain(" "), new Text.Emphasis("(" + range + ")"))));
    }

    private void breakEven(CostComparison view, boolean brief, List<Block> blocks) {
        List<CostComparison.BreakEven> shown = view.breakEven().stream()
                .filter(each -> !brief || each.matters())
                .toList();
        if (!shown.isEmpty()) {
            blocks.add(new Block.Paragraph(Text.strong(wording.plain("cost-break-even"))));
            blocks.add(new Block.Bullets(shown.stream()
                    .map(each -> Text.plain(each.name() + ": " + each.text())
                            .then(brief || each.formula().isEmpty() ? Text.plain("") : code(each.formula())))
                    .toList()));
            if (!view.breakEvenFormula().isEmpty()) {
                blocks.add(new Block.Paragraph(new Text(List.of(new Text.Code(view.breakEvenFormula())))));
            }
        }
    }

    private static Text code(String formula) {
        return new Text(List.of(new Text.Plain(" "), new Text.Code(formula)));
    }

    private List<String> parameters(CostComparison view) {
        return listed(
                view.parameters(),
                CostComparison.Parameter::matters,
                true,
                each -> wording.plain("cost-parameter", each.name(), each.text(), each.basis()));
    }

    private <T> List<String> listed(List<T> all, Predicate<T> matters, boolean brief, Function<T, String> line) {
        List<T> shown =
                all.stream().filter(each -> !brief || matters.test(each)).toList();
        List<String> lines = new ArrayList<>(shown.stream().map(line).toList());
        if (shown.size() < all.size()) {
            lines.add(wording.plain("cost-more", all.size() - shown.size()));
        }
        return lines;
    }

    private void titled(String title, List<String> items, List<Block> blocks) {
        if (!items.isEmpty()) {
            blocks.add(new Block.Paragraph(Text.strong(wording.plain(title))));
            blocks.add(new Block.Bullets(items.stream().map(Text::plain).toList()));
        }
    }
}
