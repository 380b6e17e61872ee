package dev.tunewise.costing;

import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.estimate.EstimateOutline;
import dev.tunewise.cost.estimate.Estimator;
import dev.tunewise.cost.estimate.OptionChoice;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.cost.simulation.SimulationSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Estimates that were made last: the rules, the verdict and the table of one answer rest on the same simulation. Safe for several threads. */
final class EstimateCache {
    private static final int MOST = 64;
    private static final int MOST_ROUGH = 512;

    private final Estimator estimator;
    private final Supplier<LocalDate> today;
    private final SimulationSettings sampling;
    private final Parameters shipped = Parameters.shipped();
    private final Map<Key, Estimate> made = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Estimate> eldest) {
            return size() > MOST;
        }
    };

    private final Map<RoughKey, OptionChoice> chosen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RoughKey, OptionChoice> eldest) {
            return size() > MOST_ROUGH;
        }
    };

    private @Nullable Outlined outlined;

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

    private record RoughKey(Key key, LocalDate asOf, int draws) {}

    /** The choice of the simulated estimate alone. */
    OptionChoice choice(Key key, CostCase facts) {
        synchronized (made) {
            Estimate known = made.get(key);
            if (known != null && known.facts().asOf().equals(facts.asOf())) {
                return known.choice();
            }
        }
        return chosen(
                key,
                facts,
                CatalogueFigures.ALL,
                () -> estimator.outline(facts, sampling).choice());
    }

    /** The choice alone, from few samples; what costs have no use for makes no other case. */
    OptionChoice rough(Key key, CostCase facts, int draws) {
        return chosen(key, facts, draws, () -> estimator.roughChoice(facts, draws));
    }

    private OptionChoice chosen(Key key, CostCase facts, int draws, Supplier<OptionChoice> worked) {
        RoughKey asked = new RoughKey(new Key(facts.essence(), key.parameters(), key.excluded()), facts.asOf(), draws);
        synchronized (chosen) {
            OptionChoice known = chosen.get(asked);
            if (known != null) {
                return known;
            }
        }
        OptionChoice fresh = worked.get();
        synchronized (chosen) {
            chosen.put(asked, fresh);
        }
        return fresh;
    }

    Estimate estimate(Key key) {
        CostCase facts = facts(key);
        synchronized (made) {
            Estimate known = made.get(key);
            if (known != null && known.facts().asOf().equals(facts.asOf())) {
                return known;
            }
        }
        Estimate fresh = estimator.simulate(facts, sampling);
        synchronized (made) {
            made.put(new Key(Map.copyOf(key.facts()), key.parameters(), key.excluded()), fresh);
        }
        return fresh;
    }

    /** What of the simulated estimate is compared with an earlier one; rules and figures of one case ask for it one after the other. */
    synchronized EstimateOutline outline(Key key) {
        CostCase facts = facts(key);
        Outlined known = outlined;
        if (known == null
                || !known.key().equals(key)
                || !known.outline().facts().asOf().equals(facts.asOf())) {
            known = new Outlined(key, estimator.outline(facts, sampling));
            outlined = known;
        }
        return known.outline();
    }

    private record Outlined(Key key, EstimateOutline outline) {}

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
