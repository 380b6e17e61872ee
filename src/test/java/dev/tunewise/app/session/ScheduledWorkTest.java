package dev.tunewise.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tunewise.storage.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

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

    /** As on a full disk: the library throws in a thread of its own, and Java would write a trace of that past the log. */
    @Test
    void saysInOneLineThatWorkCannotBegin() throws SQLException {
        Logger log = (Logger) LoggerFactory.getLogger(ScheduledWork.class);
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        log.addAppender(said);
        try (Database database = Database.inMemory()) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create trigger full before update on scheduled_tasks"
                        + " begin select raise(abort, 'no room'); end");
            }
            ScheduledWork work = new ScheduledWork(
                    database,
                    InstantSource.system(),
                    Duration.ofMillis(50),
                    List.of(ScheduledWork.Job.quick("digests", Duration.ofMinutes(1), _ -> {})));
            work.start();
            try {
                for (int i = 0; i < 2_000 && said.list.isEmpty(); i++) {
                    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
                }
            } finally {
                work.close();
            }
        } finally {
            log.detachAppender(said);
        }
        assertEquals(1, said.list.size(), said.list::toString);
        ILoggingEvent line = said.list.getFirst();
        assertTrue(line.getFormattedMessage().contains("could not begin; it is tried again"), line::toString);
        assertNull(line.getThrowableProxy());
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
