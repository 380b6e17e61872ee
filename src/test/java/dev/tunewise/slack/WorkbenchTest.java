package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.session.Inbox;
import dev.tunewise.storage.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
    private final Stores stores = Stores.inMemory();
    private final Inbox inbox = stores.inbox();
    private final Stage.Time time = new Stage.Time();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        stores.close();
    }

    private Workbench bench(int capacity, Consumer<Received> work) {
        return new Workbench(inbox, work, time, capacity, 4);
    }

    private static Received request(String body) {
        return new Received(false, body, 0);
    }

    private void sweepUntilNothingIsLeft(Workbench bench) {
        for (int round = 0; round < 100 && inbox.waiting("slack") > 0; round++) {
            time.pass(Workbench.LEASE.plusSeconds(1));
            bench.sweep();
            assertTrue(bench.finish(Duration.ofSeconds(10)));
        }
        assertEquals(0, inbox.waiting("slack"));
    }

    @Test
    void whatIsWorkedOffIsForgotten() {
        Workbench bench = bench(10, received -> done.add(received.body()));
        bench.take("", request("a"));
        bench.take("lane", request("b"));
        assertTrue(bench.finish(Duration.ofSeconds(10)));
        assertEquals(2, done.size());
        assertEquals(0, inbox.waiting("slack"));
    }

    @Test
    void requestsOfOneLaneStayInOrder() {
        Workbench bench = bench(1_000, received -> done.add(received.body()));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            bench.take("lane", request("m" + i));
            expected.add("m" + i);
        }
        assertTrue(bench.finish(Duration.ofSeconds(20)));
        assertEquals(expected, done);
    }

    @Test
    void whatHasNoRoomWaitsInTheInboxAndIsNotLost() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        Workbench bench = bench(3, received -> {
            await(open);
            done.add(received.body());
        });
        for (int i = 0; i < 20; i++) {
            bench.take("", request("m" + i));
        }
        assertEquals(20, inbox.waiting("slack"));
        open.countDown();
        assertTrue(bench.finish(Duration.ofSeconds(10)));
        assertEquals(3, done.size());
        sweepUntilNothingIsLeft(bench);
        assertEquals(20, done.stream().distinct().count());
    }

    @Test
    void whatFailedIsTriedAgainAndGivenUpInTheEnd() {
        AtomicInteger tries = new AtomicInteger();
        Workbench bench = bench(10, _ -> {
            tries.incrementAndGet();
            throw new IllegalStateException("planned");
        });
        bench.take("", request("bad"));
        assertTrue(bench.finish(Duration.ofSeconds(10)));
        assertEquals(0, bench.sweep(), "not before its lease has ended");
        sweepUntilNothingIsLeft(bench);
        assertEquals(6, tries.get());
    }

    @Test
    void aProcessThatDiedLeavesItsRequestsToTheNext() {
        inbox.keep(
                "slack",
                request("left behind").text(),
                time.instant(),
                time.instant().plus(Workbench.LEASE));
        Workbench next = bench(10, received -> done.add(received.body()));
        assertEquals(0, next.sweep());
        sweepUntilNothingIsLeft(next);
        assertEquals(List.of("left behind"), done);
    }

    @Test
    void whatCannotBeKeptIsNotTaken() {
        Inbox broken = new Inbox() {
            @Override
            public long keep(String channel, String text, Instant at, Instant leaseUntil) {
                throw new IllegalStateException("disk full");
            }

            @Override
            public List<Item> take(String channel, Instant now, Instant leaseUntil, int limit) {
                return List.of();
            }

            @Override
            public void done(long id) {}

            @Override
            public long waiting(String channel) {
                return 0;
            }
        };
        Workbench bench = new Workbench(broken, received -> done.add(received.body()), time, 1, 1);
        assertThrows(IllegalStateException.class, () -> bench.take("", request("a")));
        assertThrows(IllegalStateException.class, () -> bench.take("", request("a")));
        assertTrue(bench.finish(Duration.ofSeconds(1)), "its place is free again");
        assertEquals(List.of(), done);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
