package dev.tunewise.storage;

import dev.tunewise.session.ConversationStore;
import dev.tunewise.session.Inbox;
import dev.tunewise.session.Outbox;
import dev.tunewise.session.Secrets;
import dev.tunewise.session.Settings;

/** Stores in memory, for chats in a terminal and for tests. They keep the same promises as a database, except to last. */
final class MemoryStores implements Stores {
    private final MemorySettings settings = new MemorySettings();
    private final MemorySecrets secrets = new MemorySecrets();
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
    public Settings settings() {
        return settings;
    }

    @Override
    public Secrets secrets() {
        return secrets;
    }

    @Override
    public void close() {}
}
