package dev.tunewise.storage;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.OpenDecision;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.flow.Value;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationSummary;
import java.time.Instant;
import java.util.List;

/** What the tests of storage put into it. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final Address LOCAL = Address.local("web", "room-1");
    static final Address ROOM = room("room-1");

    private Samples() {}

    /** A thread of a platform that posts are sent to. */
    static Address room(String id) {
        return new Address("slack", "T1", id, "", "");
    }

    public static Entry entry(String key) {
        return new Entry(
                key,
                new Author("U1", "Ada"),
                NOON,
                "m-" + key,
                new UserInput.Said("about 5000 a day"),
                List.of(new Change.Answered("requests_per_day", Value.Quantity.of(5000), "5000 a day")));
    }

    static Post post(String key, String words) {
        return new Post(key, new Post.Thread(), List.of(new Block.Paragraph(Text.plain(words))), words);
    }

    static Conversation conversation(String id, Address address) {
        return new Conversation(id, "fine-tuning", address, NOON, 0, List.of());
    }

    public static ConversationSummary digest(String id, Address address) {
        return digest(id, address, "drifting classifier", NOON);
    }

    static ConversationSummary digest(String id, Address address, String title, Instant updatedAt) {
        return new ConversationSummary(
                id,
                "fine-tuning",
                address,
                title,
                ConversationSummary.State.OPEN,
                "",
                "",
                "",
                NOON,
                updatedAt,
                OpenDecision.LOGGED);
    }
}
