package dev.tunewise.cost.simulation;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.ValueBatch;
import dev.tunewise.cost.option.OptionFormulas;
import dev.tunewise.cost.simulation.SimulationResult.Histogram;
import dev.tunewise.cost.simulation.SimulationResult.OptionRisk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Draws every input at once for all options, in blocks that stay in the cache. Each input has its own stream of random numbers, so that
 * another option or input changes nobody else's samples.
 */
public final class Simulation {
    private static final int BLOCK = 256;

    private final List<OptionFormulas> costings;
    private final List<CostInput> varying;
    private final int horizon;

    public Simulation(List<OptionFormulas> costings, List<CostInput> inputs, int horizon) {
        this.costings = costings;
        this.horizon = horizon;
        varying = inputs.stream().filter(input -> !input.range().isExact()).toList();
    }

    public SimulationResult run(SimulationSettings sampling) {
        List<Sampler> samplers = varying.stream()
                .map(input -> new Sampler(Distribution.of(input), random(sampling.seed(), input)))
                .toList();
        List<Samples> drawn =
                costings.stream().map(_ -> new Samples(sampling.samples())).toList();
        ValueBatch columns = new ValueBatch(BLOCK);
        double[] block = new double[BLOCK];
        for (int from = 0; from < sampling.samples(); from += BLOCK) {
            int count = Math.min(BLOCK, sampling.samples() - from);
            for (int i = 0; i < samplers.size(); i++) {
                samplers.get(i).fill(columns.column(varying.get(i)));
            }
            columns.changed();
            for (int option = 0; option < costings.size(); option++) {
                OptionFormulas costing = costings.get(option);
                Samples samples = drawn.get(option);
                costing.setup().fill(columns, block);
                System.arraycopy(block, 0, samples.setup(), from, count);
                costing.running().fill(columns, block);
                System.arraycopy(block, 0, samples.running(), from, count);
                costing.errors().fill(columns, block);
                System.arraycopy(block, 0, samples.errors(), from, count);
            }
        }
        Map<String, OptionRisk> byOption = new LinkedHashMap<>();
        double[] today = drawn.getFirst().monthly();
        for (int option = 0; option < costings.size(); option++) {
            byOption.put(costings.get(option).draft().id, risk(today, drawn.get(option)));
        }
        return new SimulationResult(sampling.samples(), sampling.seed(), byOption);
    }

    private OptionRisk risk(double[] today, Samples drawn) {
        double[] monthly = drawn.monthly();
        int samples = monthly.length;
        double[] total = new double[samples];
        double[] saving = new double[samples];
        double[] payback = new double[samples];
        double within = 0;
        for (int i = 0; i < samples; i++) {
            double saved = today[i] - monthly[i];
            double setup = drawn.setup()[i];
            total[i] = setup + horizon * monthly[i];
            saving[i] = horizon * saved - setup;
            payback[i] = saved > 0 ? Math.max(0, setup) / saved : Double.POSITIVE_INFINITY;
            within += payback[i] <= horizon ? 1 : 0;
        }
        Histogram histogram = histogram(payback);
        return new OptionRisk(
                Percentiles.of(drawn.setup()),
                Percentiles.of(drawn.running()),
                Percentiles.of(drawn.errors()),
                Percentiles.of(saving),
                Percentiles.of(total),
                Percentiles.of(payback),
                within / samples,
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

    private static UniformRandomProvider random(long seed, CostInput input) {
        return RandomSource.SPLIT_MIX_64.create(
                seed * 0x9E3779B97F4A7C15L + input.key().hashCode());
    }

    /** What was drawn for one option: dollars paid once, and a month for the calls and for errors. */
    private record Samples(double[] setup, double[] running, double[] errors) {
        Samples(int samples) {
            this(new double[samples], new double[samples], new double[samples]);
        }

        double[] monthly() {
            double[] monthly = new double[running.length];
            for (int i = 0; i < monthly.length; i++) {
                monthly[i] = running[i] + errors[i];
            }
            return monthly;
        }
    }

    /** A stream of values of one input. */
    private record Sampler(Distribution distribution, UniformRandomProvider random) {
        void fill(double[] column) {
            distribution.fill(column, random);
        }
    }
}
