package dev.tunewise.cost;

import dev.tunewise.cost.Option.Priced;
import dev.tunewise.money.Money;
import dev.tunewise.money.Range;
import dev.tunewise.money.Rounding;
import dev.tunewise.price.Catalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One estimate while it is worked out. */
final class Calculation {
    private static final int CURVE_STEPS_PER_DECADE = 10;
    private static final int CURVE_DECADES = 7;

    private final Situation situation;
    private final Menu menu;
    private final Point likely = Point.likely();
    private final List<Costing> costings;
    private final boolean volumeAssumed;

    Calculation(CostCase facts, Catalogue catalogue, @Nullable BigDecimal assumedCallsPerDay) {
        volumeAssumed = assumedCallsPerDay != null;
        situation = new Situation(facts, catalogue, assumedCallsPerDay);
        menu = Menu.of(situation);
        costings = menu.drafts.stream()
                .filter(Draft::isPriced)
                .map(draft -> Costing.of(draft, situation.callsPerMonth))
                .toList();
    }

    Estimate estimate(@Nullable Sampling sampling, List<Estimate> atVolumes) {
        List<Input> inputs = List.copyOf(Costing.inputs(costings));
        Sensitivity sensitivity = new Sensitivity(costings, inputs, situation.horizon);
        Risk risk = sampling == null ? null : new Simulation(costings, inputs, situation.horizon).run(sampling);
        situation.setting(Parameters.SAME_SAVING);
        Map<String, Priced> priced = new LinkedHashMap<>();
        Bill bill = new Bill(situation.callsPerMonth, likely);
        Costing today = costings.getFirst();
        for (Costing costing : costings) {
            Priced option = option(costing, today, bill, priced.get(TodayOptions.TODAY));
            if (option.payback() != null) {
                option = option.with(payback(option, option.payback().likely(), sensitivity, risk));
            }
            priced.put(option.id(), option);
        }
        List<Option> options = new ArrayList<>();
        for (Draft draft : menu.drafts) {
            Priced option = priced.get(draft.id);
            options.add(
                    option != null
                            ? option
                            : new Option.Unpriced(
                                    draft.id,
                                    draft.lever,
                                    draft.title,
                                    draft.model,
                                    List.copyOf(draft.missing),
                                    draft.notes));
        }
        Estimate estimate = new Estimate(
                situation.facts,
                situation
                        .callsPerMonth
                        .exact(likely)
                        .divide(BigDecimal.valueOf(Returns.DAYS_PER_MONTH), Rounding.CONTEXT),
                volumeAssumed,
                situation.horizon,
                options,
                menu.leftOut,
                inputs,
                situation.settings(),
                new Remarks(situation, options, inputs).sentences(),
                List.of(),
                risk,
                atVolumes);
        return estimate.bestTuning()
                .map(best -> withInfluences(estimate, sensitivity.influences(best.id())))
                .orElse(estimate);
    }

    /** The figures alone. */
    CostFigures figures() {
        return new QuickFigures(situation, costings).figures();
    }

    List<Curve> curves() {
        int rows = CURVE_STEPS_PER_DECADE * CURVE_DECADES + 1;
        List<Double> volumes = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            volumes.add(Math.pow(10, row / (double) CURVE_STEPS_PER_DECADE));
        }
        Columns columns = new Columns(rows);
        double[] calls = Costing.inputs(costings).stream()
                .filter(input -> input.key().equals(Situation.CALLS))
                .findFirst()
                .map(columns::column)
                .orElseGet(() -> new double[rows]);
        for (int row = 0; row < rows; row++) {
            calls[row] = volumes.get(row);
        }
        List<Curve> curves = new ArrayList<>();
        for (Costing costing : costings) {
            double[] setup = new double[rows];
            double[] monthly = new double[rows];
            costing.fill(columns, setup, monthly);
            List<Double> total = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                total.add(setup[row] + situation.horizon * monthly[row]);
            }
            curves.add(new Curve(costing.draft().id, costing.draft().title, volumes, total));
        }
        return curves;
    }

    private Priced option(Costing costing, Costing today, Bill bill, @Nullable Priced todayOption) {
        Draft draft = costing.draft();
        List<CostLine> lines = bill.lines(draft);
        Money setup = Bill.sum(lines, Phase.SETUP);
        Money run = Bill.sum(lines, Phase.RUN);
        Money errors = Bill.sum(lines, Phase.ERRORS);
        Money upkeep = Bill.sum(lines, Phase.UPKEEP);
        Money total = setup.plus(run.plus(errors).plus(upkeep).times(situation.horizon));
        Priced before = todayOption;
        boolean isToday = before == null;
        return new Priced(
                draft.id,
                draft.lever,
                draft.title,
                draft.model,
                setup,
                run,
                errors,
                upkeep,
                total,
                before == null ? Money.ZERO : before.total().minus(total),
                isToday ? null : likely(costing.payback(today, likely)),
                perCorrectAnswer(draft, run.plus(errors).plus(upkeep)),
                quality(draft),
                isToday ? null : new BreakEvenFinder(today, situation, likely).find(costing),
                isToday ? null : worth(costing, today),
                lines,
                draft.notes);
    }

    private static Payback likely(double months) {
        return new Payback(months, months, months, Payback.Basis.ONE_AT_A_TIME);
    }

    private static Payback payback(Priced option, double months, Sensitivity sensitivity, @Nullable Risk risk) {
        Risk.OptionRisk simulated = risk == null ? null : risk.byOption().get(option.id());
        if (simulated != null) {
            Risk.Quantiles quantiles = simulated.payback();
            return new Payback(quantiles.p10(), months, quantiles.p90(), Payback.Basis.SIMULATED);
        }
        Sensitivity.Ends ends = sensitivity.paybacks(option.id());
        return new Payback(
                Math.min(ends.least(), months), months, Math.max(ends.most(), months), Payback.Basis.ONE_AT_A_TIME);
    }

    private @Nullable Money perCorrectAnswer(Draft draft, Money monthly) {
        Formula quality = draft.quality;
        if (quality == null) {
            return null;
        }
        BigDecimal right = situation.callsPerMonth.exact(likely).multiply(quality.exact(likely));
        return right.signum() == 0 ? null : monthly.dividedBy(right);
    }

    private @Nullable Range quality(Draft draft) {
        Formula quality = draft.quality;
        if (quality == null) {
            return null;
        }
        BigDecimal share = quality.exact(likely);
        return quality instanceof Formula.Leaf(Input input) ? input.range() : Range.exactly(share);
    }

    private Worth worth(Costing costing, Costing today) {
        BigDecimal calls = situation.callsPerMonth.exact(likely);
        Money tokens = Money.of(calls.multiply(
                today.perCall().exact(likely).subtract(costing.perCall().exact(likely))));
        Money rest = Money.of(today.monthly(likely).subtract(costing.monthly(likely)))
                .minus(tokens);
        Money setup = Money.of(costing.setup().exact(likely));
        double discount = situation.setting("discount_rate_per_year").likely().doubleValue();
        double drop = situation.setting("price_drop_per_year").likely().doubleValue();
        return new Worth(
                Returns.presentValue(setup, rest, tokens, discount, 0, situation.horizon),
                Returns.presentValue(setup, rest, tokens, discount, drop, situation.horizon));
    }

    private static Estimate withInfluences(Estimate estimate, List<Influence> influences) {
        return new Estimate(
                estimate.facts(),
                estimate.callsPerDay(),
                estimate.volumeAssumed(),
                estimate.horizonMonths(),
                estimate.options(),
                estimate.leftOut(),
                estimate.inputs(),
                estimate.settings(),
                estimate.notes(),
                influences,
                estimate.risk(),
                estimate.atVolumes());
    }
}
