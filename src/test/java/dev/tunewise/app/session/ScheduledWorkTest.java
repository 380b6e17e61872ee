package dev.tunewise.app.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.storage.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScheduledWorkTest {
    /** After an upgrade words are written down and decisions computed again for minutes; digests come all the same. */
    @Test
    void whatTakesLongHoldsNothingElseUp() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(2);
        CountDownLatch digests = new CountDownLatch(1);
        Duration pause = Duration.ofMinutes(1);
        try (Database database = Database.inMemory()) {
            ScheduledWork work = new ScheduledWork(
                    database,
                    InstantSource.system(),
                    List.of(
                            slow("search-words", held, ended),
                            slow("watch", held, ended),
                            ScheduledWork.Job.quick("digests", pause, _ -> {
                                await(held);
                                digests.countDown();
                            })));
            work.start();
            try {
                assertTrue(digests.await(1, TimeUnit.MINUTES), "both long ones hold a thread, and digests have one");
            } finally {
                ended.countDown();
                work.close();
            }
        }
    }

    private static ScheduledWork.Job slow(String name, CountDownLatch held, CountDownLatch end) {
        return new ScheduledWork.Job(
                name,
                Duration.ofMinutes(1),
                (_, _) -> {
                    held.countDown();
                    await(end);
                },
                true);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
