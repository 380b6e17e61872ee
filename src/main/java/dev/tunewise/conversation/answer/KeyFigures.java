package dev.tunewise.conversation.answer;

import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.conversation.wording.AnswerMessageKey;
import dev.tunewise.conversation.wording.AnswerMessages;
import dev.tunewise.money.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The figures of a comparison of costs that people look at first: today, the cheapest with training, and the cheapest without. */
record KeyFigures(AnswerMessages wording) {
    private static final String TODAY = "today";
    private static final String TRAINING = "fine-tune";

    List<AdvicePort.Figure> of(CostComparison view) {
        List<CostComparison.Option> options = view.tables().stream()
                .limit(1)
                .flatMap(table -> table.options().stream())
                .filter(CostComparison.Option::priced)
                .toList();
        List<AdvicePort.Figure> figures = new ArrayList<>();
        options.stream().filter(KeyFigures::isToday).findFirst().ifPresent(today -> {
            add(AnswerMessageKey.KEY_TODAY_MONTHLY, today.monthly().text(), figures);
            add(AnswerMessageKey.KEY_TODAY_ERRORS, today.errorsMonthly().text(), figures);
            figures.add(total(AnswerMessageKey.KEY_TODAY_TOTAL, today, view));
        });
        trained(view, cheapest(options, lever -> lever.startsWith(TRAINING)), figures);
        List<CostComparison.Option> others =
                options.stream().filter(option -> !isToday(option)).toList();
        cheapest(others, lever -> !lever.startsWith(TRAINING)).ifPresent(option -> {
            add(AnswerMessageKey.KEY_UNTRAINED, option.name(), figures);
            figures.add(total(AnswerMessageKey.KEY_UNTRAINED_TOTAL, option, view));
        });
        return figures;
    }

    /** What the recommended option brings a month; nothing where it is what is done today. */
    static Optional<AdvicePort.Gain> gain(CostComparison view) {
        boolean counted = !view.assumesErrorCost();
        Optional<CostComparison.Option> today = view.option(TODAY).filter(CostComparison.Option::priced);
        Optional<CostComparison.Option> best =
                view.option(view.best().option()).filter(option -> option.priced() && !isToday(option));
        return today.flatMap(now -> best.map(option -> new AdvicePort.Gain(
                option.name(),
                saved(month(now, counted), month(option, counted)),
                (int) Math.round(view.best().probability() * 100),
                !counted)));
    }

    /** The name of the recommended option. */
    static Optional<String> best(CostComparison view) {
        return view.option(view.best().option()).map(CostComparison.Option::name);
    }

    /** From how many calls a day training pays, or else what is recommended. */
    static Optional<CostComparison.BreakEven> breakEven(CostComparison view) {
        return view.breakEven().stream()
                .filter(each -> each.volume() != null)
                .min(Comparator.comparing(
                        CostComparison.BreakEven::option,
                        CostComparison.telling(view.best().option())));
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

    private void trained(CostComparison view, Optional<CostComparison.Option> option, List<AdvicePort.Figure> figures) {
        String none = wording.text(AnswerMessageKey.KEY_NONE);
        add(
                AnswerMessageKey.KEY_TRAINED,
                option.map(CostComparison.Option::name).orElse(none),
                figures);
        option.ifPresent(trained -> {
            add(AnswerMessageKey.KEY_TRAINED_SETUP, trained.setup().text(), figures);
            add(AnswerMessageKey.KEY_TRAINED_MONTHLY, trained.monthly().text(), figures);
            add(AnswerMessageKey.KEY_TRAINED_ERRORS, trained.errorsMonthly().text(), figures);
            figures.add(total(AnswerMessageKey.KEY_TRAINED_TOTAL, trained, view));
            add(AnswerMessageKey.KEY_TRAINED_PAYBACK, trained.payback().text(), figures);
            Double chance = view.probabilityOfPayback();
            if (chance != null) {
                String text = wording.text(AnswerMessageKey.KEY_CHANCE, Math.round(chance * 100), view.horizonMonths());
                add(AnswerMessageKey.KEY_TRAINED_CHANCE, text, figures);
            }
        });
    }

    private static Optional<CostComparison.Option> cheapest(
            List<CostComparison.Option> options, Predicate<String> lever) {
        return options.stream()
                .filter(option -> lever.test(option.lever()))
                .min(Comparator.comparing(option -> option.total().likely()));
    }

    private AdvicePort.Figure total(AnswerMessageKey phrase, CostComparison.Option option, CostComparison view) {
        return new AdvicePort.Figure(
                wording.text(phrase),
                wording.text(AnswerMessageKey.KEY_TOTAL, option.total().text(), view.horizonMonths()));
    }

    private void add(AnswerMessageKey phrase, String text, List<AdvicePort.Figure> figures) {
        if (!text.isEmpty()) {
            figures.add(new AdvicePort.Figure(wording.text(phrase), text));
        }
    }
}
