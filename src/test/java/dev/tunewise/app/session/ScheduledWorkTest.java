package dev.tunewise.app.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
                    ScheduledWork.POLLING,
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

    @Test
    void workGoesOnWhenTheClockIsSetBack() throws InterruptedException {
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ofHours(1));
        CountDownLatch ran = new CountDownLatch(1);
        CountDownLatch again = new CountDownLatch(3);
        Duration pause = Duration.ofMillis(50);
        try (Database database = Database.inMemory()) {
            ScheduledWork work = new ScheduledWork(
                    database,
                    () -> Instant.now().plus(ahead.get()),
                    pause,
                    List.of(ScheduledWork.Job.quick("digests", pause, _ -> {
                        ran.countDown();
                        again.countDown();
                    })));
            work.start();
            try {
                assertTrue(ran.await(20, TimeUnit.SECONDS), "it runs at once");
                ahead.set(Duration.ZERO);
                assertTrue(again.await(20, TimeUnit.SECONDS), "it runs again and again");
            } finally {
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
