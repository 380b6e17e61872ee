package dev.tunewise.storage.memory;

import dev.tunewise.session.store.ConversationStore.Kept;
import java.time.Instant;

/** A post in memory with what the outbox knows of it. */
final class MemoryPost {
    final long id;
    final String conversation;
    final Kept kept;
    State state = State.WAITING;
    int attempts;
    Instant notBefore = Instant.MIN;
    Instant leasedUntil = Instant.MIN;
    String reference = "";

    MemoryPost(long id, String conversation, Kept kept) {
        this.id = id;
        this.conversation = conversation;
        this.kept = kept;
    }

    boolean waits() {
        return state == State.WAITING;
    }

    boolean isDue(Instant now) {
        return waits() && !notBefore.isAfter(now) && !leasedUntil.isAfter(now);
    }

    void settle(State outcome, String platformReference) {
        if (waits()) {
            state = outcome;
            reference = platformReference;
        }
    }

    enum State {
        WAITING,
        SENT,
        DROPPED
    }
}
