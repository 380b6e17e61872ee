package dev.tunewise.costing;

import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.cost.estimate.CostOption;
import dev.tunewise.cost.estimate.CostOption.Priced;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.estimate.OptionChoice;
import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an estimate comes to, in words.
 *
 * @param recommended the row that the verdict names; empty where there is none
 */
record CostSentences(Estimate estimate, Recommendation best, Optional<Priced> recommended) {
    List<String> all() {
        List<String> sentences = new ArrayList<>();
        Priced today = estimate.today();
        String calls =
                EstimateView.volume(estimate.callsPerDay()) + (estimate.volumeAssumed() ? ", which nobody said" : "");
        Optional<CostInput> assumed = assumedErrors();
        if (assumed.isPresent() && !today.errors().isZero()) {
            CostInput input = assumed.get();
            sentences.add("Today costs " + MoneyFormat.rounded(today.monthly().minus(today.errors())) + " a month at "
                    + calls
                    + ". Nobody said what a wrong answer costs, so amounts leave them out; which option is the best was"
                    + " weighed with " + input.written(input.range().low()) + " to "
                    + input.written(input.range().high()) + " for one.");
        } else {
            String errors = today.errors().isZero()
                    ? "."
                    : ", of which " + MoneyFormat.rounded(today.errors()) + " are wrong answers.";
            sentences.add("Today costs " + MoneyFormat.rounded(today.monthly()) + " a month at " + calls + errors);
        }
        boolean other =
                recommended.filter(row -> !row.id().equals(best.option())).isPresent();
        sentences.add((other ? "By cost alone the best of the table: " : "Best of the table: ")
                + costed(estimate.recommended())
                + (best.tie()
                        ? "; the next best is so near that the two count as even, and this one changes less."
                        : "."));
        Recommendation.RunnerUp second = best.runnerUp();
        if (second != null) {
            sentences.add("Next best: " + costed(priced(second.option())) + ".");
        }
        estimate.bestTuning()
                .filter(tuned -> !tuned.id().equals(best.option())
                        && (second == null || !tuned.id().equals(second.option())))
                .ifPresent(tuned ->
                        sentences.add("With training, the cheapest is " + costed(tuned) + passedOver(tuned) + "."));
        return sentences;
    }

    /** Why an option below the best one is not it. */
    private String passedOver(Priced option) {
        OptionChoice choice = estimate.choice();
        OptionChoice.Fitness fitness = choice.of(option.id());
        if (fitness.total() >= choice.best().total()) {
            return "";
        }
        if (fitness.excludedBy().contains("does-not-pay-back")) {
            return ", but not less than the cheapest way without training";
        }
        return fitness.eligible() && fitness.meetsTarget() < choice.wanted()
                ? ", but it reaches the target in only "
                        + NumberFormat.percent(BigDecimal.valueOf(fitness.meetsTarget())) + " of the cases"
                : ", but it may not be chosen here";
    }

    private String costed(Priced option) {
        if (assumedErrors().isPresent()) {
            return "“" + name(option) + "” with " + MoneyFormat.rounded(option.setup()) + " once and "
                    + MoneyFormat.rounded(monthly(option, false)) + " a month";
        }
        return "“" + name(option) + "” with "
                + EstimateView.dollars(estimate.choice().of(option.id()).total()) + " over "
                + NumberFormat.months(estimate.horizonMonths());
    }

    private Priced priced(String id) {
        return estimate.priced().stream()
                .filter(option -> option.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String name(CostOption option) {
        String model = option.model();
        return model == null || option.title().contains(model) ? option.title() : option.title() + " (" + model + ")";
    }

    String monthly() {
        boolean counted = assumedErrors().isEmpty();
        Money today = monthly(estimate.today(), counted);
        if (recommended.isEmpty()
                || recommended.get().id().equals(estimate.today().id())) {
            return MoneyFormat.rounded(today) + " a month today" + (counted ? "" : " before wrong answers");
        }
        Money saved = today.minus(monthly(recommended.get(), counted));
        String how = (saved.isNegative() ? " a month more than today" : " a month less than today")
                + (counted ? "" : " before wrong answers");
        return MoneyFormat.rounded(saved.isNegative() ? Money.ZERO.minus(saved) : saved) + how;
    }

    /** A month of an option; wrong answers only where somebody said what one costs. */
    private static Money monthly(Priced option, boolean errors) {
        return errors ? option.monthly() : option.monthly().minus(option.errors());
    }

    private Optional<CostInput> assumedErrors() {
        return estimate.assumed().stream()
                .filter(input -> input.key().equals("parameter:usd_per_error")
                        && !input.range().isExact())
                .findFirst();
    }
}
