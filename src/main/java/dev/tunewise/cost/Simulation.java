package dev.tunewise.cost;

import dev.tunewise.cost.Risk.Histogram;
import dev.tunewise.cost.Risk.OptionRisk;
import dev.tunewise.cost.Risk.Quantiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Draws every input at once for all options, in blocks that stay in the cache. Each input has its own stream of random numbers, so that
 * another option or input changes nobody else's samples.
 */
final class Simulation {
    private static final int BLOCK = 256;
    private static final Quantile QUANTILE =
            Quantile.withDefaults().with(Quantile.EstimationMethod.HF1).withCopy(false);

    private final List<Costing> costings;
    private final List<Input> varying;
    private final int horizon;

    Simulation(List<Costing> costings, List<Input> inputs, int horizon) {
        this.costings = costings;
        this.horizon = horizon;
        varying = inputs.stream().filter(input -> !input.range().isExact()).toList();
    }

    Risk run(Sampling sampling) {
        int samples = sampling.samples();
        double[][] totals = new double[costings.size()][samples];
        double[][] paybacks = new double[costings.size()][samples];
        List<Sampler> samplers = varying.stream()
                .map(input -> new Sampler(Distribution.of(input), random(sampling.seed(), input)))
                .toList();
        Columns columns = new Columns(BLOCK);
        double[] setup = new double[BLOCK];
        double[] monthly = new double[BLOCK];
        double[] today = new double[BLOCK];
        for (int from = 0; from < samples; from += BLOCK) {
            int count = Math.min(BLOCK, samples - from);
            for (int i = 0; i < samplers.size(); i++) {
                samplers.get(i).fill(columns.column(varying.get(i)));
            }
            columns.changed();
            for (int option = 0; option < costings.size(); option++) {
                costings.get(option).fill(columns, setup, monthly);
                if (option == 0) {
                    System.arraycopy(monthly, 0, today, 0, BLOCK);
                }
                for (int i = 0; i < count; i++) {
                    double saved = today[i] - monthly[i];
                    totals[option][from + i] = setup[i] + horizon * monthly[i];
                    paybacks[option][from + i] = saved > 0 ? Math.max(0, setup[i]) / saved : Double.POSITIVE_INFINITY;
                }
            }
        }
        Map<String, OptionRisk> byOption = new LinkedHashMap<>();
        for (int option = 0; option < costings.size(); option++) {
            byOption.put(costings.get(option).draft().id, risk(totals[0], totals[option], paybacks[option]));
        }
        return new Risk(samples, sampling.seed(), byOption);
    }

    private OptionRisk risk(double[] today, double[] total, double[] payback) {
        double[] saving = new double[total.length];
        for (int i = 0; i < total.length; i++) {
            saving[i] = today[i] - total[i];
        }
        Histogram histogram = histogram(payback);
        double within = 0;
        for (double months : payback) {
            within += months <= horizon ? 1 : 0;
        }
        return new OptionRisk(
                quantiles(saving),
                quantiles(total == today ? total.clone() : total),
                quantiles(payback),
                within / payback.length,
                histogram);
    }

    private Histogram histogram(double[] payback) {
        int months = 2 * horizon;
        int[] counts = new int[months];
        int later = 0;
        int never = 0;
        for (double value : payback) {
            if (value == Double.POSITIVE_INFINITY) {
                never++;
            } else if (value > months) {
                later++;
            } else {
                counts[Math.max(0, (int) Math.ceil(value) - 1)]++;
            }
        }
        List<Double> shares = new ArrayList<>();
        for (int count : counts) {
            shares.add(count / (double) payback.length);
        }
        return new Histogram(shares, later / (double) payback.length, never / (double) payback.length);
    }

    private static Quantiles quantiles(double[] values) {
        double[] found = QUANTILE.evaluate(values, 0.1, 0.5, 0.9);
        return new Quantiles(found[0], found[1], found[2]);
    }

    private static UniformRandomProvider random(long seed, Input input) {
        return RandomSource.SPLIT_MIX_64.create(
                seed * 0x9E3779B97F4A7C15L + input.key().hashCode());
    }

    /** A stream of values of one input. */
    private record Sampler(Distribution distribution, UniformRandomProvider random) {
        void fill(double[] column) {
            distribution.fill(column, random);
        }
    }
}
