package dev.tunewise.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.session.lease.StuckWork;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.storage.Database;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.testing.Json;
import dev.tunewise.testing.Service;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever comes through a door, signed or not: no answer of 500 or more, no stack trace in an answer or a log, no log line of a stranger's
 * making, nothing that is tried for ever, no memory that grows. `-Dfuzz=1000000` makes it long, `-Dfuzz.seed=N` gives other inputs. A request
 * costs some milliseconds, so a tenth of that many goes through the doors and four tenths to what reads behind them; `PriceFaultsTest` takes the rest.
 */
@Timeout(36_000)
class DoorFuzzTest {
    private static final int ALL = Integer.getInteger("fuzz", 8_000);
    private static final int INPUTS = ALL / 10;
    private static final int READ = ALL / 10 * 4;
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_127);
    private static final int DOORS = 20;
    /** So many go out before answers are looked at: eight on each connection, as many as the service takes at once. */
    private static final int BATCH = 8 * DOORS;
    /** So many inputs a consultation is asked about; with all of them its thread would grow longer than any. */
    private static final int SAME_CONSULTATION = 640;

    @TempDir
    Path folder;

    private final Traffic traffic = new Traffic();
    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new HashMap<>();

    @Test
    void noDoorGivesWay() throws Exception {
        try (FakeSlack slack = new FakeSlack(InstantSource.system());
                FakeTeams teams = new FakeTeams(InstantSource.system());
                Service service = Service.start(folder, settings(slack, teams));
                LogWitness log = new LogWitness(folder);
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            traffic.record(service, slack, teams);
            Inputs inputs = new Inputs(SEED, traffic, teams);
            List<HttpDoor> doors = new ArrayList<>();
            for (int i = 0; i < DOORS; i++) {
                doors.add(new HttpDoor(service.at("/").getPort()));
            }
            about(service, inputs);
            readers(new Readers(SEED, traffic, service, inputs.record()));
            Database database = service.part(Database.class);
            long before = 0;
            for (int done = 0; done < INPUTS && faults.size() < 10; done += BATCH) {
                if (done % SAME_CONSULTATION == 0) {
                    about(service, inputs);
                }
                if (before == 0 && done >= INPUTS / 3) {
                    before = memory();
                }
                batch(inputs, doors, senders);
                if (waiting(database) > 500) {
                    settle(database);
                }
                if (done / 10_000 < (done + BATCH) / 10_000) {
                    // A long run that is stopped has told how far it came.
                    System.out.println((done + BATCH) + " inputs of seed " + SEED + ": " + statuses + ", "
                            + faults.size() + " faults, " + log.lines() + " warnings, " + log.faults());
                }
            }
            doors.forEach(HttpDoor::close);
            long grown = memory() - before;
            settle(database);
            System.out.println("Fuzzed " + INPUTS + " inputs: " + statuses + ", " + log.lines() + " warnings, memory "
                    + grown / 1_000_000 + " MB more after the last two thirds");
            faults.addAll(log.faults());
            // A damaged event may name a thread that nobody began.
            slack.api().faults().stream()
                    .filter(fault -> !fault.endsWith("is not the root of a thread"))
                    .forEach(faults::add);
            assertEquals("", String.join("\n---\n", faults), () -> "seed " + SEED);
            assertTrue(grown < 60_000_000, () -> "memory grew by " + grown);
        }
    }

    private void readers(Readers readers) {
        for (int done = 0; done < READ && faults.size() < 10; done++) {
            readers.next().ifPresent(faults::add);
        }
        System.out.println("Read " + READ + " inputs behind the doors, understood: " + readers.understood());
        assertEquals(4, readers.understood().size(), () -> "all readers are reached: " + readers.understood());
    }

    private static void about(Service service, Inputs inputs) throws Exception {
        String bearer = "Bearer " + Inputs.TOKEN;
        String id = Json.of(service.postJson(
                        "/api/conversations",
                        "{\"flow\": \"fine-tuning\", \"text\": \"Our classifier drifts\"}",
                        "Authorization",
                        bearer))
                .path("id")
                .asText();
        String record = service.get("/api/conversations/" + id + "/export.json", "Authorization", bearer)
                .body();
        inputs.about(id, record);
    }

    /** Inputs over all connections at once, many on each; those that are hardly HTTP on one of their own. */
    private void batch(Inputs inputs, List<HttpDoor> doors, ExecutorService senders) throws Exception {
        List<List<byte[]>> shares = new ArrayList<>();
        doors.forEach(_ -> shares.add(new ArrayList<>()));
        List<List<byte[]>> alone = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            Inputs.Input input = inputs.next();
            if (input.alone()) {
                alone.add(List.of(input.bytes()));
            } else {
                shares.get(i % doors.size()).add(input.bytes());
            }
        }
        List<Future<List<HttpDoor.Answer>>> answers = new ArrayList<>();
        for (int i = 0; i < doors.size(); i++) {
            HttpDoor door = doors.get(i);
            List<byte[]> share = shares.get(i);
            answers.add(senders.submit(() -> door.send(share)));
        }
        for (List<byte[]> raw : alone) {
            answers.add(senders.submit(() -> {
                try (HttpDoor door = doors.getFirst().another()) {
                    return door.send(raw);
                }
            }));
        }
        shares.addAll(alone);
        for (int i = 0; i < answers.size(); i++) {
            List<HttpDoor.Answer> told = answers.get(i).get();
            for (int j = 0; j < told.size(); j++) {
                note(shares.get(i).get(j), told.get(j));
            }
        }
    }

    private static Map<String, Object> settings(FakeSlack slack, FakeTeams teams) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("tunewise.teams.mode", "on");
        settings.put("tunewise.teams.app-id", FakeTeams.APP);
        settings.put("tunewise.teams.app-secret", "the secret");
        settings.put("tunewise.teams.tenant-id", FakeTeams.TENANT);
        settings.put("tunewise.teams.public-url", "https://bot.example.com");
        settings.put("tunewise.teams.login-url", teams.at("/login"));
        settings.put("tunewise.teams.metadata-url", teams.at("/metadata"));
        settings.put("tunewise.slack.mode", "http");
        settings.put("tunewise.slack.bot-token", "xoxb-one");
        settings.put("tunewise.slack.signing-secret", Traffic.SECRET);
        settings.put("tunewise.slack.api-url", slack.api().address() + "/api/");
        settings.put("tunewise.api.token", Inputs.TOKEN);
        settings.put("tunewise.quota.requests", 0);
        settings.put("tunewise.refused-attempt-delay", "1ms");
        settings.put("tunewise.encoder.enabled", false);
        return settings;
    }

    private static long memory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static long waiting(Database database) {
        return database.inbox().waiting("slack") + database.inbox().waiting("teams");
    }

    /** What was taken is worked off, however odd it is. */
    private static void settle(Database database) {
        for (int i = 0; i < 2_400 && waiting(database) > 0; i++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        List<StuckWork> stuck = database.inbox().stuck(1_000).stream()
                .filter(request -> !request.aside() || !request.reason().equals("Unreadable"))
                .toList();
        assertEquals(List.of(), stuck, "requests that fail, though they can be read");
    }

    private void note(byte[] request, HttpDoor.Answer answer) {
        statuses.merge(answer.status(), 1, Integer::sum);
        String said = answer.body();
        if (answer.status() >= 500 || said.contains("\tat ") || said.contains("Exception") || said.contains("java.")) {
            String what = new String(request, StandardCharsets.UTF_8);
            faults.add(answer.status() + " for " + what.substring(0, Math.min(1_500, what.length())) + " -> "
                    + said.substring(0, Math.min(300, said.length())));
        }
    }
}
