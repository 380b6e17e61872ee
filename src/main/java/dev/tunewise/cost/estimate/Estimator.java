package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.CostCurve;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.price.catalogue.PriceCatalogue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Costs the options of a case. Pure: the same case and catalogue give the same estimate. Safe for many threads. */
public final class Estimator {
    /** Volumes to show when nobody said how many calls there are. */
    public static final List<Integer> EXAMPLE_VOLUMES = List.of(100, 10_000, 1_000_000);

    private static final int MOST_SHARED = 48;

    private final PriceCatalogue catalogue;
    private final Map<SharedOptions.Key, SharedOptions> shared = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SharedOptions.Key, SharedOptions> eldest) {
            return size() > MOST_SHARED;
        }
    };

    public Estimator(PriceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The estimate without a simulation. */
    public Estimate estimate(CostCase facts) {
        return estimate(facts, null);
    }

    /** The best option alone and how each stands, by the likely values: for looking at many cases. */
    public OptionChoice likelyBest(CostCase facts) {
        return shared(facts).likely(facts);
    }

    /** The best option alone and how each stands, as the estimate has them with these samples. */
    public OptionChoice best(CostCase facts, SimulationSettings sampling) {
        return shared(facts).best(facts, sampling);
    }

    /** What of the simulated estimate is compared with an earlier one. */
    public EstimateOutline outline(CostCase facts, SimulationSettings sampling) {
        return new EstimateOutline(calculation(facts), sampling);
    }

    private SharedOptions shared(CostCase facts) {
        SharedOptions.Key key = SharedOptions.Key.of(facts);
        synchronized (shared) {
            SharedOptions known = shared.get(key);
            if (known != null && known.serve(facts)) {
                return known;
            }
        }
        SharedOptions fresh = new SharedOptions(facts, catalogue);
        synchronized (shared) {
            shared.put(key, fresh);
        }
        return fresh;
    }

    public Estimate simulate(CostCase facts, SimulationSettings sampling) {
        return estimate(facts, sampling);
    }

    /** What each priced option costs over the horizon at other volumes, from one call a day to ten million. */
    public List<CostCurve> curves(CostCase facts) {
        return calculation(facts).curves();
    }

    private Estimate estimate(CostCase facts, @Nullable SimulationSettings sampling) {
        EstimateCalculation calculation = calculation(facts);
        List<Estimate> atVolumes = facts.knows("calls_per_day")
                ? List.of()
                : EXAMPLE_VOLUMES.stream()
                        .map(volume -> new EstimateCalculation(facts, catalogue, BigDecimal.valueOf(volume))
                                .estimate(null, List.of()))
                        .toList();
        return calculation.estimate(sampling, atVolumes);
    }

    private EstimateCalculation calculation(CostCase facts) {
        return new EstimateCalculation(facts, catalogue, null);
    }
}
