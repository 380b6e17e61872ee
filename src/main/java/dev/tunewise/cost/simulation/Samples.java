package dev.tunewise.cost.simulation;

import dev.tunewise.cost.formula.CostInput;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Values drawn for an input. Each input has its own stream of random numbers, so that another option or input changes nobody else's; most are
 * parameters, the same for all cases, so that the last ones are kept.
 */
final class Samples {
    /** Eight megabytes. */
    private static final int MOST = 1_000_000;

    private static final int USUAL = 4_000;

    private static final Map<Key, double[]> KNOWN = new LinkedHashMap<>(64, 0.75f, true);

    private record Key(String input, Distribution distribution, SimulationSettings sampling) {}

    /** One value for each simulated case, for reading only. */
    static double[] of(CostInput input, SimulationSettings sampling) {
        Key key = new Key(input.key(), Distribution.of(input), sampling);
        synchronized (KNOWN) {
            double[] known = KNOWN.get(key);
            if (known != null) {
                return known;
            }
        }
        double[] drawn = drawn(key);
        synchronized (KNOWN) {
            if (drawn.length <= MOST / 4 && KNOWN.putIfAbsent(key, drawn) == null) {
                if (drawn.length > USUAL || KNOWN.size() > MOST / USUAL) {
                    forgetOldest();
                }
            }
        }
        return drawn;
    }

    private static void forgetOldest() {
        int kept = KNOWN.values().stream().mapToInt(values -> values.length).sum();
        var oldest = KNOWN.values().iterator();
        while (kept > MOST) {
            kept -= oldest.next().length;
            oldest.remove();
        }
    }

    private static double[] drawn(Key key) {
        SimulationSettings sampling = key.sampling();
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(
                sampling.seed() * 0x9E3779B97F4A7C15L + key.input().hashCode());
        double[] drawn = new double[sampling.samples()];
        if (!sampling.stratified()) {
            key.distribution().fill(drawn, random);
            return drawn;
        }
        int[] strata = shuffled(drawn.length, random);
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = key.distribution().quantile((strata[i] + random.nextDouble()) / strata.length);
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
