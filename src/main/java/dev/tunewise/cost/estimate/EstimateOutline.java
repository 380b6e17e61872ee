package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.option.OptionFormulas;
import dev.tunewise.cost.option.Phase;
import dev.tunewise.cost.simulation.Draws;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.money.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of an estimate is compared with an earlier one: the same choice and figures at a fraction of the time, since nothing else is worked out.
 * Not for several threads.
 */
public final class EstimateOutline {
    private final EstimateCalculation calculation;
    private final SimulationSettings sampling;
    private final Draws draws;
    private @Nullable OptionChoice best;
    private @Nullable OptionChoice choice;

    EstimateOutline(EstimateCalculation calculation, SimulationSettings sampling) {
        this.calculation = calculation;
        this.sampling = sampling;
        draws = calculation.simulation.draw(Map.of(), sampling);
    }

    /** An option and from which volume it beats today. */
    public record Pays(String option, double callsPerDay) {}

    /** The choice in full. */
    public OptionChoice choice() {
        OptionChoice known = choice;
        if (known == null) {
            known = calculation.choice(draws, sampling);
            choice = known;
        }
        return known;
    }

    /** The best option and how each stands. */
    public OptionChoice best() {
        OptionChoice known = best;
        if (known == null) {
            known = calculation.chooser(calculation.situation.facts, draws).choose(OptionChooser.Extent.BEST);
            best = known;
        }
        return known;
    }

    /** What the best option saves a month against today, wrong answers counted where somebody said what one costs; empty where it is today. */
    public Optional<Money> saving() {
        OptionFormulas today = calculation.costings.getFirst();
        return calculation.costings.stream()
                .skip(1)
                .filter(costing -> costing.draft().id.equals(best().recommended()))
                .findFirst()
                .map(best -> monthly(today).minus(monthly(best)));
    }

    private Money monthly(OptionFormulas costing) {
        CostLineWriter bill = new CostLineWriter(calculation.situation.callsPerMonth, ValuePoint.likely());
        Stream<Phase> phases = assumesErrorCost()
                ? Stream.of(Phase.RUN, Phase.UPKEEP)
                : Stream.of(Phase.RUN, Phase.UPKEEP, Phase.ERRORS);
        return phases.map(phase -> bill.exact(costing.draft(), phase).toCents()).reduce(Money.ZERO, Money::plus);
    }

    private boolean assumesErrorCost() {
        return calculation.inputs.stream()
                .anyMatch(input -> input.key().equals("parameter:usd_per_error")
                        && input.basis() != FigureBasis.GIVEN
                        && !input.range().isExact());
    }

    /** The first option that beats today from some volume on. `order`: by their ids, which one is looked at first. */
    public Optional<Pays> pays(Comparator<String> order) {
        BreakEvenFinder finder = new BreakEvenFinder(calculation.costings.getFirst(), calculation.situation);
        List<OptionFormulas> others = calculation.costings.subList(1, calculation.costings.size());
        return others.stream()
                .sorted(Comparator.comparing(costing -> costing.draft().id, order))
                .map(costing ->
                        new Pays(costing.draft().title, finder.find(costing).callsPerDay()))
                .filter(each -> Double.isFinite(each.callsPerDay()))
                .findFirst();
    }
}
