package dev.tunewise.cost.estimate;

import dev.tunewise.cost.estimate.CostOption.Priced;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures that the verdict rules use.
 *
 * @param paybackMonths of the best tuned option, error savings included; infinite when there is none or it never pays back
 * @param horizonMonths how many months savings count
 * @param bestTuning {@code fine-tune-api}, {@code fine-tune-lora} or {@code none}
 * @param bestWithoutTraining {@code cheaper-model} or {@code caching} when one of these saves as much as the best tuned option over the
 *     horizon, or hardly less: at least the share that the parameter {@code same_saving_share} names; else {@code none}
 * @param breakEvenCallsPerDay of the best tuned option; infinite when there is none
 */
public record CostFigures(
        double paybackMonths,
        int horizonMonths,
        String bestTuning,
        String bestWithoutTraining,
        double breakEvenCallsPerDay) {
    /** The ids under which a flow declares these figures. */
    public static final List<String> IDS = List.of(
            "payback_months", "horizon_months", "best_tuning", "best_without_training", "break_even_calls_per_day");

    static final String NONE = "none";

    /** The figures of an estimate. */
    public static CostFigures of(Estimate estimate) {
        Optional<Priced> tuning = estimate.bestTuning();
        return new CostFigures(
                tuning.map(Priced::payback).map(Payback::likely).orElse(Double.POSITIVE_INFINITY),
                estimate.horizonMonths(),
                tuning.map(Priced::lever).orElse(NONE),
                withoutTraining(estimate, tuning),
                tuning.map(Priced::breakEven).map(BreakEven::callsPerDay).orElse(Double.POSITIVE_INFINITY));
    }

    /** The figures by id: Double or String. */
    public Map<String, Object> byId() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("payback_months", paybackMonths);
        values.put("horizon_months", (double) horizonMonths);
        values.put("best_tuning", bestTuning);
        values.put("best_without_training", bestWithoutTraining);
        values.put("break_even_calls_per_day", breakEvenCallsPerDay);
        return values;
    }

    /**
     * The facts that the figures still need, the cheapest to answer first; empty when they can be worked out from what is known.
     *
     * @param facts the case so far
     * @param estimator to find out whether own GPUs could be the best choice at all
     */
    public static List<String> needs(CostCase facts, Estimator estimator) {
        List<String> needs = new ArrayList<>();
        boolean billed = facts.knows("cost_per_1k_calls");
        need(needs, facts, "calls_per_day", true);
        need(needs, facts, "model", !billed);
        need(needs, facts, "input_tokens", !billed);
        need(needs, facts, "output_tokens", !billed);
        need(needs, facts, "error_cost", facts.qualityMatters() && hasGap(facts));
        need(needs, facts, "runs_gpus", needs.isEmpty() && !facts.mustSelfHost() && ownGpusWin(facts, estimator));
        return needs;
    }

    private static void need(List<String> needs, CostCase facts, String fact, boolean matters) {
        if (matters && !facts.knows(fact)) {
            needs.add(fact);
        }
    }

    private static boolean hasGap(CostCase facts) {
        return facts.quantity("quality_now").isEmpty()
                || facts.quantity("quality_target").isEmpty()
                || facts.quantity("quality_target")
                                .get()
                                .likely()
                                .compareTo(facts.quantity("quality_now").get().likely())
                        > 0;
    }

    private static boolean ownGpusWin(CostCase facts, Estimator estimator) {
        return !facts.knows("runs_gpus")
                && estimator
                        .estimate(facts)
                        .bestTuning()
                        .filter(best -> best.id().startsWith("lora-own-gpu"))
                        .isPresent();
    }

    /** Says whether an option saves as a tuned model would, without being one. */
    static boolean savesWithoutTraining(String option) {
        return option.startsWith("cheaper-model:") || option.equals("today-cached");
    }

    private static String withoutTraining(Estimate estimate, Optional<Priced> tuning) {
        BigDecimal share = estimate.facts()
                .parameters()
                .get(Parameters.SAME_SAVING)
                .range()
                .likely();
        return estimate.priced().stream()
                .filter(option -> savesWithoutTraining(option.id()))
                .filter(option ->
                        !option.saving().isNegative() && !option.saving().isZero())
                .filter(option -> tuning.isEmpty()
                        || option.saving().compareTo(tuning.get().saving().times(share)) >= 0)
                .min(Comparator.comparing(Priced::total))
                .map(Priced::lever)
                .orElse(NONE);
    }
}
