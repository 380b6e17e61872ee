package dev.tunewise.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.session.settings.RoomFacts;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.WorkspaceSettings;
import dev.tunewise.storage.Database;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What replicas know of rooms. */
class CachedDirectoryTest {
    private static final Address TICKETS = new Address("slack", "T1", "C1", "", "");
    private static final Address OTHER = new Address("slack", "T1", "C2", "", "");

    private final Database stores = Database.inMemory();
    private final AtomicReference<Optional<RoomFacts>> platform =
            new AtomicReference<>(Optional.of(new RoomFacts(true, false, "#tickets")));
    private final Replica one = new Replica(stores.settings());
    private final Replica other = new Replica(stores.settings());

    /** Counts how often the platform is asked. */
    private final class Replica extends CachedDirectory {
        private final AtomicInteger asked = new AtomicInteger();

        private Replica(WorkspaceSettings notes) {
            super(notes);
        }

        @Override
        public String channel() {
            return "slack";
        }

        @Override
        public boolean administers(Address address, String person) {
            return false;
        }

        @Override
        protected Optional<RoomFacts> look(Address address) {
            asked.incrementAndGet();
            return platform.get();
        }

        @Override
        protected boolean lists(Address address, String person) {
            return false;
        }
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void theChangeThatOneReplicaHearsOfIsSeenByAll() {
        assertFalse(one.room(TICKETS).shared() || other.room(TICKETS).shared());
        platform.set(Optional.of(new RoomFacts(true, true, "#tickets")));
        assertFalse(other.room(TICKETS).shared(), "what it said a moment ago");
        one.changed(TICKETS, "1700000000.000100");
        assertTrue(one.room(TICKETS).shared() && other.room(TICKETS).shared());
        assertEquals(2, other.asked.get(), "once more and not each time");
        one.changed(TICKETS, "1700000000.000100");
        assertTrue(other.room(TICKETS).shared());
        assertEquals(2, other.asked.get(), "an event that comes again is no other change");
    }

    @Test
    void aChangeOfOneRoomIsNoneOfAnother() {
        one.room(OTHER);
        one.changed(TICKETS, "1");
        one.room(OTHER);
        assertEquals(1, one.asked.get());
    }

    @Test
    void wherePlatformsSayNothingNothingIsKeptExceptForNames() {
        platform.set(Optional.empty());
        assertEquals(RoomFacts.UNKNOWN, one.room(TICKETS));
        assertEquals("", one.name(TICKETS));
        platform.set(Optional.of(new RoomFacts(true, false, "#tickets")));
        assertEquals("#tickets", one.name(TICKETS));
        platform.set(Optional.empty());
        one.forget(TICKETS);
        assertEquals(RoomFacts.UNKNOWN, one.room(TICKETS));
        assertEquals("#tickets", one.name(TICKETS));
        one.refresh(TICKETS);
        assertEquals(RoomFacts.UNKNOWN, one.room(TICKETS));
    }
}
