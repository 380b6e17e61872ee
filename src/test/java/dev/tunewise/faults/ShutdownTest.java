package dev.tunewise.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.slack.fake.FakeSlack;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process is asked to end under load; it takes some seconds, since a balancer needs them to look elsewhere. */
@Timeout(300)
final class ShutdownTest {
    private static final String ADVICE = "{\"facts\": {\"task\": \"classification\", \"stage\": \"production\"}}";
    private static final String ADVICE_PATH = "/api/flows/fine-tuning/advice";
    private static final String OPENING = "{\"flow\": \"fine-tuning\", \"text\": \"Our classifier drifts\"}";
    private static final int CALLERS = 6;

    @TempDir
    private Path folder;

    private final Queue<String> cut = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> readiness = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final CountDownLatch warm = new CountDownLatch(CALLERS * 5);
    private volatile boolean red;

    @Test
    void nobodyWhoWasAcceptedIsCutOffAndNothingStaysLeased() throws Exception {
        Path log = folder.resolve("service.log");
        try (FakeSlack slack = new FakeSlack(InstantSource.system());
                Replicas replicas = new Replicas(1, settings(slack), log);
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            slack.member("U1", "Person 1");
            URI address = replicas.any(new Random(1), "/");
            SlackCrowd crowd = new SlackCrowd(slack, replicas, new Acknowledged());
            people.execute(() -> {
                Random random = new Random(2);
                while (!red) {
                    crowd.open("U1", random);
                }
            });
            for (int i = 0; i < CALLERS; i++) {
                boolean opens = i == 0;
                people.execute(
                        () -> call(address, opens ? "/api/conversations" : ADVICE_PATH, opens ? OPENING : ADVICE));
            }
            people.execute(() -> balance(address));
            people.execute(() -> insist(address));
            boolean warmed = warm.await(100, TimeUnit.SECONDS);
            try (KeptConnection idle = new KeptConnection(address);
                    KeptConnection slow = new KeptConnection(address)) {
                assertTrue(warmed, () -> "too slow, or refused: " + cut.peek());
                assertEquals(200, idle.get("/api/flows").status());
                slow.begin(ADVICE_PATH, ADVICE);
                rest(() -> readiness.size() < 5);
                Future<Boolean> ended = people.submit(() -> replicas.end(0));
                rest(() -> !red);
                KeptConnection.Answer last = slow.end(ADVICE);
                assertEquals("200 last", last.status() + (last.last() ? " last" : ""), "begun before, finished after");
                assertTrue(ended.get(), "it ends in time");
                assertEquals("", idle.answer().head(), "who said nothing is closed without a word");
            } finally {
                red = true;
                replicas.kill(0);
            }
        }
        System.out.println("Shutdown: " + answered + " answered, " + late
                + " of them to callers who know no balancer, after it was red");
        assertTrue(late.get() > 0, "it answers while it is red");
        assertEquals(List.of(), List.copyOf(cut));
        assertEquals(List.of(200, 503), readiness.stream().distinct().limit(2).toList());
        assertEquals(0, leased());
        assertEquals(
                "",
                Files.readAllLines(log).stream()
                        .filter(line -> line.startsWith("\tat ") || line.contains("ERROR"))
                        .limit(9)
                        .collect(Collectors.joining("\n")));
    }

    private Map<String, String> settings(FakeSlack slack) {
        Map<String, String> settings = new HashMap<>(Map.ofEntries(
                Map.entry("tunewise.database.url", "jdbc:sqlite:" + folder.resolve("tunewise.db")),
                Map.entry("tunewise.encoder.enabled", "false"),
                Map.entry("tunewise.warm-up", "false"),
                Map.entry("tunewise.shutdown.red", "2s"),
                Map.entry("tunewise.api.token", KeptConnection.TOKEN),
                Map.entry("tunewise.quota.requests", "0"),
                Map.entry("tunewise.slack.mode", "http"),
                Map.entry("tunewise.slack.bot-token", "xoxb-one"),
                Map.entry("tunewise.slack.signing-secret", SlackCrowd.SECRET),
                Map.entry("tunewise.slack.api-url", slack.api().address() + "/api/")));
        for (String quota : List.of("person", "channel", "workspace")) {
            settings.put("tunewise.quota." + quota + "-openings", "0");
        }
        return settings;
    }

    /** Keeps a connection as long as the service does, and opens another one only while a balancer would. */
    private void call(URI address, String path, String body) {
        while (!red) {
            try (KeptConnection connection = new KeptConnection(address)) {
                boolean open = true;
                while (open) {
                    KeptConnection.Answer answer = connection.post(path, body);
                    if (answer.status() / 100 != 2) {
                        cut.add(answer.head().isEmpty() ? "no answer" : answer.head());
                    }
                    open = !answer.last();
                    answered.incrementAndGet();
                    warm.countDown();
                }
            } catch (IOException broken) {
                cut.add(broken.toString());
            }
        }
    }

    /** Opens one connection after the other until none is taken any more, as whoever knows of no balancer does. */
    private void insist(URI address) {
        while (true) {
            try (KeptConnection connection = new KeptConnection(address)) {
                boolean wasRed = red;
                KeptConnection.Answer answer = connection.post(ADVICE_PATH, ADVICE);
                if (answer.status() != 200) {
                    cut.add("new connection: " + answer.head());
                }
                answered.incrementAndGet();
                late.addAndGet(wasRed ? 1 : 0);
            } catch (ConnectException over) {
                return;
            } catch (IOException broken) {
                cut.add("new connection: " + broken);
            }
        }
    }

    private void balance(URI address) {
        while (true) {
            try (KeptConnection connection = new KeptConnection(address)) {
                readiness.add(connection.get("/health/readiness").status());
                red |= readiness.contains(503);
            } catch (IOException over) {
                red = true;
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static void rest(BooleanSupplier asLongAs) {
        while (asLongAs.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private int leased() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("tunewise.db"));
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                "select (select count(*) from requests where owner <> '')"
                                        + " + (select count(*) from posts where owner <> '') + (select count(*) from workers)")) {
            return rows.getInt(1);
        }
    }
}
