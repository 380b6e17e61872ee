package dev.tunewise.cost.simulation;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.ValueBatch;
import dev.tunewise.cost.option.OptionFormulas;
import dev.tunewise.cost.option.TodayOptions;
import dev.tunewise.cost.simulation.SimulationResult.Histogram;
import dev.tunewise.cost.simulation.SimulationResult.OptionRisk;
import dev.tunewise.cost.workload.Quality;
import java.util.ArrayList;
import java.util.Collection;
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

    /** Draws the money of all options and these levels of quality. */
    public Draws draw(SimulationSettings sampling, Collection<Quality.Level> levels) {
        List<Sampler> samplers =
                varying.stream().map(input -> Sampler.of(input, sampling)).toList();
        return draw(samplers, sampling.samples(), levels);
    }

    /** The one case in which every input has its likely value. */
    public Draws likely(Collection<Quality.Level> levels) {
        return draw(List.of(), 1, levels);
    }

    private Draws draw(List<Sampler> samplers, int samples, Collection<Quality.Level> levels) {
        Draws draws = new Draws(samples);
        costings.forEach(costing -> draws.money().put(costing.draft().id, new Draws.Money(samples)));
        levels.forEach(level -> draws.quality()
                .put(level, new Draws.Shares(new double[level.share() == null ? 0 : samples], new double[samples])));
        ValueBatch columns = new ValueBatch(Math.min(BLOCK, samples));
        double[] block = new double[columns.rows()];
        for (int from = 0; from < samples; from += block.length) {
            int count = Math.min(block.length, samples - from);
            for (int i = 0; i < samplers.size(); i++) {
                samplers.get(i).fill(columns.column(varying.get(i)), from);
            }
            columns.changed();
            for (OptionFormulas costing : costings) {
                Draws.Money money = draws.of(costing.draft().id);
                fill(costing.setup(), columns, block, money.setup(), from, count);
                fill(costing.running(), columns, block, money.running(), from, count);
                fill(costing.errors(), columns, block, money.errors(), from, count);
            }
            for (Map.Entry<Quality.Level, Draws.Shares> level : draws.quality().entrySet()) {
                Draws.Shares shares = level.getValue();
                fill(level.getKey().margin(), columns, block, shares.margin(), from, count);
                if (level.getKey().share() instanceof Formula share) {
                    fill(share, columns, block, shares.right(), from, count);
                }
            }
        }
        return draws;
    }

    private static void fill(Formula formula, ValueBatch columns, double[] block, double[] into, int from, int count) {
        formula.fill(columns, block);
        System.arraycopy(block, 0, into, from, count);
    }

    /** What the draws come to. */
    public SimulationResult risk(Draws draws, SimulationSettings sampling) {
        Map<String, OptionRisk> byOption = new LinkedHashMap<>();
        double[] today = draws.of(TodayOptions.TODAY).monthly();
        draws.money().forEach((option, drawn) -> byOption.put(option, risk(draws, today, drawn)));
        return new SimulationResult(sampling.samples(), sampling.seed(), byOption);
    }

    private OptionRisk risk(Draws draws, double[] today, Draws.Money drawn) {
        double[] monthly = drawn.monthly();
        int samples = monthly.length;
        double[] saving = new double[samples];
        double[] payback = new double[samples];
        double within = 0;
        for (int i = 0; i < samples; i++) {
            double saved = today[i] - monthly[i];
            double setup = drawn.setup()[i];
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
                draws.quantiles(drawn.total(horizon)),
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

    /** A stream of values of one input; where `strata` has places, one value from each equal part of the distribution. */
    private record Sampler(Distribution distribution, UniformRandomProvider random, int[] strata) {
        static Sampler of(CostInput input, SimulationSettings sampling) {
            UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(
                    sampling.seed() * 0x9E3779B97F4A7C15L + input.key().hashCode());
            return new Sampler(
                    Distribution.of(input),
                    random,
                    sampling.stratified() ? shuffled(sampling.samples(), random) : new int[0]);
        }

        void fill(double[] column, int from) {
            if (strata.length == 0) {
                distribution.fill(column, random);
                return;
            }
            for (int i = 0; i < column.length; i++) {
                int stratum = strata[Math.min(from + i, strata.length - 1)];
                column[i] = distribution.quantile((stratum + random.nextDouble()) / strata.length);
            }
        }

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
}
