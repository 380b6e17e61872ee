package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.ThresholdGrid;
import dev.tunewise.cost.simulation.Draws;
import dev.tunewise.cost.simulation.Simulation;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;

/**
 * From how many calls a day training is recommended, by the same pick as the recommendation itself. Cache hits and machines follow the volume, so that
 * the cases are drawn again for each that is tried.
 */
final class VolumeThreshold {
    private static final int FEW = 128;
    private static final int MORE = 256;
    private static final double LEAST = 1;
    private static final double MOST = 1e7;
    private static final double NEAR_ENOUGH = 1.06;
    private static final ThresholdGrid GRID = new ThresholdGrid(BigDecimal.ONE, 6);

    private final CostInput calls;
    private final Simulation simulation;
    private final SimulationSettings sampling;
    private final Function<Draws, OptionChooser> chooser;

    /** A search. `sampling`: the cases of the answer, by which what is told is made sure. `chooser`: chooses among what was drawn. */
    VolumeThreshold(
            CostInput calls,
            Simulation simulation,
            SimulationSettings sampling,
            Function<Draws, OptionChooser> chooser) {
        this.calls = calls;
        this.sampling = sampling;
        this.chooser = chooser;
        this.simulation = simulation;
    }

    /**
     * Calls a day, to about a fiftieth, at which training is recommended; infinite where no volume within reach makes it.
     *
     * @param above a volume at which it is not, or 0
     */
    double find(double above) {
        double least = Math.max(LEAST, above);
        double high = MOST;
        while (high > least && !pays(high)) {
            high /= 10;
        }
        if (high <= least) {
            return Double.POSITIVE_INFINITY;
        }
        double low = high / 10;
        while (low > least && pays(low)) {
            high = low;
            low /= 10;
        }
        low = Math.max(low, above);
        while (high / low > NEAR_ENOUGH) {
            double middle = Math.sqrt(low * high);
            if (pays(middle, SimulationSettings.rough(MORE))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return GRID.first(high, volume -> volume.doubleValue() > above && pays(volume.doubleValue(), sampling))
                .map(BigDecimal::doubleValue)
                .orElse(Double.POSITIVE_INFINITY);
    }

    private boolean pays(double volume) {
        return pays(volume, SimulationSettings.rough(FEW));
    }

    private boolean pays(double volume, SimulationSettings samples) {
        Range exactly = Range.exactly(BigDecimal.valueOf(volume));
        return chooser.apply(simulation.draw(Map.of(calls.key(), calls.with(exactly)), samples))
                .recommendsTraining();
    }
}
