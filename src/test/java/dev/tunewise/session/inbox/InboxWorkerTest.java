package dev.tunewise.session.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxWorkerTest {
    private final Database stores = Database.inMemory(() -> this.now.get());
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T09:00:00Z"));
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
        return new InboxWorker("teams", stores.inbox(), ways, new InboxWorker.Limits("me", capacity, 4));
    }

    @Test
    void keepsTheOrderOfALane() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            InboxWorker worker = worker(threads, 1_000);
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                sent.add("r" + i);
                worker.take("", "lane", "r" + i);
            }
            assertTrue(worker.finish(Duration.ofSeconds(20)));
            assertEquals(sent, done);
            assertEquals(0, stores.inbox().waiting("teams"));
        }
    }

    @Test
    void whatWasReadAtTheDoorIsHandedOnAndLaterTriesReadWhatWasKept() {
        InboxWorker worker = worker(Runnable::run, 10);
        worker.take("", "", "one", () -> done.add("one as it was read"));
        worker.take("", "", "two", () -> {
            throw new IllegalStateException("the first try");
        });
        assertEquals(List.of("one as it was read"), done);
        now.updateAndGet(before -> before.plusSeconds(600));
        worker.sweep();
        assertEquals(List.of("one as it was read", "two"), done);
        assertEquals(0, stores.inbox().waiting("teams"));
    }

    @Test
    void failedWorkIsTriedAgainAndSetAsideInTheEnd() {
        InboxWorker worker = worker(Runnable::run, 10);
        worker.take("", "", "bad");
        for (int i = 0; i < 10; i++) {
            now.updateAndGet(before -> before.plusSeconds(600));
            worker.sweep();
        }
        assertEquals(List.of(false, false, false, false, false, true), failures);
        assertEquals(0, stores.inbox().waiting("teams"));
        assertEquals(1, stores.inbox().backlog().aside(), "an operator sees it");
    }

    @Test
    void whatWaitedBehindFailedWorkHasAllItsOwnTries() {
        List<Runnable> held = new ArrayList<>();
        InboxWorker worker = worker(held::add, 10);
        worker.take("", "lane", "bad one");
        worker.take("", "lane", "bad two");
        for (int i = 0; i < 20; i++) {
            while (!held.isEmpty()) {
                held.removeFirst().run();
            }
            now.updateAndGet(before -> before.plusSeconds(600));
            worker.sweep();
        }
        List<Boolean> each = List.of(false, false, false, false, false, true);
        assertEquals(each, failures.subList(0, 6));
        assertEquals(each, failures.subList(6, failures.size()));
    }

    @Test
    void whatFindsNoRoomWaitsInTheInbox() {
        List<Runnable> held = new ArrayList<>();
        InboxWorker worker = worker(held::add, 1);
        worker.take("", "", "one");
        worker.take("", "", "two");
        assertEquals(1, held.size());
        held.removeFirst().run();
        assertEquals(1, worker.sweep());
        held.removeFirst().run();
        assertEquals(List.of("one", "two"), done);
    }

    @Test
    void beyondItsLimitNothingIsKeptUntilSomeIsWorkedOff() {
        List<Runnable> held = new ArrayList<>();
        InboxWorker worker = worker(held::add, 1);
        for (int i = 0; i < 50; i++) {
            worker.take("", "lane", "r" + i);
        }
        assertThrows(InboxFull.class, () -> worker.take("", "lane", "too much"));
        assertEquals(50, stores.inbox().waiting("teams"), "what was taken is kept, what was not is not");
        worker.sweep();
        assertThrows(InboxFull.class, () -> worker.take("", "lane", "still too much"));
        for (int i = 0; i < 200; i++) {
            while (!held.isEmpty()) {
                held.removeFirst().run();
            }
            worker.sweep();
        }
        worker.take("", "lane", "now");
        assertEquals(51, done.size() + held.size());
    }

    @Test
    void aProcessThatDiedLeavesItsRequestsToTheNext() {
        stores.inbox().keep(new Inbox.Arrival("teams", "T1", "lane", "left behind"), "dead");
        stores.inbox().keep(new Inbox.Arrival("teams", "T1", "lane", "after it"), "dead");
        InboxWorker next = worker(Runnable::run, 10);
        next.take("T1", "lane", "last");
        assertEquals(0, next.sweep(), "not before the others know that it died");
        stores.leases().release("dead");
        assertEquals(3, next.sweep());
        assertEquals(List.of("left behind", "after it", "last"), done);
        assertEquals(0, stores.inbox().waiting("teams"));
    }

    @Test
    void aRequestThatEndsTheProcessIsSetAsideInTheEnd() {
        Inbox.Kept kept = stores.inbox().keep(new Inbox.Arrival("teams", "", "", "deadly"), "dead");
        for (int death = 0; death < 6; death++) {
            stores.leases().release("dead");
            stores.inbox()
                    .begun(stores.inbox().take("teams", "dead", List.of(), 1).getFirst());
        }
        stores.leases().release("dead");
        assertEquals(1, worker(Runnable::run, 10).sweep());
        assertEquals(List.of(), done);
        assertEquals(1, stores.inbox().backlog().aside(), () -> "request " + kept.id());
    }

    @Test
    void whatWaitsForSomethingElseUsesUpNoTries() {
        AtomicReference<Boolean> known = new AtomicReference<>(false);
        InboxWorker.Ways ways = new InboxWorker.Ways(
                request -> {
                    if (!known.get()) {
                        throw new RequestDeferred("the thread");
                    }
                    done.add(request);
                },
                (_, givenUp) -> failures.add(givenUp),
                Runnable::run);
        InboxWorker worker = new InboxWorker("teams", stores.inbox(), ways, new InboxWorker.Limits("me", 9, 4));
        worker.take("", "lane", "an answer under a card");
        for (int i = 0; i < 20; i++) {
            now.updateAndGet(before -> before.plusSeconds(3));
            assertEquals(1, worker.sweep());
        }
        known.set(true);
        now.updateAndGet(before -> before.plusSeconds(3));
        worker.sweep();
        assertEquals(List.of("an answer under a card"), done);
        assertEquals(List.of(), failures);
    }

    @Test
    void anAnswerNeverOverridesItsCorrection() {
        List<Runnable> held = new ArrayList<>();
        InboxWorker worker = worker(held::add, 10);
        worker.take("T1", "thread", "bad 50");
        worker.take("T1", "thread", "sorry, 5000");
        held.removeFirst().run();
        assertEquals(List.of(), held, "the correction waits for what it corrects");
        worker.take("T1", "thread", "and 20 of them in German");
        assertEquals(0, worker.sweep(), "and so does all that follows");
        now.updateAndGet(before -> before.plusSeconds(61));
        assertEquals(3, worker.sweep());
        stores.inbox().setAside(1, "an operator looks at it");
        while (!held.isEmpty()) {
            held.removeFirst().run();
        }
        now.updateAndGet(before -> before.plusSeconds(61));
        worker.sweep();
        while (!held.isEmpty()) {
            held.removeFirst().run();
        }
        assertEquals(List.of("sorry, 5000", "and 20 of them in German"), done);
    }

    @Test
    void aWorkspaceThatSendsMuchHoldsUpNoOther() {
        List<Runnable> held = new ArrayList<>();
        InboxWorker worker = worker(held::add, 100);
        for (int i = 0; i < 60; i++) {
            worker.take("noisy", "", "noisy " + i);
        }
        worker.take("quiet", "", "quiet 1");
        worker.take("quiet", "", "quiet 2");
        for (int i = 0; i < 8; i++) {
            held.removeFirst().run();
        }
        assertTrue(done.containsAll(List.of("quiet 1", "quiet 2")), done::toString);
        assertEquals(62, stores.inbox().waiting("teams") + done.size(), "what has no place waits in the inbox");
    }

    @Test
    void whatCouldNotBeNotedIsNotedLater() {
        Inbox inbox = stores.inbox();
        List<Runnable> held = new ArrayList<>();
        InboxWorker worker = worker(held::add, 10);
        worker.take("", "lane", "one");
        stores.close();
        held.removeFirst().run();
        assertEquals(List.of("one"), done);
        assertThrows(RuntimeException.class, worker::sweep, "the database is away");
        assertThrows(RuntimeException.class, () -> inbox.waiting("teams"));
    }

    private static Inbox fullDisk() {
        Database gone = Database.inMemory();
        Inbox inbox = gone.inbox();
        gone.close();
        return inbox;
    }

    @Test
    void whatCannotBeKeptIsNotTakenAndTakesNoPlace() {
        InboxWorker.Ways ways = new InboxWorker.Ways(done::add, (_, givenUp) -> failures.add(givenUp), Runnable::run);
        InboxWorker worker = new InboxWorker("teams", fullDisk(), ways, new InboxWorker.Limits("me", 1, 1));
        assertThrows(RuntimeException.class, () -> worker.take("", "", "one"));
        assertThrows(RuntimeException.class, () -> worker.take("", "", "two"));
        assertTrue(worker.finish(Duration.ofMillis(1)), "its place is free again");
        assertEquals(List.of(), done);
    }

    @Test
    void patienceEndsAlsoWhereTheClockStandsStill() {
        InboxWorker worker = worker(_ -> {}, 1);
        worker.take("", "", "never run");
        assertFalse(worker.finish(Duration.ofMillis(20)));
    }
}
