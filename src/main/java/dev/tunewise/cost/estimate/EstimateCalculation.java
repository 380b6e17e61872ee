package dev.tunewise.cost.estimate;

import dev.tunewise.cost.estimate.CostOption.Priced;
import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.InvestmentMath;
import dev.tunewise.cost.formula.Payback;
import dev.tunewise.cost.formula.PresentValue;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.option.OptionBuilder;
import dev.tunewise.cost.option.OptionFormulas;
import dev.tunewise.cost.option.OptionList;
import dev.tunewise.cost.option.Phase;
import dev.tunewise.cost.option.TodayOptions;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.simulation.Draws;
import dev.tunewise.cost.simulation.Influence;
import dev.tunewise.cost.simulation.MiddleShift;
import dev.tunewise.cost.simulation.Sensitivity;
import dev.tunewise.cost.simulation.Simulation;
import dev.tunewise.cost.simulation.SimulationResult;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.cost.workload.Quality;
import dev.tunewise.flow.interview.Late;
import dev.tunewise.money.Money;
import dev.tunewise.price.catalogue.PriceCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One estimate while it is worked out. */
final class EstimateCalculation {
    /** Samples of an estimate without a simulation, which still says which option is best. */
    private static final int FEW = 512;

    static final String DISCOUNT = "discount_rate_per_year";
    static final String DROP = "price_drop_per_year";

    final CostContext situation;
    private final OptionList menu;
    private final ValuePoint likely = ValuePoint.likely();
    final List<OptionFormulas> costings;
    final List<CostInput> inputs;
    final Simulation simulation;
    private final boolean volumeAssumed;
    private final boolean beside; // one of several volumes, of which the table alone is shown

    EstimateCalculation(CostCase facts, PriceCatalogue catalogue, @Nullable BigDecimal assumedCallsPerDay) {
        volumeAssumed = !facts.knows("calls_per_day");
        beside = assumedCallsPerDay != null;
        situation = new CostContext(facts, catalogue, assumedCallsPerDay);
        menu = OptionList.of(situation);
        costings = menu.drafts.stream()
                .filter(OptionBuilder::isPriced)
                .map(draft -> OptionFormulas.of(draft, situation.callsPerMonth))
                .toList();
        inputs = OptionFormulas.inputs(costings);
        Set<Quality.Level> levels = Collections.newSetFromMap(new IdentityHashMap<>());
        menu.drafts.forEach(draft -> levels.add(draft.level));
        List<CostInput> drawn = OptionFormulas.inputs(inputs, levels);
        Formula uncounted = situation.quality.uncounted();
        if (uncounted instanceof Formula.Leaf(CostInput perError)) {
            drawn = Stream.concat(drawn.stream(), Stream.of(perError)).toList();
        }
        simulation = new Simulation(
                costings, levels, drawn, situation.horizon, situation.callsPerMonth, uncounted, SharedOptions.REPLACED);
    }

    /** One at a time: shared between cases, it remembers figures that it has worked out. */
    synchronized Estimate estimate(@Nullable SimulationSettings sampling, Late<List<Estimate>> atVolumes) {
        SimulationSettings samples = sampling == null ? SimulationSettings.rough(FEW) : sampling;
        Draws draws = simulation.draw(Map.of(), samples);
        SimulationResult risk = sampling == null ? null : simulation.risk(draws, sampling);
        OptionChooser.readSettings(situation);
        OptionChoice choice = choice(draws, samples);
        Map<String, Priced> priced = new LinkedHashMap<>();
        CostLineWriter bill = new CostLineWriter(situation.callsPerMonth, likely);
        for (OptionFormulas costing : costings) {
            priced.put(costing.draft().id, option(costing, bill, choice, risk));
        }
        List<CostOption> options = new ArrayList<>();
        for (OptionBuilder draft : menu.drafts) {
            Priced option = priced.get(draft.id);
            options.add(
                    option != null
                            ? option
                            : new CostOption.Unpriced(
                                    draft.id,
                                    draft.lever,
                                    draft.title,
                                    draft.model,
                                    List.copyOf(draft.missing),
                                    draft.notes));
        }
        List<String> notes = new EstimateNotes(situation, options, inputs).sentences();
        Function<List<Influence>, Estimate> made = influences -> new Estimate(
                situation.facts,
                situation.callsPerDay.exact(likely),
                volumeAssumed,
                situation.horizon,
                options,
                menu.leftOut,
                inputs,
                situation.settings(),
                notes,
                influences,
                risk,
                choice,
                atVolumes);
        Estimate estimate = made.apply(List.of());
        return estimate.bestTuning()
                .filter(_ -> !beside)
                .map(best -> made.apply(sensitivity(best.id()).influences()))
                .orElse(estimate);
    }

    /** The choice in full; from which volume training is recommended is looked for where nobody said the volume, or above it where it is not. */
    OptionChoice choice(Draws draws, SimulationSettings sampling) {
        CostCase facts = situation.facts;
        OptionChoice choice =
                chooser(facts, draws).choose(beside ? OptionChooser.Extent.TABLE : OptionChooser.Extent.ALL);
        boolean untrained = !choice.best().lever().startsWith("fine-tune");
        return choice.training() != null
                        && (volumeAssumed || untrained)
                        && situation.callsPerDay instanceof Formula.Leaf(CostInput calls)
                ? choice.withVolume(new VolumeThreshold(calls, simulation, sampling, cases -> chooser(facts, cases))
                        .find(volumeAssumed ? 0 : calls.range().likely().doubleValue()))
                : choice;
    }

    /** Chooses for a case that differs from this one in nothing but values that were drawn otherwise, and in what is excluded. */
    OptionChooser chooser(CostCase facts, Draws draws) {
        return new OptionChooser(situation, facts, menu.drafts, costings, draws);
    }

    private Priced option(
            OptionFormulas costing, CostLineWriter bill, OptionChoice choice, @Nullable SimulationResult risk) {
        OptionBuilder draft = costing.draft();
        Money setup = bill.exact(draft, Phase.SETUP);
        Money run = bill.exact(draft, Phase.RUN);
        Money errors = bill.exact(draft, Phase.ERRORS);
        Money upkeep = bill.exact(draft, Phase.UPKEEP);
        Money monthly = run.plus(errors).plus(upkeep);
        Money total = setup.plus(monthly.times(situation.horizon)).toCents();
        return new Priced(
                draft.id,
                draft.lever,
                draft.title,
                draft.model,
                setup.toCents(),
                run.toCents(),
                errors.toCents(),
                upkeep.toCents(),
                total,
                bill.prices(draft),
                draft.notes,
                Late.of(() -> detail(costing, setup, monthly, bill, choice, risk)));
    }

    private synchronized CostOption.Detail detail(
            OptionFormulas costing,
            Money setup,
            Money monthly,
            CostLineWriter bill,
            OptionChoice choice,
            @Nullable SimulationResult risk) {
        OptionBuilder draft = costing.draft();
        OptionFormulas today = costings.getFirst();
        boolean isToday = costing == today;
        double months = paysBackIn(setup.toCents(), choice.of(draft.id), choice.of(TodayOptions.TODAY));
        return new CostOption.Detail(
                isToday ? null : payback(draft.id, months, risk),
                perCorrectAnswer(draft, monthly.plus(setup.dividedBy(BigDecimal.valueOf(situation.horizon)))),
                Late.of(() -> shift(costing, setup.plus(monthly.times(situation.horizon)), choice.of(draft.id))),
                isToday || beside ? null : new BreakEvenFinder(today, situation).find(costing),
                isToday ? null : worth(costing, today),
                bill.lines(draft));
    }

    private Sensitivity sensitivity(String option) {
        OptionFormulas moved = costings.stream()
                .filter(costing -> costing.draft().id.equals(option))
                .findFirst()
                .orElseThrow();
        return new Sensitivity(costings.getFirst(), moved, inputs, situation.horizon);
    }

    /** Months that follow from the set-up and the two totals that are shown. */
    private double paysBackIn(Money setup, OptionChoice.Fitness option, OptionChoice.Fitness today) {
        return Payback.months(setup.amount().doubleValue(), today.total() - option.total(), situation.horizon);
    }

    private Payback payback(String option, double months, @Nullable SimulationResult risk) {
        SimulationResult.OptionRisk simulated = risk == null ? null : risk.of(option);
        if (simulated != null) {
            SimulationResult.Quantiles quantiles = simulated.payback();
            return new Payback(Math.min(quantiles.p10(), months), months, Math.max(quantiles.p90(), months));
        }
        Sensitivity.Ends ends = sensitivity(option).paybacks();
        return new Payback(Math.min(ends.least(), months), months, Math.max(ends.most(), months));
    }

    private @Nullable Money perCorrectAnswer(OptionBuilder draft, Money monthly) {
        Formula quality = draft.level.share();
        if (quality == null) {
            return null;
        }
        BigDecimal right = situation.callsPerMonth.exact(likely).multiply(quality.exact(likely));
        return right.signum() == 0 ? null : monthly.dividedBy(right);
    }

    private Optional<MiddleShift> shift(OptionFormulas costing, Money sum, OptionChoice.Fitness fitness) {
        return MiddleShift.of(costing, inputs, situation.horizon, sum.amount().doubleValue(), fitness.total());
    }

    private PresentValue worth(OptionFormulas costing, OptionFormulas today) {
        BigDecimal calls = situation.callsPerMonth.exact(likely);
        Money tokens = Money.of(calls.multiply(
                today.perCall().exact(likely).subtract(costing.perCall().exact(likely))));
        Money rest = Money.of(today.monthly(likely).subtract(costing.monthly(likely)))
                .minus(tokens);
        Money setup = Money.of(costing.setup().exact(likely));
        double discount = situation.setting(DISCOUNT).likely().doubleValue();
        double drop = situation.setting(DROP).likely().doubleValue();
        return new PresentValue(
                InvestmentMath.presentValue(setup, rest, tokens, discount, 0, situation.horizon),
                InvestmentMath.presentValue(setup, rest, tokens, discount, drop, situation.horizon));
    }
}
