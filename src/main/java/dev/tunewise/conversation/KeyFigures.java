package dev.tunewise.conversation;

import dev.tunewise.advice.CostView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The figures of a comparison of costs that people look at first: today, the cheapest with training, and the cheapest without. */
final class KeyFigures {
    private static final String TODAY = "today";
    private static final String TRAINING = "fine-tune";

    private final AnswerWording wording;

    KeyFigures(AnswerWording wording) {
        this.wording = wording;
    }

    List<Counsel.Figure> of(CostView view) {
        List<CostView.Option> options = view.tables().stream()
                .limit(1)
                .flatMap(table -> table.options().stream())
                .filter(CostView.Option::priced)
                .toList();
        List<Counsel.Figure> figures = new ArrayList<>();
        options.stream().filter(KeyFigures::isToday).findFirst().ifPresent(today -> {
            add(AnswerPhrase.KEY_TODAY_MONTHLY, today.monthly().text(), figures);
            add(AnswerPhrase.KEY_TODAY_ERRORS, today.errorsMonthly().text(), figures);
            figures.add(total(AnswerPhrase.KEY_TODAY_TOTAL, today, view));
        });
        trained(view, cheapest(options, lever -> lever.startsWith(TRAINING)), figures);
        List<CostView.Option> others =
                options.stream().filter(option -> !isToday(option)).toList();
        cheapest(others, lever -> !lever.startsWith(TRAINING)).ifPresent(option -> {
            add(AnswerPhrase.KEY_UNTRAINED, option.name(), figures);
            figures.add(total(AnswerPhrase.KEY_UNTRAINED_TOTAL, option, view));
        });
        return figures;
    }

    private static boolean isToday(CostView.Option option) {
        return option.id().equals(TODAY);
    }

    private void trained(CostView view, Optional<CostView.Option> option, List<Counsel.Figure> figures) {
        String none = wording.text(AnswerPhrase.KEY_NONE);
        add(AnswerPhrase.KEY_TRAINED, option.map(CostView.Option::name).orElse(none), figures);
        option.ifPresent(trained -> {
            add(AnswerPhrase.KEY_TRAINED_SETUP, trained.setup().text(), figures);
            add(AnswerPhrase.KEY_TRAINED_MONTHLY, trained.monthly().text(), figures);
            add(AnswerPhrase.KEY_TRAINED_ERRORS, trained.errorsMonthly().text(), figures);
            figures.add(total(AnswerPhrase.KEY_TRAINED_TOTAL, trained, view));
            add(AnswerPhrase.KEY_TRAINED_PAYBACK, trained.payback().text(), figures);
            Double chance = view.probabilityOfPayback();
            if (chance != null) {
                String text = wording.text(AnswerPhrase.KEY_CHANCE, Math.round(chance * 100), view.horizonMonths());
                add(AnswerPhrase.KEY_TRAINED_CHANCE, text, figures);
            }
        });
    }

    private static Optional<CostView.Option> cheapest(List<CostView.Option> options, Predicate<String> lever) {
        return options.stream()
                .filter(option -> lever.test(option.lever()))
                .min(Comparator.comparing(option -> option.total().likely()));
    }

    private Counsel.Figure total(AnswerPhrase phrase, CostView.Option option, CostView view) {
        return new Counsel.Figure(
                wording.text(phrase),
                wording.text(AnswerPhrase.KEY_TOTAL, option.total().text(), view.horizonMonths()));
    }

    private void add(AnswerPhrase phrase, String text, List<Counsel.Figure> figures) {
        if (!text.isEmpty()) {
            figures.add(new Counsel.Figure(wording.text(phrase), text));
        }
    }
}
