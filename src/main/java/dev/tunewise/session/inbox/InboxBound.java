package dev.tunewise.session.inbox;

import java.util.concurrent.atomic.AtomicLong;

/** Keeps the inbox of a channel from growing without end: fifty times what there is room for in memory, over all processes. */
final class InboxBound {
    private static final long TIMES = 50;

    private final Inbox inbox;
    private final String channel;
    private final long most;
    private final AtomicLong places;

    InboxBound(Inbox inbox, String channel, int capacity) {
        this.inbox = inbox;
        this.channel = channel;
        this.most = TIMES * capacity;
        this.places = new AtomicLong(most);
    }

    /** One more comes in, unless that is too much. */
    void enter() {
        if (places.decrementAndGet() < 0) {
            throw new InboxFull(most);
        }
    }

    /** Counts now and then only: for a moment there may be some more, and what was worked off makes room later. */
    void recount() {
        places.set(most - inbox.waiting(channel));
    }
}
