package dev.tunewise.storage;

import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.session.lease.LeaseStore;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.store.Announcements;
import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.session.store.ErasureStore;
import dev.tunewise.session.store.SecretStore;
import dev.tunewise.session.store.WorkspaceSettings;
import java.time.InstantSource;

/** The ports of storage, all on the same ground. Safe for use by several threads at once. */
public interface Stores extends AutoCloseable {

    /** Stores that last as long as the process. */
    static Stores inMemory() {
        return inMemory(InstantSource.system());
    }

    /** Stores that last as long as the process, with a time of their own. */
    static Stores inMemory(InstantSource clock) {
        return Database.inMemory(clock);
    }

    /** Where consultations are kept. */
    ConversationStore conversations();

    /** What is said once. */
    Announcements announcements();

    /** The log of decisions. */
    DecisionLog decisions();

    /** The posts that wait to be sent. */
    Outbox outbox();

    /** Requests that are acknowledged and not yet worked off. */
    Inbox inbox();

    /** Which process holds what. */
    LeaseStore leases();

    /** What workspaces and rooms have chosen. */
    WorkspaceSettings settings();

    /** Forgets. */
    ErasureStore erasure();

    /** Who did what. */
    AuditTrail audit();

    /** Encrypted documents. */
    SecretStore secrets();

    /** Ends all use; calls after it fail. */
    @Override
    void close();
}
