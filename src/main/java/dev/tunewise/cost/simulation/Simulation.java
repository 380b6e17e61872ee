package dev.tunewise.cost.simulation;

import dev.tunewise.cost.formula.ColumnProgram;
import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.option.OptionFormulas;
import dev.tunewise.cost.option.TodayOptions;
import dev.tunewise.cost.simulation.SimulationResult.Histogram;
import dev.tunewise.cost.simulation.SimulationResult.OptionRisk;
import dev.tunewise.cost.workload.Quality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws every input at once for all options. */
public final class Simulation {
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
        Map<String, double[]> columns = new HashMap<>();
        varying.forEach(input -> columns.put(input.key(), Samples.of(input, sampling)));
        return draw(columns, sampling.samples(), levels);
    }

    /** The one case in which every input has its likely value. */
    public Draws likely(Collection<Quality.Level> levels) {
        return draw(Map.of(), 1, levels);
    }

    private Draws draw(Map<String, double[]> columns, int samples, Collection<Quality.Level> levels) {
        List<Formula> formulas = new ArrayList<>();
        for (OptionFormulas costing : costings) {
            formulas.addAll(List.of(costing.setup(), costing.running(), costing.errors()));
        }
        for (Quality.Level level : levels) {
            formulas.add(level.margin());
            if (level.share() instanceof Formula share) {
                formulas.add(share);
            }
        }
        Iterator<double[]> values = Arrays.asList(
                        ColumnProgram.of(formulas, columns.keySet()).run(samples, columns))
                .iterator();
        Draws draws = new Draws(samples);
        for (OptionFormulas costing : costings) {
            draws.money().put(costing.draft().id, new Draws.Money(values.next(), values.next(), values.next()));
        }
        for (Quality.Level level : levels) {
            double[] margin = values.next();
            draws.quality()
                    .put(level, new Draws.Shares(level.share() == null ? new double[0] : values.next(), margin));
        }
        return draws;
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
                draws.quantiles(drawn.setup()),
                draws.quantiles(drawn.running()),
                draws.quantiles(drawn.errors()),
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
}
