package dev.tunewise.session.store;

import dev.tunewise.conversation.state.Entry;
import java.time.Instant;
import java.util.List;

/**
 * A consultation as stored.
 *
 * @param id our id, URL-safe and not guessable
 * @param version number of entries; every append names the version it builds on
 */
public record Conversation(
        String id, String flow, Address address, Instant createdAt, long version, List<Entry> entries) {
    /** The same at another version, without what was said. */
    public Conversation head(long now) {
        return new Conversation(id, flow, address, createdAt, now, List.of());
    }
}
