package dev.tunewise.load;

import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.testing.DrawnAnswers;
import dev.tunewise.testing.ReadFlows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
 * Turns whose verdict is costed again: drawn teams answer what they are asked over the API of a service of its own until they have a verdict that
 * compares options, then type one changed figure after another. Wall time and processor time of all threads, p50 / p99 / p99.9 of these turns.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class CostedTurnBenchmark {
    private static final int WARM_UP = Integer.getInteger("costed.warm-up", 40);
    private static final int TEAMS = Integer.getInteger("costed.teams", 40);
    private static final int CHANGES = 12;
    private static final int MOST_QUESTIONS = 30;
    private static final String OPENING =
            "Our bot sorts support tickets into queues and picks the wrong one too often, and it costs too much. Should we fine-tune?";

    /** Some teams to warm up, then others measured. */
    @Benchmark
    public int changes() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tunewise-costed");
        Map<String, String> database = Map.of("tunewise.database.url", "jdbc:sqlite:" + folder.resolve("tunewise.db"));
        try (LoadedApp app = LoadedApp.web(folder, database, 1)) {
            teams(app, WARM_UP, 1, new Figures());
            Figures figures = new Figures();
            teams(app, TEAMS, 2, figures);
            System.out.printf(
                    "%n%d costed turns: %s ms of wall time, %s ms of processor time; %d others: %s and %s ms; %d MiB%n",
                    figures.costed.count(),
                    figures.costed.figures(),
                    figures.costedUsed.figures(),
                    figures.others.count(),
                    figures.others.figures(),
                    figures.othersUsed.figures(),
                    app.resident());
            System.out.print(figures.slow.table());
            return figures.costed.count();
        }
    }

    /** Without JMH. */
    public static void main(String[] none) throws IOException, InterruptedException {
        new CostedTurnBenchmark().changes();
    }

    private static final class Figures {
        private final Latencies costed = new Latencies();
        private final Latencies costedUsed = new Latencies();
        private final Latencies others = new Latencies();
        private final Latencies othersUsed = new Latencies();
        private final SlowTurns slow = new SlowTurns();
    }

    /** Plays teams until so many of them had a verdict that compares options. */
    private static void teams(LoadedApp app, int teams, long seed, Figures figures)
            throws IOException, InterruptedException {
        ApiDoor door = ApiDoor.of(app);
        Random random = new Random(seed);
        int played = 0;
        for (Answers team : DrawnAnswers.of(ReadFlows.fineTuning(), teams * 20, seed)) {
            if (played == teams) {
                return;
            }
            Map<?, ?> seen = door.open(OPENING, new Latencies());
            int turn = 1;
            while (!"concluded".equals(seen.get("state")) && turn < MOST_QUESTIONS) {
                seen = measured(app, door, seen, turn++, answer(team, seen), figures.others, figures.othersUsed);
            }
            if (!compares(seen)) {
                continue;
            }
            played++;
            for (int change = 0; change < CHANGES; change++) {
                String said = said(change, random);
                long before = app.nanos();
                seen = measured(app, door, seen, turn++, Map.of("text", said), figures.costed, figures.costedUsed);
                figures.slow.add(played + ", " + change, said, app.nanos() - before);
            }
        }
    }

    private static Map<?, ?> measured(
            LoadedApp app, ApiDoor door, Map<?, ?> seen, int turn, Map<String, ?> event, Latencies wall, Latencies used)
            throws IOException, InterruptedException {
        long before = app.nanos();
        Map<?, ?> answer = door.send(seen.get("id"), turn, event, wall);
        used.add(app.nanos() - before);
        return answer;
    }

    private static boolean compares(Map<?, ?> seen) {
        return seen.get("verdict") instanceof Map<?, ?> verdict && verdict.get("option") != null;
    }

    /** The answer of a team to what it is asked; where nothing is asked, it wants the verdict. */
    private static Map<String, ?> answer(Answers team, Map<?, ?> seen) {
        if (!(seen.get("question") instanceof Map<?, ?> question)
                || !(question.get("inputs") instanceof List<?> inputs)
                || inputs.isEmpty()) {
            return Map.of("text", "answer now");
        }
        String fact = String.valueOf(((Map<?, ?>) inputs.getFirst()).get("fact"));
        Map<String, @Nullable Object> event = new HashMap<>(Map.of("fact", fact));
        event.put(
                "value",
                team.get(fact)
                        .map(SourcedAnswer::value)
                        .map(CostedTurnBenchmark::json)
                        .orElse(null));
        return event;
    }

    private static Object json(Value value) {
        return switch (value) {
            case Value.Choice(String id) -> id;
            case Value.Choices(List<String> ids) -> ids;
            case Value.YesNo(boolean yes) -> yes;
            case Value.Quantity quantity -> quantity.value();
        };
    }

    private static String said(int change, Random random) {
        return switch (change % 6) {
            case 0 -> "a wrong answer costs us $" + (1 + random.nextInt(400)) / 100.0;
            case 1 -> "we have " + (1 + random.nextInt(90)) * 1000 + " calls a day";
            case 2 -> "it is right in " + (75 + random.nextInt(15)) + " % of cases now";
            case 3 -> "we need " + (91 + random.nextInt(6)) + " % right";
            case 4 -> "the prompt has " + (5 + random.nextInt(40)) * 100 + " input tokens";
            default -> "the answer has " + (1 + random.nextInt(50)) * 10 + " output tokens";
        };
    }
}
