package dev.tunewise.session.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseKeeperTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Database stores = Database.inMemory();
    private long nanos;

    @AfterEach
    void close() {
        stores.close();
    }

    private LeaseKeeper keeper(String owner) {
        return new LeaseKeeper(stores.leases(), owner, SECOND.multipliedBy(8), () -> nanos);
    }

    private List<Inbox.Item> takenBy(String owner) {
        return stores.inbox().take("slack", owner, List.of(), 9);
    }

    @Test
    void whatADeadProcessHeldIsTakenOverAndWhatALivingOneHoldsIsNot() {
        LeaseKeeper mine = keeper("mine");
        LeaseKeeper living = keeper("living");
        LeaseKeeper dying = keeper("dying");
        for (LeaseKeeper each : List.of(mine, living, dying)) {
            each.beat();
        }
        stores.inbox().keep(new Inbox.Arrival("slack", "T1", "", "of the living"), "living");
        stores.inbox().keep(new Inbox.Arrival("slack", "T1", "", "of the dying"), "dying");
        int dead = 0;
        for (int second = 0; second < 12; second += 2) {
            nanos += SECOND.toNanos() * 2;
            dead += living.beat() + mine.beat();
        }
        assertEquals(1, dead);
        assertEquals(
                List.of("of the dying"),
                takenBy("mine").stream().map(item -> item.arrival().request()).toList());
    }

    /** Less than an hour: what is put off for longer than any wait is found without this. */
    @Test
    void whatWaitsByAClockThatIsSetBackWaitsNoLonger() {
        AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2026-11-29T12:10:00Z"));
        try (Database database = Database.inMemory(time::get)) {
            LeaseKeeper keeper = new LeaseKeeper(database.leases(), "mine", SECOND.multipliedBy(8), () -> nanos);
            keeper.beat();
            database.inbox().keep(new Inbox.Arrival("slack", "T1", "", "waits"), "");
            Inbox.Item taken =
                    database.inbox().take("slack", "mine", List.of(), 9).getFirst();
            database.inbox().later(taken, true, SECOND, "Slack is away");
            keeper.beat();
            assertEquals(List.of(), database.inbox().take("slack", "mine", List.of(), 9), "its wait is not over");
            time.set(Instant.parse("2026-11-29T12:00:00Z"));
            keeper.beat();
            assertEquals(1, database.inbox().take("slack", "mine", List.of(), 9).size());
        }
    }

    @Test
    void aProcessThatEndsGivesBackAtOnce() {
        LeaseKeeper ending = keeper("ending");
        ending.beat();
        stores.inbox().keep(new Inbox.Arrival("slack", "T1", "", "half done"), "ending");
        ending.end();
        assertEquals(0, ending.beat(), "it gives no sign any more");
        assertEquals(1, takenBy("next").size());
    }

    @Test
    void whatCannotBeWrittenDownIsWrittenInOrderLater() {
        CompletionWriter work = new CompletionWriter();
        List<String> written = new ArrayList<>();
        boolean[] away = {true};
        for (String what : List.of("one", "two")) {
            work.settle(() -> {
                if (away[0]) {
                    throw new IllegalStateException("away");
                }
                written.add(what);
            });
        }
        assertThrows(IllegalStateException.class, work::retry);
        away[0] = false;
        work.retry();
        assertEquals(List.of("one", "two"), written);
        assertTrue(work.isEmpty());
    }

    @Test
    void aProcessThatStoodStillIsNotSureOfWhatItHolds() {
        LeaseKeeper mine = keeper("mine");
        BooleanSupplier held = mine.hold();
        assertEquals(false, held.getAsBoolean(), "nobody has heard of it yet");
        mine.beat();
        nanos += SECOND.toNanos() * 3;
        assertTrue(held.getAsBoolean());
        nanos += SECOND.toNanos();
        assertEquals(false, held.getAsBoolean(), "others may take over soon");
        mine.beat();
        assertTrue(held.getAsBoolean(), "nobody has");
        mine.end();
        assertEquals(false, held.getAsBoolean());
    }

    @Test
    void whoWasTakenOverOnceHoldsOnlyWhatItTakesAfterwards() {
        LeaseKeeper mine = keeper("mine");
        LeaseKeeper other = keeper("other");
        mine.beat();
        BooleanSupplier before = mine.hold();
        for (int second = 0; second < 12; second += 2) {
            other.beat();
            nanos += SECOND.toNanos() * 2;
        }
        mine.beat();
        assertEquals(false, before.getAsBoolean(), "it lives again, and others have what it took before");
        assertTrue(mine.hold().getAsBoolean());
    }
}
