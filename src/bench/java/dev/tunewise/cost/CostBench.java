package dev.tunewise.cost;

import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.estimate.Estimator;
import dev.tunewise.cost.formula.CostCurve;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.price.PriceFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One estimate of all options: under 1 ms, and under 20 ms with 10,000 samples, on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CostBench {
    private final Estimator estimator = new Estimator(PriceFiles.shipped());
    private final CostCase tickets = CostCase.from(
            Map.of(
                    "problems", List.of("wrong-labels", "too-expensive"),
                    "task", "classification",
                    "quality_now", 88.0,
                    "quality_target", 91.0,
                    "eval_items", 1500.0,
                    "calls_per_day", 50_000.0,
                    "input_tokens", 3200.0,
                    "output_tokens", 20.0,
                    "model", "claude-sonnet-4-6",
                    "error_cost", 0.8),
            LocalDate.of(2026, 11, 20),
            Parameters.shipped());

    /** Every option with its lines, break-even and the influence of every input. */
    @Benchmark
    public Estimate estimate() {
        return estimator.estimate(tickets);
    }

    /** The same with 10,000 samples. */
    @Benchmark
    public Estimate simulate() {
        return estimator.simulate(tickets, SimulationSettings.STANDARD);
    }

    /** Total cost at 71 volumes for the picture. */
    @Benchmark
    public List<CostCurve> curves() {
        return estimator.curves(tickets);
    }
}
