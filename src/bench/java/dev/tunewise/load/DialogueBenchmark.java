package dev.tunewise.load;

import dev.tunewise.testing.TypedDialogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
 * The typed dialogues of the tests over the API of a service of its own (one compiler, as `deploy/` has it), one request at a time: how long a
 * first reply and a turn take, p50 / p99 / p99.9 of wall time, the processor time of all threads for each, and the turns that take most of it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class DialogueBenchmark {
    private static final int WARM_UP = Integer.getInteger("dialogues.warm-up", 4);
    private static final int ROUNDS = Integer.getInteger("dialogues.rounds", 4);

    /** All dialogues a few times to warm up, then measured. */
    @Benchmark
    public int dialogues() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tunewise-dialogues");
        Map<String, String> database = Map.of("tunewise.database.url", "jdbc:sqlite:" + folder.resolve("tunewise.db"));
        try (LoadedApp app = LoadedApp.web(folder, database, 1)) {
            ApiDoor door = ApiDoor.of(app);
            rounds(app, door, WARM_UP, new Into(new Latencies(), new Latencies(), new SlowTurns()));
            Latencies first = new Latencies();
            Latencies turns = new Latencies();
            double used = app.seconds();
            SlowTurns slow = new SlowTurns();
            rounds(app, door, ROUNDS, new Into(first, turns, slow));
            int requests = first.count() + turns.count();
            System.out.printf(
                    "%n%d first replies: %s ms; %d turns: %s ms; %.1f ms of processor time a request, all threads; %d MiB%n",
                    first.count(),
                    first.figures(),
                    turns.count(),
                    turns.figures(),
                    (app.seconds() - used) * 1_000 / requests,
                    app.resident());
            System.out.print(slow.table());
            return requests;
        }
    }

    /** Without JMH. */
    public static void main(String[] none) throws IOException, InterruptedException {
        new DialogueBenchmark().dialogues();
    }

    private record Into(Latencies first, Latencies turns, SlowTurns slow) {}

    private void rounds(LoadedApp app, ApiDoor door, int rounds, Into measured)
            throws IOException, InterruptedException {
        List<TypedDialogue> dialogues = TypedDialogue.all().toList();
        for (int round = 0; round < rounds; round++) {
            for (TypedDialogue dialogue : dialogues) {
                String opening = dialogue.lines().getFirst().text();
                String id = (String) door.open(opening, measured.first()).get("id");
                for (int turn = 1; turn < dialogue.lines().size(); turn++) {
                    String said = dialogue.lines().get(turn).text();
                    long before = app.nanos();
                    door.send(id, turn, Map.of("text", said), measured.turns());
                    measured.slow().add(dialogue.name() + ", " + turn, said, app.nanos() - before);
                }
            }
        }
    }
}
