package dev.tunewise.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.WebApi.Refusal;
import dev.tunewise.storage.Database;
import dev.tunewise.storage.secret.KeySettings;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.testing.ServiceProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process whose machine's clock is set an hour forward and back again while posts wait for Slack: nothing is lost, doubled or held up, and
 * what the wrong clock makes it refuse is told in its log.
 */
@Timeout(900)
class ClockJumpTest {
    /** Stands before the C library's own, which asks the kernel; what measures elapsed time is left as it is. */
    private static final String CLOCK = """
            #include <fcntl.h>
            #include <stdlib.h>
            #include <sys/mman.h>
            #include <sys/syscall.h>
            #include <time.h>
            #include <unistd.h>
            static volatile long *shift;
            __attribute__((constructor)) static void begin(void) {
                void *file = mmap(0, 8, PROT_READ, MAP_SHARED, open(getenv("CLOCK_SHIFT"), O_RDONLY), 0);
                shift = file == MAP_FAILED ? 0 : file;
            }
            int clock_gettime(clockid_t id, struct timespec *t) {
                int failed = syscall(SYS_clock_gettime, id, t);
                if (!failed && shift && id == CLOCK_REALTIME) t->tv_sec += *shift;
                return failed;
            }
            """;

    @TempDir
    Path folder;

    private void shift(Duration by) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
        Path file = folder.resolve("shift");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(bytes.putLong(by.toSeconds()).flip());
        }
    }

    private Map<String, String> clock() throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("clock.c"), CLOCK);
        Path library = folder.resolve("clock.so");
        int code = new ProcessBuilder("/usr/bin/gcc", "-shared", "-fPIC", "-o", library.toString(), source.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertEquals(0, code, "gcc");
        shift(Duration.ZERO);
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "CLOCK_SHIFT",
                folder.resolve("shift").toString());
    }

    @Test
    void anHourForwardAndBackLosesNothingAndHoldsNothingUp() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc makes a clock that can be set");
        Path log = folder.resolve("service.log");
        String url = "jdbc:sqlite:" + folder.resolve("tunewise.db");
        Acknowledged acknowledged = new Acknowledged();
        Random random = new Random(1);
        Pace pace = new Pace();
        try (FakeSlack slack = new FakeSlack(InstantSource.system());
                FakeTeams teams = new FakeTeams(InstantSource.system());
                ServiceProcess process = ServiceProcess.startIn(
                                clock(), ServiceProcess.freePort(), DiskFullTest.settings(slack, url), log)
                        .awaitReady();
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            slack.member("U1", "Ana");
            SlackCrowd crowd = new SlackCrowd(slack, new Replicas(process), acknowledged);
            try {
                crowd.open("U1", random);
                DiskFullTest.until(() -> crowd.roots().size() == 1);
                String root = crowd.roots().getFirst().ts();
                people.execute(() -> crowd.write("U1", root, random, pace));
                DiskFullTest.heard(acknowledged, pace);
                // Slack takes nothing now, so that posts wait; at the end of their next wait the clock is an hour
                // ahead.
                slack.api().trouble(_ -> Optional.of(Refusal.limited(1)));
                DiskFullTest.heard(acknowledged, pace);
                shift(Duration.ofHours(1));
                int before = tries(slack);
                DiskFullTest.until(() -> tries(slack) > before + 1);
                pace.round(3);
                DiskFullTest.until(() -> Files.readString(log).contains("and the clock of this machine"));
                // Now they wait for a time that lies an hour ahead.
                shift(Duration.ZERO);
                crowd.peace();
                DiskFullTest.heard(acknowledged, pace);
                pace.end();
                try (Database database = Database.open(url, "", "", KeySettings.of(""))) {
                    DiskFullTest.until(
                            () -> database.outbox().waiting() + database.inbox().waiting("slack") == 0);
                    FaultCheck check = new FaultCheck(database, acknowledged);
                    check.check(slack, teams);
                    assertEquals(List.of(), check.broken());
                    assertTrue(check.told().contains(" 0 lost"), check.told());
                }
            } finally {
                pace.end();
            }
        }
    }

    /** The post that waits may be the edit of one that is there. */
    private static int tries(FakeSlack slack) {
        return (int) slack.api().calls().stream()
                .filter(call -> call.startsWith("chat."))
                .count();
    }
}
