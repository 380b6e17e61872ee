package dev.tunewise.cost.simulation;

import dev.tunewise.cost.formula.ColumnProgram;
import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.Payback;
import dev.tunewise.cost.option.OptionFormulas;
import dev.tunewise.cost.option.TodayOptions;
import dev.tunewise.cost.simulation.SimulationResult.Histogram;
import dev.tunewise.cost.simulation.SimulationResult.OptionRisk;
import dev.tunewise.cost.workload.Quality;
import dev.tunewise.flow.interview.Late;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Draws every input at once for all options; the formulas are put together once. Safe for several threads. */
public final class Simulation {
    private final List<OptionFormulas> costings;
    private final List<Quality.Level> levels;
    private final int horizon;
    private final @Nullable Formula uncounted;
    private final Map<String, CostInput> varied = new LinkedHashMap<>();
    private final ColumnProgram program;
    /** A search changes one input again and again, and most of the draw before holds; megabytes are not kept for the next search. */
    private final Map<SimulationSettings, WeakReference<Drawn>> last = new ConcurrentHashMap<>();

    /** A draw with the inputs it was made from. */
    private record Drawn(Map<String, CostInput> inputs, ColumnProgram.Ran ran, Draws draws) {}

    /**
     * `levels`: the levels of quality that are drawn too. `horizon`: months. `callsPerMonth`: which are drawn too where nobody said how many. `uncounted`: what a
     * wrong answer may cost where no option counts it. `replaceable`: keys of inputs that may be other ones in a draw.
     */
    public Simulation(
            List<OptionFormulas> costings,
            Collection<Quality.Level> levels,
            List<CostInput> inputs,
            int horizon,
            Formula callsPerMonth,
            @Nullable Formula uncounted,
            Set<String> replaceable) {
        this.costings = costings;
        this.levels = List.copyOf(levels);
        this.horizon = horizon;
        this.uncounted = uncounted;
        for (CostInput input : inputs) {
            if (!input.range().isExact() || replaceable.contains(input.key())) {
                varied.put(input.key(), input);
            }
        }
        program = program(callsPerMonth);
    }

    /** Draws the money of all options and the levels of quality, with these inputs in place of those with the same keys. */
    public Draws draw(Map<String, CostInput> others, SimulationSettings sampling) {
        WeakReference<Drawn> held = last.get(sampling);
        Drawn before = held == null ? null : held.get();
        Map<String, CostInput> inputs = new HashMap<>();
        Map<String, double[]> columns = new HashMap<>();
        varied.forEach((key, usual) -> {
            CostInput input = others.getOrDefault(key, usual);
            inputs.put(key, input);
            columns.put(
                    key,
                    before != null && before.inputs().get(key) == input
                            ? before.ran().columns().get(key)
                            : input.range().isExact() ? same(input) : Samples.of(input, sampling));
        });
        ColumnProgram.Ran ran = program.run(sampling.samples(), columns, before == null ? null : before.ran());
        Draws draws = drawn(ran.results(), sampling.samples(), before == null ? null : before.draws());
        last.put(sampling, new WeakReference<>(new Drawn(inputs, ran, draws)));
        return draws;
    }

    /** The one likely case. */
    public Draws likely(Map<String, CostInput> others) {
        Map<String, double[]> columns = new HashMap<>();
        varied.forEach((key, usual) -> columns.put(key, same(others.getOrDefault(key, usual))));
        return drawn(program.run(1, columns), 1, null);
    }

    private static double[] same(CostInput input) {
        return new double[] {input.range().likely().doubleValue()};
    }

    private ColumnProgram program(Formula callsPerMonth) {
        List<Formula> formulas = new ArrayList<>(List.of(callsPerMonth));
        if (uncounted != null) {
            formulas.add(uncounted);
        }
        for (OptionFormulas costing : costings) {
            formulas.addAll(List.of(costing.setup(), costing.running(), costing.errors()));
        }
        for (Quality.Level level : levels) {
            formulas.add(level.margin());
            if (level.share() instanceof Formula share) {
                formulas.add(share);
            }
        }
        return ColumnProgram.of(formulas, varied.keySet());
    }

    private Draws drawn(double[][] results, int samples, @Nullable Draws before) {
        Iterator<double[]> values = Arrays.asList(results).iterator();
        Draws draws = new Draws(samples, values.next(), uncounted == null ? null : values.next());
        for (OptionFormulas costing : costings) {
            String option = costing.draft().id;
            Draws.Money money = new Draws.Money(values.next(), values.next(), values.next());
            Draws.Money known = before == null ? money : before.of(option);
            draws.money().put(option, known.isSame(money) ? known : money);
        }
        for (Quality.Level level : levels) {
            double[] margin = values.next();
            draws.quality().put(level, new Draws.Shares(level.share() == null ? new double[0] : values.next(), margin));
        }
        return draws;
    }

    /** What the draws come to. */
    public SimulationResult risk(Draws draws, SimulationSettings sampling) {
        Cases cases = new Cases(draws, sampling);
        Map<String, Late<OptionRisk>> byOption = new LinkedHashMap<>();
        draws.money().keySet().forEach(option -> byOption.put(option, Late.of(() -> cases.risk(option))));
        return new SimulationResult(sampling.samples(), sampling.seed(), byOption);
    }

    /** Draws as long as there is room for them; those that are asked for later are drawn again, and are the same. */
    private final class Cases {
        private final SimulationSettings sampling;
        private WeakReference<Draws> drawn;

        Cases(Draws draws, SimulationSettings sampling) {
            this.sampling = sampling;
            drawn = new WeakReference<>(draws);
        }

        synchronized OptionRisk risk(String option) {
            Draws known = drawn.get();
            Draws draws = known == null ? draw(Map.of(), sampling) : known;
            drawn = new WeakReference<>(draws);
            return Simulation.this.risk(draws, option);
        }
    }

    private OptionRisk risk(Draws draws, String option) {
        Draws.Money today = draws.of(TodayOptions.TODAY);
        Draws.Money drawn = draws.of(option);
        Quality.Level level = level(option);
        Quality.Level now = level(TodayOptions.TODAY);
        double[] monthly = draws.withUncounted(drawn.monthly(), 1, level, now);
        double[] before = today.monthly();
        int samples = monthly.length;
        double[] saving = new double[samples];
        double[] payback = new double[samples];
        double within = 0;
        for (int i = 0; i < samples; i++) {
            double saved = before[i] - monthly[i];
            double setup = drawn.setup()[i];
            saving[i] = horizon * saved - setup;
            payback[i] = saved > 0 ? (setup > 0 ? setup : 0) / saved : Double.POSITIVE_INFINITY;
            within += payback[i] <= horizon ? 1 : 0;
        }
        Histogram histogram = histogram(payback);
        double saved = draws.medianTotal(TodayOptions.TODAY, horizon) - draws.medianTotal(option, horizon);
        return new OptionRisk(
                draws.quantiles(drawn.setup()),
                draws.quantiles(drawn.running()),
                draws.quantiles(drawn.errors()),
                Percentiles.inPlace(saving).around(saved),
                draws.quantiles(draws.withUncounted(drawn.total(horizon), horizon, level, now))
                        .around(draws.medianTotal(option, horizon)),
                Percentiles.inPlace(payback).around(Payback.months(draws.median(drawn.setup()), saved, horizon)),
                within / samples,
                histogram);
    }

    private Quality.Level level(String option) {
        return costings.stream()
                .map(OptionFormulas::draft)
                .filter(draft -> draft.id.equals(option))
                .findFirst()
                .orElseThrow()
                .level;
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
                int whole = (int) value; // rounding up by a call takes longer than all the rest
                counts[whole > 0 && whole == value ? whole - 1 : whole]++;
            }
        }
        List<Double> shares = new ArrayList<>();
        for (int count : counts) {
            shares.add(count / (double) payback.length);
        }
        return new Histogram(shares, later / (double) payback.length, never / (double) payback.length);
    }
}
