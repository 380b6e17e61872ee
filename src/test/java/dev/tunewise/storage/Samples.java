package dev.tunewise.storage;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.Author;
import dev.tunewise.conversation.Change;
import dev.tunewise.conversation.Entry;
import dev.tunewise.conversation.Input;
import dev.tunewise.flow.Value;
import dev.tunewise.session.Address;
import dev.tunewise.session.Conversation;
import dev.tunewise.session.Digest;
import java.time.Instant;
import java.util.List;

/** What the tests of storage put into it. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final Address LOCAL = Address.local("web", "room-1");

    private Samples() {}

    static Entry entry(String key) {
        return new Entry(
                key,
                new Author("U1", "Ada"),
                NOON,
                "m-" + key,
                new Input.Said("about 5000 a day"),
                List.of(new Change.Answered("requests_per_day", Value.Quantity.of(5000), "5000 a day")));
    }

    static Post post(String key, String words) {
        return new Post(key, new Post.Thread(), List.of(new Block.Paragraph(Text.plain(words))), words);
    }

    static Conversation conversation(String id, Address address) {
        return new Conversation(id, "fine-tuning", address, NOON, 0, List.of());
    }

    static Digest digest(String id, Address address) {
        return digest(id, address, "drifting classifier", NOON);
    }

    static Digest digest(String id, Address address, String title, Instant updatedAt) {
        return new Digest(id, "fine-tuning", address, title, Digest.State.OPEN, "", "", "", NOON, updatedAt);
    }
}
