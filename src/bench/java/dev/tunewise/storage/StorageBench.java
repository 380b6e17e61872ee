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
import dev.tunewise.session.store.ConversationStore.Appended;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.storage.document.DocumentCodec;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What storage costs a turn on the embedded default: the commit with its flush to disk, and loading a long consultation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StorageBench {
    private static final int LONG = 60;
    private static final Address ADDRESS = Address.local("web", "bench");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final DocumentCodec documents = new DocumentCodec(java.util.Optional.empty());
    private BenchDatabase file;
    private Database database;
    private long turns;

    @Setup(Level.Iteration)
    public void open() throws IOException {
        file = BenchDatabase.open();
        database = file.database();
        create("long");
        for (long version = 1; version < LONG; version++) {
            append("long", version);
        }
        create("growing");
        turns = 1;
    }

    @TearDown(Level.Iteration)
    public void close() throws IOException {
        file.close();
    }

    @Benchmark
    public Appended commitATurn() {
        return append("growing", turns++);
    }

    @Benchmark
    public Optional<Conversation> loadSixtyEntries() {
        return database.conversations().find("long");
    }

    @Benchmark
    public Entry writeAndReadAnEntry() {
        return documents.entry(documents.of(entry("k")));
    }

    private void create(String id) {
        database.conversations()
                .create(
                        new Conversation(id, "fine-tuning", ADDRESS, NOON, 0, List.of()),
                        digest(id),
                        entry(id + "-open"),
                        List.of(post()));
    }

    private Appended append(String id, long version) {
        return database.conversations().append(id, version, digest(id), entry(id + version), List.of(post()));
    }

    private static ConversationSummary digest(String id) {
        return new ConversationSummary(
                id,
                "fine-tuning",
                ADDRESS,
                "drift",
                ConversationSummary.State.OPEN,
                "",
                "",
                "",
                NOON,
                NOON,
                OpenDecision.LOGGED);
    }

    private static Entry entry(String key) {
        return new Entry(
                key,
                new Author("U1", "Ada"),
                NOON,
                "",
                new UserInput.Said("about 5000 requests a day"),
                List.of(new Change.Answered("requests_per_day", Value.Quantity.of(5000), "5000 requests a day")));
    }

    private static Post post() {
        return new Post(
                "card", new Post.Thread(), List.of(new Block.Paragraph(Text.plain("Noted: 5,000 a day."))), "Noted.");
    }
}
