package dev.tunewise.storage;

import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ErasureStore;
import dev.tunewise.session.store.SecretStore;
import dev.tunewise.session.store.WorkspaceSettings;
import dev.tunewise.storage.memory.MemoryAudit;
import dev.tunewise.storage.memory.MemoryConversations;
import dev.tunewise.storage.memory.MemoryInbox;
import dev.tunewise.storage.memory.MemoryOutbox;
import dev.tunewise.storage.memory.MemorySecrets;
import dev.tunewise.storage.memory.MemorySettings;

/** Stores in memory, for chats in a terminal and for tests. They keep the same promises as a database, except to last. */
final class MemoryStores implements Stores {
    private final MemorySettings settings = new MemorySettings();
    private final MemorySecrets secrets = new MemorySecrets();
    private final MemoryAudit audit = new MemoryAudit();
    private final MemoryInbox inbox = new MemoryInbox();
    private final MemoryConversations conversations = new MemoryConversations((channel, workspace) -> {
        settings.purge(channel, workspace);
        secrets.purge(channel, workspace);
    });
    private final MemoryOutbox outbox = new MemoryOutbox(conversations);

    @Override
    public ConversationStore conversations() {
        return conversations;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Inbox inbox() {
        return inbox;
    }

    @Override
    public WorkspaceSettings settings() {
        return settings;
    }

    @Override
    public ErasureStore erasure() {
        return conversations;
    }

    @Override
    public AuditTrail audit() {
        return audit;
    }

    @Override
    public SecretStore secrets() {
        return secrets;
    }

    @Override
    public void close() {}
}
