package dev.tunewise.session.quota;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.session.quota.Quotas.Kind;
import dev.tunewise.session.quota.Quotas.Limits;
import dev.tunewise.session.store.Address;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Several processes that count together. */
class SharedQuotasTest {
    private static final Address ROOM = new Address("slack", "T1", "C1", "", "");

    private final AtomicLong now = new AtomicLong();
    private final Map<String, Integer> totals = new HashMap<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private int asked;
    private boolean down;
    private int events;

    private Map<String, SharedCounts.Count> add(Map<String, Integer> amounts) {
        asked++;
        if (down) {
            throw new IllegalStateException("no connection");
        }
        Map<String, SharedCounts.Count> counts = new HashMap<>();
        amounts.forEach((name, amount) -> counts.put(
                name, new SharedCounts.Count(totals.merge(name, amount, Integer::sum), Duration.ofNanos(now.get()))));
        return counts;
    }

    private Quotas process(int person, int workspace) {
        return new Quotas(Map.of(Kind.TURN, new Limits(person, 0, workspace)), now::get, this::add, later::add);
    }

    private boolean takes(Quotas process, String person) {
        try {
            process.check(Kind.TURN, "e" + events++, ROOM, person);
            return true;
        } catch (QuotaExceeded over) {
            return false;
        }
    }

    private void aWhile() {
        for (Runnable next = later.poll(); next != null; next = later.poll()) {
            next.run();
        }
    }

    @Test
    void aSmallQuotaIsHeldExactly() {
        Quotas[] processes = {process(6, 0), process(6, 0), process(6, 0)};
        int taken = 0;
        for (int i = 0; i < 30; i++) {
            taken += takes(processes[i % 3], "U1") ? 1 : 0;
        }
        assertEquals(6, taken);
        assertTrue(takes(processes[0], "U2"));
    }

    @Test
    void oneThatTookAllLeavesNothingToAnother() {
        Quotas one = process(60, 0);
        Quotas two = process(60, 0);
        for (int i = 0; i < 60; i++) {
            assertTrue(takes(one, "U1"));
        }
        int more = 0;
        for (int i = 0; i < 20; i++) {
            more += takes(two, "U1") ? 1 : 0;
        }
        assertTrue(more <= 60 / 8, more + " more in the moment before they hear of one another");
        now.addAndGet(Duration.ofSeconds(30).toNanos());
        QuotaExceeded over = assertThrows(QuotaExceeded.class, () -> two.check(Kind.TURN, "last", ROOM, "U1"));
        assertEquals(30, over.refused().seconds(), "the minute began at the other");
    }

    @Test
    void whatIsToldInTheBackgroundKeepsThemTogether() {
        Quotas one = process(60, 0);
        Quotas two = process(60, 0);
        int taken = 0;
        for (int i = 0; i < 200; i++) {
            taken += takes(i % 2 == 0 ? one : two, "U1") ? 1 : 0;
            aWhile();
        }
        assertEquals(60, taken);
    }

    @Test
    void peopleWhoWriteLittleWaitForNobody() {
        Quotas one = process(60, 3_000);
        for (int i = 0; i < 350; i++) {
            assertTrue(takes(one, "U" + i % 70));
        }
        assertEquals(0, asked);
        aWhile();
        assertEquals(1, asked, "what was counted is told together");
        assertEquals(350, totals.get("TURN slack T1"));
    }

    @Test
    void aRefusalCountsNothing() {
        Quotas one = process(1, 100);
        Quotas two = process(1, 100);
        assertTrue(takes(one, "U1"));
        for (int i = 0; i < 50; i++) {
            assertEquals(false, takes(two, "U1"));
        }
        aWhile();
        assertEquals(1, totals.get("TURN slack T1"));
        assertEquals(1, totals.get("TURN slack T1 of U1"));
    }

    @Test
    void withoutTheDatabaseEachCountsForItself() {
        Quotas one = process(10, 0);
        down = true;
        for (int i = 0; i < 10; i++) {
            assertTrue(takes(one, "U1"));
        }
        assertThrows(QuotaExceeded.class, () -> one.check(Kind.TURN, "more", ROOM, "U1"));
        down = false;
        assertDoesNotThrow(this::aWhile);
        assertEquals(10, totals.get("TURN slack T1 of U1"));
    }

    @Test
    void minutesWithoutTheDatabaseDoNotCountInTheMinuteAfterThem() {
        Quotas one = process(10, 0);
        down = true;
        for (int minute = 0; minute < 5; minute++) {
            for (int i = 0; i < 8; i++) {
                assertTrue(takes(one, "U1"));
            }
            now.addAndGet(Duration.ofSeconds(61).toNanos());
        }
        down = false;
        aWhile();
        assertEquals(Map.of(), totals, "all that was counted is over");
        for (int i = 0; i < 10; i++) {
            assertTrue(takes(one, "U1"), "request " + i + " after it");
        }
        aWhile();
        assertEquals(10, totals.get("TURN slack T1 of U1"));
    }
}
