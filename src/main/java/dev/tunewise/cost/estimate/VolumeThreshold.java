package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.simulation.Draws;
import dev.tunewise.cost.simulation.Simulation;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * From how many calls a day training is recommended, by the same pick as the recommendation itself. Cache hits and machines follow the volume, so that
 * the cases are drawn anew for each that is tried.
 */
final class VolumeThreshold {
    private static final int FEW = 256;
    private static final int MORE = 2048;
    private static final double LEAST = 1;
    private static final double MOST = 1e7;
    private static final double NEAR_ENOUGH = 1.06;
    private static final int NEIGHBOURS = 4;
    private static final MathContext TWO_UP = new MathContext(2, RoundingMode.UP);
    private static final BigDecimal A_TENTH_MORE = new BigDecimal("1.1");

    private final CostInput calls;
    private final Simulation.Variations cases;
    private final Function<Draws, OptionChooser> chooser;

    /** A search. `chooser`: chooses among what was drawn. */
    VolumeThreshold(CostInput calls, Simulation simulation, Function<Draws, OptionChooser> chooser) {
        this.calls = calls;
        this.chooser = chooser;
        cases = simulation.varying(Set.of(calls.key()));
    }

    /** Calls a day, with two digits; infinite where no volume within reach makes it. */
    double find() {
        double high = MOST;
        while (high > LEAST && !pays(high, FEW)) {
            high /= 10;
        }
        if (high <= LEAST) {
            return Double.POSITIVE_INFINITY;
        }
        double low = high / 10;
        while (low > LEAST && pays(low, FEW)) {
            low /= 10;
        }
        high = low * 10;
        while (high / low > NEAR_ENOUGH) {
            double middle = Math.sqrt(low * high);
            if (pays(middle, FEW)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        BigDecimal told = rounded(BigDecimal.valueOf(high));
        for (int tried = 0; tried < NEIGHBOURS && !pays(told.doubleValue(), MORE); tried++) {
            told = rounded(told.multiply(A_TENTH_MORE));
        }
        return told.doubleValue();
    }

    private static BigDecimal rounded(BigDecimal volume) {
        return volume.round(TWO_UP).setScale(0, RoundingMode.UP);
    }

    private boolean pays(double volume, int samples) {
        Range exactly = Range.exactly(BigDecimal.valueOf(volume));
        return chooser.apply(cases.draw(Map.of(calls.key(), calls.with(exactly)), samples))
                .recommendsTraining();
    }
}
