package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.Cheapest;
import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.Formula.Whole;
import dev.tunewise.cost.formula.PriceName;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.workload.CallTokens;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.money.Money;
import dev.tunewise.price.offer.OpenModel;
import dev.tunewise.price.offer.TuningOffer;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/** Serving and training an open model on GPUs that are paid by the hour, busy or not. */
final class GpuServing {
    private static final BigDecimal TRAINING_PEAK_TFLOPS = BigDecimal.valueOf(989);

    /** Lines for serving on own GPUs: at every volume the cheapest set of GPUs that holds weights and cache and serves the calls. */
    static void own(OptionBuilder draft, CostContext situation, OpenModel model, CallTokens tokens) {
        List<GpuSet> sets = GpuSet.fitting(situation, model, tokens, _ -> true);
        if (sets.isEmpty()) {
            draft.missing.add("a GPU of the catalogue that holds " + model.name());
            return;
        }
        own(draft, situation, sets, tokens);
        draft.setup("Engineering, serving", situation.work("engineer_hours_self_hosting"));
    }

    /** The same where the GPUs are there and serve already. */
    static void ownAsToday(OptionBuilder draft, CostContext situation, OpenModel model, CallTokens tokens) {
        own(draft, situation, GpuSet.serving(situation, model, tokens), tokens);
    }

    private static void own(OptionBuilder draft, CostContext situation, List<GpuSet> sets, CallTokens tokens) {
        serve(draft, situation, sets, tokens, situation.parameter("gpu_replicas_minimum"));
        draft.upkeep("Keeping the GPUs", situation.work("maintenance_hours_per_month_gpu"));
    }

    /** Lines for a vendor's dedicated endpoint. */
    static void endpoint(OptionBuilder draft, CostContext situation, OpenModel model, TuningOffer offer) {
        CallTokens tokens = situation.prompt.tuned();
        List<GpuSet> sets = GpuSet.fitting(situation, model, tokens, "H100"::equals);
        Money perHour = offer.hosting().perHour();
        if (sets.isEmpty() || perHour == null) {
            draft.missing.add("a dedicated endpoint for " + model.name() + " at " + offer.provider());
            return;
        }
        Formula price = draft.price(
                perHour,
                new PriceName(
                        "price:" + offer.id() + ":hosting",
                        "dedicated H100 endpoint at " + offer.provider(),
                        CostInput.Kind.MONEY,
                        "a GPU hour"),
                offer.provenance());
        serve(draft, situation, List.of(sets.getFirst().at(price)), tokens, Formula.number(1));
    }

    /** What one training run costs on rented H100s: compute only. */
    static Formula training(OptionBuilder draft, CostContext situation, OpenModel model) {
        Formula work = Formula.product(
                Formula.number(LoraMath.FLOPS_LORA),
                Roofline.figure(model.paramsBillion(), "billion parameters"),
                TrainingCosts.tokensPerRun(situation));
        Formula anHour = Formula.product(
                Roofline.figure(TRAINING_PEAK_TFLOPS, "TFLOPS of a H100"),
                Formula.number(1000),
                Formula.number(3600),
                situation.parameter("mfu_training"));
        return Formula.product(work.over(anHour).counted("H100 hours a run"), GpuPricing.of(situation, "H100"));
    }

    private static void serve(
            OptionBuilder draft, CostContext situation, List<GpuSet> sets, CallTokens tokens, Formula least) {
        List<Formula> ways =
                sets.stream().map(set -> monthly(situation, set, tokens, least)).toList();
        // One way alone need not be summed to be the cheapest.
        GpuSet usual = sets.size() == 1 ? sets.getFirst() : sets.get(cheapest(ways));
        draft.monthly(Phase.RUN, "GPUs: " + usual.title(), ways.size() == 1 ? ways.getFirst() : new Cheapest(ways));
        draft.note("Needs " + usual.memory().text() + ". Throughput: " + usual.throughputBasis() + ".");
    }

    private static int cheapest(List<Formula> ways) {
        ValuePoint likely = ValuePoint.likely();
        List<BigDecimal> amounts = ways.stream().map(way -> way.exact(likely)).toList();
        return amounts.indexOf(Collections.min(amounts));
    }

    private static Formula monthly(CostContext situation, GpuSet set, CallTokens tokens, Formula least) {
        Formula needed = new Whole(situation.callsPerMonth.over(callsPerReplica(situation, set, tokens)));
        Formula perReplica = Formula.product(
                Formula.number(set.count()).counted("GPUs a replica"),
                set.price(),
                situation.parameter("hours_per_month"));
        return Formula.product(Formula.larger(least, needed).counted("replicas"), perReplica);
    }

    private static Formula callsPerReplica(CostContext situation, GpuSet set, CallTokens tokens) {
        Formula seconds = Formula.product(
                situation.parameter("hours_per_month"), Formula.number(3600), situation.parameter("gpu_utilisation"));
        Formula perCall = Formula.product(Formula.sum(tokens.input(), tokens.output()), situation.retried)
                .atLeast(1)
                .counted("tokens a call");
        return Formula.product(set.throughput(), seconds).over(perCall).counted("calls a month that a replica serves");
    }
}
