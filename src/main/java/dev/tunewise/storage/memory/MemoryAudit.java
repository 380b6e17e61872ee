package dev.tunewise.storage.memory;

import dev.tunewise.session.store.AuditTrail;
import java.util.ArrayList;
import java.util.List;

/** An audit trail in memory. */
public final class MemoryAudit implements AuditTrail {
    private final List<Event> events = new ArrayList<>();

    @Override
    public synchronized void note(Event event) {
        events.addFirst(event);
    }

    @Override
    public synchronized List<Event> latest(int limit) {
        return List.copyOf(events.subList(0, Math.min(limit, events.size())));
    }
}
