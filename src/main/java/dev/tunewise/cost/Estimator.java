package dev.tunewise.cost;

import dev.tunewise.price.Catalogue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Costs the options of a case. Pure: the same case and catalogue give the same estimate. Safe for many threads. */
public final class Estimator {
    /** Volumes to show when nobody said how many calls there are. */
    public static final List<Integer> EXAMPLE_VOLUMES = List.of(100, 10_000, 1_000_000);

    /** The volume to reckon with when nobody said it. */
    private static final BigDecimal ASSUMED_VOLUME = BigDecimal.valueOf(10_000);

    private final Catalogue catalogue;

    /** An estimator on a catalogue. */
    public Estimator(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The estimate without a simulation. */
    public Estimate estimate(CostCase facts) {
        return estimate(facts, null);
    }

    /** The figures of the estimate alone, for rules that are evaluated often. */
    public CostFigures figures(CostCase facts) {
        return calculation(facts).figures();
    }

    /** The estimate with a simulation. */
    public Estimate simulate(CostCase facts, Sampling sampling) {
        return estimate(facts, sampling);
    }

    /** What each priced option costs over the horizon at other volumes, from one call a day to ten million. */
    public List<Curve> curves(CostCase facts) {
        return calculation(facts).curves();
    }

    private Estimate estimate(CostCase facts, @Nullable Sampling sampling) {
        Calculation calculation = calculation(facts);
        List<Estimate> atVolumes = facts.knows("calls_per_day")
                ? List.of()
                : EXAMPLE_VOLUMES.stream()
                        .map(volume ->
                                new Calculation(facts, catalogue, BigDecimal.valueOf(volume)).estimate(null, List.of()))
                        .toList();
        return calculation.estimate(sampling, atVolumes);
    }

    private Calculation calculation(CostCase facts) {
        return new Calculation(facts, catalogue, facts.knows("calls_per_day") ? null : ASSUMED_VOLUME);
    }
}
