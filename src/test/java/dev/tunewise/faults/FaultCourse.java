package dev.tunewise.faults;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Some rounds one after the other, beginning with an empty database; shares nothing with courses that run beside it. */
final class FaultCourse implements Callable<List<String>> {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private final long seed;
    private final List<Fault> deck;
    private final boolean smallFlow;
    private final Path folder;
    private final Random random;
    private final Acknowledged acknowledged = new Acknowledged();
    private final List<String> told = new ArrayList<>();

    /** What happens to the service; twelve rounds meet each as often as it stands here. */
    enum Fault {
        KILL(6),
        KILL_BOTH(1),
        DATABASE(2),
        PAUSE(1),
        END(2);

        private final int times;

        Fault(int times) {
            this.times = times;
        }

        /** One for each round: each kind once, and then as often as they happen. */
        static List<Fault> deck(int rounds, Random random) {
            List<Fault> deck = new ArrayList<>(List.of(values()));
            Collections.shuffle(deck, random);
            while (deck.size() < rounds) {
                List<Fault> all = new ArrayList<>();
                for (Fault fault : values()) {
                    all.addAll(Collections.nCopies(fault.times, fault));
                }
                Collections.shuffle(all, random);
                deck.addAll(all);
            }
            return deck.subList(0, rounds);
        }
    }

    FaultCourse(long seed, List<Fault> deck, boolean smallFlow, Path folder) {
        this.seed = seed;
        this.deck = deck;
        this.smallFlow = smallFlow;
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** Runs it; gives what was broken. */
    @Override
    public List<String> call() throws Exception {
        Path log = folder.resolve("service.log");
        List<String> broken = new ArrayList<>();
        try (FakeSlack slack = new FakeSlack(InstantSource.system());
                FakeTeams teams = new FakeTeams(InstantSource.system());
                RestartablePostgres postgres = new RestartablePostgres(folder, ServiceProcess.freePort())) {
            String url = postgres.database("tunewise");
            for (int i = 1; i <= 4; i++) {
                slack.member("U" + i, "Person " + i);
            }
            long begin = System.nanoTime();
            try (Replicas replicas = new Replicas(2, settings(slack, teams, url, smallFlow), log)) {
                SlackCrowd inSlack = new SlackCrowd(slack, replicas, acknowledged);
                TeamsCrowd inTeams = new TeamsCrowd(teams, replicas, acknowledged);
                told.add("start " + since(begin));
                rounds(inSlack, inTeams, replicas, postgres);
                begin = System.nanoTime();
                settle(url);
                told.add("settled after " + since(begin));
                begin = System.nanoTime();
                assertTrue(replicas.endAll(), "they end when asked to");
                told.add("ended after " + since(begin));
            }
            try (Database database = Database.open(url, "postgres", "", KeySettings.of(KEY))) {
                FaultCheck check = new FaultCheck(database, acknowledged);
                check.check(slack, teams);
                System.out.println(deck.size() + " fault rounds: " + check.told() + "; seed " + seed + ", " + told);
                broken.addAll(check.broken());
            }
        } catch (AssertionError failed) {
            broken.add(failed.getMessage());
        }
        if (acknowledged.keys().size() <= 10 * deck.size()) {
            broken.add("people wrote too little: " + acknowledged.keys().size());
        }
        Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("\tat ") || line.contains(" calls a day"))
                .limit(20)
                .forEach(line -> broken.add("a stack trace or words of people in the log: " + line));
        return broken.stream()
                .map(line -> line + "; seed " + seed + ", " + told)
                .toList();
    }

    static Map<String, String> settings(FakeSlack slack, FakeTeams teams, String url, boolean smallFlow) {
        Map<String, String> settings = TeamsCrowd.settings(teams);
        settings.put("tunewise.database.url", url);
        settings.put("tunewise.database.user", "postgres");
        settings.put("tunewise.secret-keys", KEY);
        settings.put("tunewise.encoder.enabled", "false");
        settings.put("tunewise.warm-up", "false");
        settings.put("tunewise.shutdown.red", "1s");
        if (smallFlow) {
            // Half of a start would else be spent on the shipped one; what is said in it is no matter here.
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

    private void rounds(SlackCrowd inSlack, TeamsCrowd inTeams, Replicas replicas, RestartablePostgres postgres)
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
                for (Fault fault : deck) {
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
                    happens(fault, replicas, postgres);
                }
            } finally {
                pace.end();
                inSlack.peace();
                inTeams.peace();
            }
        }
    }

    private void happens(Fault fault, Replicas replicas, RestartablePostgres postgres) throws Exception {
        int one = random.nextInt(replicas.count());
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
                told.add(fault + " " + since(begin));
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
        told.add(fault + " " + since(begin));
    }

    private static String since(long begin) {
        return (System.nanoTime() - begin) / 100_000_000 / 10.0 + " s";
    }

    private static void rest(int millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    static void until(BooleanSupplier condition) {
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
                                + database.inbox().stuck(5));
                rest(100);
            }
        }
    }
}
