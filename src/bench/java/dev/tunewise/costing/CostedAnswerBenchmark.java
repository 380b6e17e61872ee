package dev.tunewise.costing;

import dev.tunewise.advice.Consultant;
import dev.tunewise.conversation.answer.AdviceBlocks;
import dev.tunewise.conversation.answer.GivenCase;
import dev.tunewise.conversation.answer.RenderedAdvice;
import dev.tunewise.cost.estimate.Estimator;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureInputs;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.testing.DrawnAnswers;
import dev.tunewise.testing.ReadFlows;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One full estimate with its simulation, and the costed turn: advice, estimate and words with what the card and the answer look for. Drawn teams whose
 * verdict compares options change one figure after another. p50, p90 and p99 of processor time of all threads.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class CostedAnswerBenchmark {
    private static final int WARM_UP = Integer.getInteger("costed.warm-up", 25);
    private static final int TEAMS = Integer.getInteger("costed.teams", 60);
    private static final int CHANGES = 6;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private final Flow flow = ReadFlows.fineTuning();
    private final PriceCatalogue prices = PriceFiles.shipped();
    private final Estimator estimator = new Estimator(prices);
    private final Consultant consultant = new Consultant(flow, new CatalogueCosting(prices, () -> DAY));
    private final AdviceBlocks blocks = new AdviceBlocks(consultant);
    private final Interview rough = new Interview(
            flow,
            new CatalogueCosting(prices, () -> DAY).figures(Map.of()).rough(1).asking(FigureInputs.tested(flow)));

    /** As `deploy/` has it. */
    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx192m",
                "-Xmn40m"
            })
    public int oneCompiler() {
        return measure();
    }

    /** The same with both compilers. */
    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx192m", "-Xmn40m"})
    public int bothCompilers() {
        return measure();
    }

    /** Without JMH. */
    public static void main(String[] none) {
        new CostedAnswerBenchmark().measure();
    }

    private int measure() {
        List<Answers> warm = cases(WARM_UP, 1);
        List<Answers> measured = cases(TEAMS, 2);
        estimates(warm);
        turns(warm);
        long[] estimates = estimates(measured);
        long[] turns = turns(measured);
        System.out.printf(
                "%n%d cases, p50 / p90 / p99 / most: estimate %s ms, costed turn %s ms of processor time%n",
                measured.size(), percentiles(estimates), percentiles(turns));
        return measured.size();
    }

    /** Teams with a verdict that compares options, each with its figures changed one after the other. */
    private List<Answers> cases(int teams, long seed) {
        Random random = new Random(seed);
        List<Answers> cases = new ArrayList<>();
        for (Answers team : DrawnAnswers.of(flow, teams * 20, seed)) {
            if (cases.size() < teams * CHANGES && compares(team)) {
                Answers changed = team;
                for (int change = 0; change < CHANGES; change++) {
                    changed = changed(changed, change, random);
                    cases.add(changed);
                }
            }
        }
        return cases.stream().filter(this::compares).toList();
    }

    private boolean compares(Answers answers) {
        return rough.standing(answers) instanceof InterviewStatus.Decided decided
                && decided.rule().compares();
    }

    private Answers changed(Answers answers, int change, Random random) {
        return switch (change % 6) {
            case 0 -> with(answers, "error_cost", (1 + random.nextInt(400)) / 100.0);
            case 1 -> with(answers, "calls_per_day", (1 + random.nextInt(90)) * 1000.0);
            case 2 -> with(answers, "quality_now", 75.0 + random.nextInt(15));
            case 3 -> with(answers, "quality_target", 91.0 + random.nextInt(6));
            case 4 -> with(answers, "input_tokens", (5 + random.nextInt(40)) * 100.0);
            default -> with(answers, "output_tokens", (1 + random.nextInt(50)) * 10.0);
        };
    }

    private static Answers with(Answers answers, String fact, double value) {
        return answers.with(fact, new SourcedAnswer(Value.Quantity.of(BigDecimal.valueOf(value)), false, null));
    }

    private long[] estimates(List<Answers> cases) {
        return cases.stream()
                .map(answers -> CostCase.from(CaseFacts.of(answers), DAY, Parameters.shipped())
                        .excluding(flow.excluded(answers.raw())))
                .mapToLong(facts -> used(() -> estimator.simulate(facts, SimulationSettings.STANDARD)))
                .toArray();
    }

    private long[] turns(List<Answers> cases) {
        return cases.stream().mapToLong(answers -> used(() -> turn(answers))).toArray();
    }

    /** A likely comparison may be none with all samples; such a case decides otherwise and costs no less. */
    private void turn(Answers answers) {
        if (!(consultant.interview(Map.of()).standing(answers) instanceof InterviewStatus.Decided)) {
            return;
        }
        RenderedAdvice shown = blocks.advise(new GivenCase(answers, Map.of()));
        shown.card().assumed().forEach(each -> shown.outlook().matters(each.fact()));
    }

    private static long used(Runnable work) {
        long before = nanos();
        work.run();
        return nanos() - before;
    }

    /** Processor time of all threads, of those that compile and collect too. */
    private static long nanos() {
        long sum = 0;
        for (File thread : Objects.requireNonNull(new File("/proc/self/task").listFiles())) {
            try {
                sum += Long.parseLong(
                        Files.readString(thread.toPath().resolve("schedstat")).split(" ")[0]);
            } catch (IOException ended) {
                // A thread that has just ended; what it used is missing.
            }
        }
        return sum;
    }

    private static String percentiles(long[] nanos) {
        long[] sorted = Arrays.stream(nanos).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%.1f / %.1f / %.1f / %.1f",
                at(sorted, 0.5),
                at(sorted, 0.9),
                at(sorted, 0.99),
                at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }
}
