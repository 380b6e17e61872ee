package dev.tunewise.conversation.answer;

import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.conversation.figure.OptionWording;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.money.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The figures of a comparison of costs that people look at first: today, the cheapest with training, and the cheapest without. */
record KeyFigures(Messages wording) {
    private static final String TODAY = "today";
    private static final String TRAINING = "fine-tune";

    List<RenderedAdvice.Figure> of(CostComparison view) {
        List<CostComparison.Option> options = view.tables().stream()
                .limit(1)
                .flatMap(table -> table.options().stream())
                .filter(CostComparison.Option::priced)
                .toList();
        List<RenderedAdvice.Figure> figures = new ArrayList<>();
        options.stream().filter(KeyFigures::isToday).findFirst().ifPresent(today -> {
            add("key-today-monthly", today.monthly().text(), figures);
            add("key-today-errors", errors(today, view), figures);
            figures.add(total("key-today-total", today, view));
        });
        trained(view, cheapest(view, options, lever -> lever.startsWith(TRAINING)), figures);
        List<CostComparison.Option> others =
                options.stream().filter(option -> !isToday(option)).toList();
        cheapest(view, others, lever -> !lever.startsWith(TRAINING)).ifPresent(option -> {
            add("key-untrained", option.name(), figures);
            figures.add(total("key-untrained-total", option, view));
        });
        return figures;
    }

    /** What the recommended option brings a month; nothing where it is what is done today. */
    static Optional<RenderedAdvice.Gain> gain(CostComparison view) {
        boolean counted = !view.assumesErrorCost();
        Optional<CostComparison.Option> today = view.option(TODAY).filter(CostComparison.Option::priced);
        Optional<CostComparison.Option> best =
                view.option(view.best().option()).filter(option -> option.priced() && !isToday(option));
        return today.flatMap(now -> best.map(option -> new RenderedAdvice.Gain(
                option.name(),
                saved(month(now, counted), month(option, counted)),
                (int) Math.round(view.best().probability() * 100),
                !counted)));
    }

    static Optional<String> best(CostComparison view) {
        return view.option(view.best().option()).map(CostComparison.Option::name);
    }

    /** From how many calls a day training pays, or else what is recommended. */
    static Optional<CostComparison.BreakEven> breakEven(CostComparison view) {
        return view.breakEven().stream()
                .sorted(Comparator.comparing(
                        CostComparison.BreakEven::option,
                        CostComparison.telling(view.best().option())))
                .filter(each -> each.volume() != null)
                .findFirst();
    }

    private static Range saved(Range before, Range after) {
        return new Range(
                before.low().subtract(after.high()),
                before.likely().subtract(after.likely()),
                before.high().subtract(after.low()));
    }

    /** A month of an option; wrong answers only where somebody said what one costs. */
    private static Range month(CostComparison.Option option, boolean errors) {
        CostComparison.Amount running = option.monthly();
        CostComparison.Amount wrong = errors ? option.errorsMonthly() : CostComparison.Amount.NONE;
        return new Range(
                running.low().add(wrong.low()),
                running.likely().add(wrong.likely()),
                running.high().add(wrong.high()));
    }

    private static boolean isToday(CostComparison.Option option) {
        return option.id().equals(TODAY);
    }

    private void trained(
            CostComparison view, Optional<CostComparison.Option> option, List<RenderedAdvice.Figure> figures) {
        String none = wording.plain("key-none");
        add("key-trained", option.map(CostComparison.Option::name).orElse(none), figures);
        option.ifPresent(trained -> {
            add("key-trained-setup", trained.setup().text(), figures);
            add("key-trained-monthly", trained.monthly().text(), figures);
            add("key-trained-errors", errors(trained, view), figures);
            figures.add(total("key-trained-total", trained, view));
            add("key-trained-payback", trained.payback().text(), figures);
            Double chance = view.probabilityOfPayback();
            if (chance != null) {
                String text = wording.plain("key-chance", Math.round(chance * 100), view.horizonMonths());
                add("key-trained-chance", text, figures);
            }
        });
    }

    private Optional<CostComparison.Option> cheapest(
            CostComparison view, List<CostComparison.Option> options, Predicate<String> lever) {
        return options.stream()
                .filter(option -> lever.test(option.lever()))
                .min(Comparator.comparing(new OptionWording(wording, view)::told));
    }

    /** Nothing where nobody said what one costs. */
    private static String errors(CostComparison.Option option, CostComparison view) {
        return view.assumesErrorCost() ? "" : option.errorsMonthly().text();
    }

    private RenderedAdvice.Figure total(String phrase, CostComparison.Option option, CostComparison view) {
        return new RenderedAdvice.Figure(
                wording.plain(phrase),
                wording.plain(
                        view.assumesErrorCost() ? "key-total-assumed" : "key-total",
                        view.assumesErrorCost()
                                ? new OptionWording(wording, view).total(option)
                                : option.total().text(),
                        view.horizonMonths()));
    }

    private void add(String phrase, String text, List<RenderedAdvice.Figure> figures) {
        if (!text.isEmpty()) {
            figures.add(new RenderedAdvice.Figure(wording.plain(phrase), text));
        }
    }
}
