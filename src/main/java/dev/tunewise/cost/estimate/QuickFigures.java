package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.ValueBatch;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.option.OptionFormulas;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.cost.workload.CostContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The figures that rules test, without lines, ranges and ends: what {@link CostFigures#of} says of the estimate, several times as fast. */
final class QuickFigures {
    private final CostContext situation;
    private final List<OptionFormulas> costings;
    private final ValuePoint likely = ValuePoint.likely();

    QuickFigures(CostContext situation, List<OptionFormulas> costings) {
        this.situation = situation;
        this.costings = costings;
    }

    /** What an option costs over the horizon, with every figure at its likely value. */
    private record Sum(OptionFormulas costing, double total) {}

    CostFigures figures() {
        List<Sum> sums = sums();
        Sum today = sums.getFirst();
        Optional<Sum> tuning = sums.stream()
                .filter(sum -> sum.costing().draft().isTraining())
                .min(Comparator.comparingDouble(Sum::total));
        BreakEvenFinder finder = new BreakEvenFinder(today.costing(), situation, likely);
        return new CostFigures(
                tuning.map(best -> best.costing().payback(today.costing(), likely))
                        .orElse(Double.POSITIVE_INFINITY),
                situation.horizon,
                tuning.map(best -> best.costing().draft().lever).orElse(CostFigures.NONE),
                withoutTraining(sums, today, tuning),
                tuning.map(best -> finder.find(best.costing()).callsPerDay()).orElse(Double.POSITIVE_INFINITY));
    }

    private List<Sum> sums() {
        ValueBatch columns = new ValueBatch(1);
        List<Sum> sums = new ArrayList<>();
        double[] setup = new double[1];
        double[] monthly = new double[1];
        for (OptionFormulas costing : costings) {
            costing.fill(columns, setup, monthly);
            sums.add(new Sum(costing, setup[0] + situation.horizon * monthly[0]));
        }
        return sums;
    }

    private String withoutTraining(List<Sum> sums, Sum today, Optional<Sum> tuning) {
        double share = situation.facts.parameters().likely(Parameters.SAME_SAVING);
        double enough =
                tuning.map(best -> share * (today.total() - best.total())).orElse(Double.NEGATIVE_INFINITY);
        return sums.stream()
                .filter(sum -> CostFigures.savesWithoutTraining(sum.costing().draft().id))
                .filter(sum -> today.total() > sum.total() && today.total() - sum.total() >= enough)
                .min(Comparator.comparingDouble(Sum::total))
                .map(sum -> sum.costing().draft().lever)
                .orElse(CostFigures.NONE);
    }
}
