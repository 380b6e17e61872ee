package dev.tunewise.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.storage.Database;
import dev.tunewise.storage.secret.KeySettings;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.testing.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two real processes on one PostgreSQL while people write in Slack and Teams: processes are killed, ended and paused, the database stops, and
 * both platforms delay, repeat, refuse and lose. Afterwards an independent check reads the database and what the platforms received. It takes
 * some seconds a round, because real processes start; `-Dfaults=200` makes it long, in courses of twenty rounds that each begin with an empty
 * database and serve the shipped flow, and `-Dfaults.seed=N` gives other courses. Its limits of time are wide, so that a machine with other work does not fail it.
 */
@Timeout(36_000)
class FaultRoundsTest {
    private static final int ROUNDS = Integer.getInteger("faults", 4);
    private static final int COURSE = 20;
    private static final long SEED = Long.getLong("faults.seed", 20_261_127);
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @TempDir
    Path folder;

    private Random random = new Random(SEED);
    private final Acknowledged acknowledged = new Acknowledged();
    private final List<String> faults = new ArrayList<>();
    private final Deque<Fault> deck = new ArrayDeque<>();

    /** What happens to the service; twelve rounds meet each as often as it stands here. */
    private enum Fault {
        KILL(6),
        KILL_BOTH(1),
        DATABASE(2),
        PAUSE(1),
        END(2);

        private final int times;

        Fault(int times) {
            this.times = times;
        }
    }

    /** Starts are most of what this test costs, so the first one is kept for all. */
    private void rehearse(RestartablePostgres postgres) throws Exception {
        try (FakeSlack slack = new FakeSlack(InstantSource.system());
                FakeTeams teams = new FakeTeams(InstantSource.system())) {
            slack.member("U1", "Person 1");
            ServiceProcess.rehearse(settings(slack, teams, postgres.database("rehearsal")), service -> {
                Replicas alone = new Replicas(service);
                new SlackCrowd(slack, alone, new Acknowledged()).open("U1", new Random(1));
                new TeamsCrowd(teams, alone, new Acknowledged()).open("29:p1", new Random(1));
                until(() -> !slack.workspace().messages().isEmpty());
            });
        }
    }

    static Stream<Arguments> courses() {
        return IntStream.range(0, (ROUNDS + COURSE - 1) / COURSE)
                .mapToObj(i -> Arguments.of(SEED + i, Math.min(COURSE, ROUNDS - i * COURSE)));
    }

    @ParameterizedTest
    @MethodSource("courses")
    void nothingIsLostDoubledOrTurnedAround(long seed, int count) throws Exception {
        random = new Random(seed);
        deck.clear();
        Path log = Path.of(
                System.getProperty("faults.log", folder.resolve("service.log").toString()));
        try (FakeSlack slack = new FakeSlack(InstantSource.system());
                FakeTeams teams = new FakeTeams(InstantSource.system());
                RestartablePostgres postgres = new RestartablePostgres(folder, ServiceProcess.freePort())) {
            rehearse(postgres);
            String url = postgres.database("tunewise");
            for (int i = 1; i <= 4; i++) {
                slack.member("U" + i, "Person " + i);
            }
            long begin = System.nanoTime();
            try (Replicas replicas = new Replicas(2, settings(slack, teams, url), log)) {
                SlackCrowd inSlack = new SlackCrowd(slack, replicas, acknowledged);
                TeamsCrowd inTeams = new TeamsCrowd(teams, replicas, acknowledged);
                faults.add("start " + since(begin));
                rounds(count, inSlack, inTeams, replicas, postgres);
                begin = System.nanoTime();
                settle(url);
                faults.add("settled after " + since(begin));
                begin = System.nanoTime();
                assertTrue(replicas.endAll(), () -> "they end when asked to; " + where(seed));
                faults.add("ended after " + since(begin));
            }
            try (Database database = Database.open(url, "postgres", "", KeySettings.of(KEY))) {
                FaultCheck check = new FaultCheck(database, acknowledged);
                check.check(slack, teams);
                System.out.println(count + " fault rounds: " + check.told() + "; " + where(seed));
                assertEquals(List.of(), check.broken(), () -> where(seed));
            }
        }
        assertTrue(acknowledged.keys().size() > 10 * count, "people wrote something");
        List<String> lines = Files.readAllLines(log);
        assertEquals(
                "",
                lines.stream()
                        .filter(line -> line.startsWith("\tat ") || line.contains(" calls a day"))
                        .limit(20)
                        .collect(Collectors.joining("\n")),
                "no stack trace and no words of people in the log");
    }

    private String where(long seed) {
        return "seed " + seed + ", " + faults;
    }

    private static Map<String, String> settings(FakeSlack slack, FakeTeams teams, String url) {
        Map<String, String> settings = TeamsCrowd.settings(teams);
        settings.put("tunewise.database.url", url);
        settings.put("tunewise.database.user", "postgres");
        settings.put("tunewise.secret-keys", KEY);
        settings.put("tunewise.encoder.enabled", "false");
        settings.put("tunewise.warm-up", "false");
        settings.put("tunewise.shutdown.red", "1s");
        if (ROUNDS <= COURSE) {
            // A small flow, which half of a start would else be spent on; what is said in it is no matter here.
            settings.put("tunewise.flows.folder", "conversation-flows/tuned-model-review");
            settings.put("tunewise.slack.flow", "tuned-model-review");
            settings.put("tunewise.teams.flow", "tuned-model-review");
        }
        settings.put("tunewise.slack.mode", "http");
        settings.put("tunewise.slack.bot-token", "xoxb-one");
        settings.put("tunewise.slack.signing-secret", SlackCrowd.SECRET);
        settings.put("tunewise.slack.api-url", slack.api().address() + "/api/");
        for (String quota : List.of("person", "channel", "workspace")) {
            settings.put("tunewise.quota." + quota + "-turns", "0");
            settings.put("tunewise.quota." + quota + "-openings", "0");
        }
        return settings;
    }

    private void rounds(
            int count, SlackCrowd inSlack, TeamsCrowd inTeams, Replicas replicas, RestartablePostgres postgres)
            throws Exception {
        Pace pace = new Pace();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                inSlack.open("U1", random);
                inSlack.open("U2", random);
                until(() -> inSlack.roots().size() == 2);
                for (int i = 1; i <= 4; i++) {
                    String person = "U" + i;
                    String root = inSlack.roots().get(i % 2).ts();
                    Random own = new Random(random.nextLong());
                    people.execute(() -> inSlack.write(person, root, own, pace));
                }
                for (int i = 1; i <= 2; i++) {
                    String person = "29:p" + i;
                    String thread = inTeams.open(person, random);
                    Random own = new Random(random.nextLong());
                    people.execute(() -> inTeams.write(person, thread, own, pace));
                }
                inSlack.trouble(new Random(random.nextLong()));
                for (int round = 0; round < count; round++) {
                    pace.round(20);
                    inSlack.open("U" + (1 + random.nextInt(4)), random);
                    inTeams.open("29:p" + (1 + random.nextInt(9)), random);
                    for (int i = 0; i < 6; i++) {
                        rest(random.nextInt(150));
                        if (i % 3 == 0) {
                            // Seldom enough that one post is not refused six times over, after which it rests for a
                            // minute.
                            inTeams.trouble(random);
                        }
                        inSlack.lose();
                    }
                    fault(replicas, postgres);
                }
            } finally {
                pace.end();
                inSlack.peace();
                inTeams.peace();
            }
        }
    }

    private void fault(Replicas replicas, RestartablePostgres postgres) throws Exception {
        int one = random.nextInt(replicas.count());
        Fault fault = next();
        long begin = System.nanoTime();
        if (fault != Fault.KILL) {
            replicas.ready();
        }
        switch (fault) {
            case KILL -> {
                // The next may begin while it still starts, so that processes are killed at their start as well.
                replicas.ready(1 - one);
                replicas.kill(one);
                rest(random.nextInt(500));
                replicas.start(one);
                faults.add(fault + " " + since(begin));
                return;
            }
            case KILL_BOTH -> {
                replicas.kill(0);
                replicas.kill(1);
                replicas.start(0);
                replicas.start(1);
            }
            case DATABASE -> {
                postgres.stop();
                rest(random.nextInt(4_000));
                postgres.start();
            }
            case PAUSE -> replicas.pause(one, Duration.ofMillis(random.nextInt(2) * 10_000L + random.nextInt(3_000)));
            case END -> {
                assertTrue(replicas.end(one), "it ends when asked to");
                replicas.start(one);
            }
        }
        replicas.ready();
        faults.add(fault + " " + since(begin));
    }

    private Fault next() {
        if (deck.isEmpty()) {
            List<Fault> all = new ArrayList<>();
            for (Fault fault : Fault.values()) {
                all.addAll(Collections.nCopies(fault.times, fault));
            }
            Collections.shuffle(all, random);
            deck.addAll(all);
        }
        return deck.remove();
    }

    private static String since(long begin) {
        return (System.nanoTime() - begin) / 100_000_000 / 10.0 + " s";
    }

    private static void rest(int millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it does not come about within three minutes");
            rest(20);
        }
    }

    private void settle(String url) {
        long end = System.nanoTime() + Duration.ofMinutes(30).toNanos();
        try (Database database = Database.open(url, "postgres", "", KeySettings.of(KEY))) {
            while (database.outbox().waiting()
                            + database.inbox().waiting("slack")
                            + database.inbox().waiting("teams")
                    > 0) {
                assertTrue(
                        System.nanoTime() < end,
                        () -> "it does not drain: " + database.outbox().backlog()
                                + database.inbox().backlog() + database.outbox().stuck(5)
                                + database.inbox().stuck(5) + " " + faults);
                rest(100);
            }
        }
    }
}
