package dev.tunewise.cost.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.cost.simulation.SimulationResult.Quantiles;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PercentilesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreeWithSorting(long seed) {
        Random random = new Random(seed);
        int count = 100 + random.nextInt(20_000);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch ((int) (seed % 4)) {
                case 0 -> random.nextGaussian() * 1000;
                case 1 -> 1 / random.nextDouble();
                case 2 -> random.nextInt(5);
                default -> random.nextDouble() < 0.3 ? Double.POSITIVE_INFINITY : Math.exp(40 * random.nextDouble());
            };
        }
        assertEquals(sorted(values), Percentiles.of(values), "seed " + seed);
    }

    @Test
    void neverIsAboveEveryNumber() {
        double[] values = new double[10];
        Arrays.fill(values, Double.POSITIVE_INFINITY);
        values[3] = 7;
        assertEquals(new Quantiles(7, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY), Percentiles.of(values));
        values[3] = Double.POSITIVE_INFINITY;
        assertEquals(Double.POSITIVE_INFINITY, Percentiles.of(values).p10());
    }

    @Test
    void whatDoesNotVaryIsExact() {
        double[] values = new double[1000];
        Arrays.fill(values, 12.3);
        assertEquals(new Quantiles(12.3, 12.3, 12.3), Percentiles.of(values));
    }

    private static Quantiles sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Quantiles(at(sorted, 0.1), at(sorted, 0.5), at(sorted, 0.9));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
