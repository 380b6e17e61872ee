package dev.tunewise.costing;

import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.estimate.EstimateOutline;
import dev.tunewise.cost.estimate.Estimator;
import dev.tunewise.cost.estimate.OptionChoice;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.flow.interview.RecentResults;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Estimates that were made last: the rules, the verdict and the table of one answer rest on the same simulation. Safe for several threads. */
final class EstimateCache {
    private static final int MOST = 4;
    private static final int MOST_ROUGH = 64;

    private final Estimator estimator;
    private final Supplier<LocalDate> today;
    private final SimulationSettings sampling;
    private final Parameters shipped = Parameters.shipped();
    private final RecentResults<Dated, Making> made = new RecentResults<>(MOST);
    private final RecentResults<RoughKey, OptionChoice> chosen = new RecentResults<>(MOST_ROUGH);

    private final RecentResults<Dated, EstimateOutline> outlined = new RecentResults<>(1);

    EstimateCache(Estimator estimator, Supplier<LocalDate> today, SimulationSettings sampling) {
        this.sampling = sampling;
        this.estimator = estimator;
        this.today = today;
    }

    /**
     * A case to estimate.
     *
     * @param facts what is known, as {@link CaseFacts} gives it
     * @param excluded levers that may not be recommended, with the ids of the exclusions
     */
    record Key(Map<String, Object> facts, Map<String, BigDecimal> parameters, Map<String, List<String>> excluded) {}

    private record Dated(Key key, LocalDate asOf) {}

    private record RoughKey(Key key, LocalDate asOf, int draws, boolean brief) {}

    /** The choice of the simulated estimate alone, or its best option and how each stands. */
    OptionChoice choice(Key key, CostCase facts, boolean brief) {
        return made.get(new Dated(key, facts.asOf()))
                .map(known -> known.estimate().choice())
                .orElseGet(() -> chosen(key, facts, sampling, brief));
    }

    /** The same, from few samples; what costs have no use for makes no other case. */
    OptionChoice rough(Key key, CostCase facts, int draws, boolean brief) {
        return draws == 1
                ? chosen(key, facts, 1, true, () -> estimator.likelyBest(facts))
                : chosen(key, facts, SimulationSettings.rough(draws), brief);
    }

    private OptionChoice chosen(Key key, CostCase facts, SimulationSettings samples, boolean brief) {
        return chosen(
                key,
                facts,
                samples.samples(),
                brief,
                () -> brief
                        ? estimator.best(facts, samples)
                        : estimator.outline(facts, samples).choice());
    }

    private OptionChoice chosen(Key key, CostCase facts, int draws, boolean brief, Supplier<OptionChoice> worked) {
        RoughKey asked =
                new RoughKey(new Key(facts.essence(), key.parameters(), key.excluded()), facts.asOf(), draws, brief);
        return chosen.of(asked, worked);
    }

    Estimate estimate(Key key) {
        CostCase facts = facts(key);
        Making making;
        synchronized (made) {
            making = made.of(new Dated(key, facts.asOf()), () -> new Making(facts));
        }
        return making.estimate();
    }

    /** An estimate, made once for all threads that ask for it. */
    private final class Making {
        private final CostCase facts;
        private @Nullable Estimate estimate;

        Making(CostCase facts) {
            this.facts = facts;
        }

        synchronized Estimate estimate() {
            Estimate known = estimate;
            if (known == null) {
                known = estimator.simulate(facts, sampling);
                estimate = known;
            }
            return known;
        }
    }

    /** What of the simulated estimate is compared with an earlier one; rules and figures of one case ask for it one after the other. */
    synchronized EstimateOutline outline(Key key) {
        CostCase facts = facts(key);
        return outlined.of(new Dated(key, facts.asOf()), () -> estimator.outline(facts, sampling));
    }

    CostCase facts(Key key) {
        return CostCase.from(key.facts(), today.get(), parameters(key.parameters()))
                .excluding(key.excluded());
    }

    /** Parameters that cannot be taken are left at their shipped values; whoever sets them has checked them before. */
    Parameters parameters(Map<String, BigDecimal> set) {
        Parameters changed = shipped;
        for (Map.Entry<String, BigDecimal> parameter : set.entrySet()) {
            Map<String, BigDecimal> one = Map.of(parameter.getKey(), parameter.getValue());
            changed = changed.faults(one).isEmpty() ? changed.with(one) : changed;
        }
        return changed;
    }
}
