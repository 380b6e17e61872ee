package dev.tunewise.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.storage.Database;
import dev.tunewise.storage.secret.KeySettings;
import dev.tunewise.teams.fake.FakeTeams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process on SQLite that may write no more for a while, as on a full disk: it says that it is not ready, acknowledges nothing that it
 * cannot keep, and goes on by itself when there is room again. The operating system refuses it to let its files grow. The same where the file is
 * moved away and put back.
 */
@Timeout(900)
class DiskFullTest {
    @TempDir
    Path folder;

    @Test
    void saysSoLosesNothingAndHealsByItself() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/prlimit")),
                "prlimit of util-linux limits what a process may write");
        Path log = folder.resolve("service.log");
        String url = "jdbc:sqlite:" + folder.resolve("tunewise.db");
        Acknowledged acknowledged = new Acknowledged();
        Random random = new Random(1);
        Pace pace = new Pace();
        try (FakeSlack slack = new FakeSlack(InstantSource.system());
                FakeTeams teams = new FakeTeams(InstantSource.system());
                Replicas replicas = new Replicas(1, settings(slack, url), log);
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            slack.member("U1", "Ana");
            SlackCrowd crowd = new SlackCrowd(slack, replicas, acknowledged);
            crowd.open("U1", random);
            until(() -> crowd.roots().size() == 1);
            String root = crowd.roots().getFirst().ts();
            people.execute(() -> crowd.write("U1", root, random, pace));
            pace.round(5);
            until(() -> acknowledged.keys().size() >= 4);
            limit(replicas.pid(0), "30000");
            pace.round(10);
            until(() -> replicas.status(0, "/health/readiness") == 503);
            limit(replicas.pid(0), "unlimited");
            until(() -> replicas.status(0, "/health/readiness") == 200);
            heard(acknowledged, pace);
            // Somebody moves the file away, and puts it back.
            Path file = folder.resolve("tunewise.db");
            Path away = Files.move(file, folder.resolve("away.db"));
            until(() -> replicas.status(0, "/health/readiness") == 503);
            pace.round(3);
            until(() -> Files.readString(log).contains("was deleted or replaced while it is in use"));
            Files.move(away, file);
            until(() -> replicas.status(0, "/health/readiness") == 200);
            heard(acknowledged, pace);
            pace.end();
            try (Database database = Database.open(url, "", "", KeySettings.of(""))) {
                until(() -> database.outbox().waiting() + database.inbox().waiting("slack") == 0);
                FaultCheck check = new FaultCheck(database, acknowledged);
                check.check(slack, teams);
                assertEquals(List.of(), check.broken());
            }
        }
        String told = Files.readString(log);
        assertTrue(told.contains("The database takes no writes, so nothing is accepted until it does"), told);
        assertTrue(told.contains("The database takes writes again"), told);
    }

    static Map<String, String> settings(FakeSlack slack, String url) {
        return Map.of(
                "tunewise.database.url",
                url,
                "tunewise.flows.folder",
                "conversation-flows/tuned-model-review",
                "tunewise.slack.flow",
                "tuned-model-review",
                "tunewise.encoder.enabled",
                "false",
                "tunewise.warm-up",
                "false",
                "tunewise.slack.mode",
                "http",
                "tunewise.slack.bot-token",
                "xoxb-one",
                "tunewise.slack.signing-secret",
                SlackCrowd.SECRET,
                "tunewise.slack.api-url",
                slack.api().address() + "/api/");
    }

    static void heard(Acknowledged acknowledged, Pace pace) throws Exception {
        int before = acknowledged.keys().size();
        pace.round(10);
        until(() -> acknowledged.keys().size() >= before + 3);
    }

    /** From now on files of the process end there; what is longer already cannot be written to at its end. */
    private static void limit(long pid, String bytes) throws IOException, InterruptedException {
        int code = new ProcessBuilder(
                        "/usr/bin/prlimit", "--pid", String.valueOf(pid), "--fsize=" + bytes + ":unlimited")
                .inheritIO()
                .start()
                .waitFor();
        assertEquals(0, code, "prlimit");
    }

    static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.call()) {
            assertTrue(System.nanoTime() < end, "it does not come about within three minutes");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
