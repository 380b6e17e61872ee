package dev.tunewise.session.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.storage.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxWorkerTest {
    private final Stores stores = Stores.inMemory();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T09:00:00Z"));
    private final InstantSource clock = now::get;
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<Boolean> failures = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        stores.close();
    }

    private InboxWorker worker(java.util.concurrent.Executor executor, int capacity) {
        InboxWorker.Ways ways = new InboxWorker.Ways(
                request -> {
                    if (request.startsWith("bad")) {
                        throw new IllegalStateException(request);
                    }
                    done.add(request);
                },
                (_, givenUp) -> failures.add(givenUp),
                executor);
        return new InboxWorker("teams", stores.inbox(), ways, clock, capacity, 4);
    }

    @Test
    void keepsTheOrderOfALane() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            InboxWorker worker = worker(threads, 1_000);
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                sent.add("r" + i);
                worker.take("lane", "r" + i);
            }
            assertTrue(worker.finish(Duration.ofSeconds(20)));
            assertEquals(sent, done);
            assertEquals(0, stores.inbox().waiting("teams"));
        }
    }

    @Test
    void failedWorkIsTriedAgainAndGivenUpInTheEnd() {
        InboxWorker worker = worker(Runnable::run, 10);
        worker.take("", "bad");
        for (int i = 0; i < 10; i++) {
            now.updateAndGet(before -> before.plus(InboxWorker.LEASE).plusSeconds(1));
            worker.sweep();
        }
        assertEquals(List.of(false, false, false, false, false, true), failures);
        assertEquals(0, stores.inbox().waiting("teams"));
    }

    @Test
    void whatFindsNoRoomWaitsInTheInbox() {
        List<Runnable> held = new ArrayList<>();
        InboxWorker worker = worker(held::add, 1);
        worker.take("", "one");
        worker.take("", "two");
        assertEquals(1, held.size());
        held.removeFirst().run();
        assertEquals(1, worker.sweep());
        held.removeFirst().run();
        assertEquals(List.of("one", "two"), done);
    }

    @Test
    void aProcessThatDiedLeavesItsRequestsToTheNext() {
        stores.inbox().keep("teams", "left behind", now.get(), now.get().plus(InboxWorker.LEASE));
        InboxWorker next = worker(Runnable::run, 10);
        assertEquals(0, next.sweep(), "not before its lease has ended");
        now.updateAndGet(before -> before.plus(InboxWorker.LEASE).plusSeconds(1));
        assertEquals(1, next.sweep());
        assertEquals(List.of("left behind"), done);
        assertEquals(0, stores.inbox().waiting("teams"));
    }

    @Test
    void whatCannotBeKeptIsNotTakenAndTakesNoPlace() {
        InboxWorker.Ways ways = new InboxWorker.Ways(done::add, (_, givenUp) -> failures.add(givenUp), Runnable::run);
        InboxWorker worker = new InboxWorker("teams", new FullDisk(), ways, clock, 1, 1);
        assertThrows(IllegalStateException.class, () -> worker.take("", "one"));
        assertThrows(IllegalStateException.class, () -> worker.take("", "two"));
        assertTrue(worker.finish(Duration.ofMillis(1)), "its place is free again");
        assertEquals(List.of(), done);
    }

    @Test
    void patienceEndsAlsoWhereTheClockStandsStill() {
        InboxWorker worker = worker(_ -> {}, 1);
        worker.take("", "never run");
        assertFalse(worker.finish(Duration.ofMillis(20)));
    }

    private static final class FullDisk implements Inbox {
        @Override
        public long keep(String channel, String request, Instant at, Instant leaseUntil) {
            throw new IllegalStateException("disk full");
        }

        @Override
        public List<Item> take(String channel, Instant at, Instant leaseUntil, int limit) {
            return List.of();
        }

        @Override
        public void done(long id) {}

        @Override
        public long waiting(String channel) {
            return 0;
        }
    }
}
