package dev.tunewise.cost.simulation;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.flow.interview.RecentResults;
import dev.tunewise.money.Range;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.jspecify.annotations.Nullable;

/**
 * Values drawn for an input. Each input has its own stream of random numbers, so that another option or input changes nobody else's; most are
 * parameters, the same for all cases, so that the last ones are kept.
 */
final class Samples {
    /** What the product draws at most for one input; more are asked for once. */
    private static final int USUAL = 4_000;

    /** Eight megabytes. */
    private static final RecentResults<Key, double[]> KNOWN = new RecentResults<>(250);

    private record Key(String input, Range range, CostInput.@Nullable Measured measured, SimulationSettings sampling) {}

    /** One value for each simulated case, for reading only. */
    static double[] of(CostInput input, SimulationSettings sampling) {
        return sampling.samples() > USUAL
                ? drawn(input, sampling)
                : KNOWN.of(
                        new Key(input.key(), input.range(), input.measured(), sampling), () -> drawn(input, sampling));
    }

    private static double[] drawn(CostInput input, SimulationSettings sampling) {
        Distribution distribution = Distribution.of(input);
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(
                sampling.seed() * 0x9E3779B97F4A7C15L + input.key().hashCode());
        double[] drawn = new double[sampling.samples()];
        if (!sampling.stratified()) {
            distribution.fill(drawn, random);
            return drawn;
        }
        int[] strata = shuffled(drawn.length, random);
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = distribution.quantile((strata[i] + random.nextDouble()) / strata.length);
        }
        return drawn;
    }

    /** Places, so that there is one value from each equal part of the distribution. */
    private static int[] shuffled(int count, UniformRandomProvider random) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            places[i] = places[other];
            places[other] = i;
        }
        return places;
    }
}
