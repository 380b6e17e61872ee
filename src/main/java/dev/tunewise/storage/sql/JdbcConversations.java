package dev.tunewise.storage.sql;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.storage.document.DocumentCodec;
import dev.tunewise.storage.transaction.Transactions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Consultations in a database. The version of a consultation is the number of its entries. */
public record JdbcConversations(Transactions transactions, DocumentCodec documents) implements ConversationStore {
    @Override
    public Appended create(Conversation conversation, ConversationSummary digest, Entry first, List<Post> posts) {
        return transactions.write(
                handle -> {
                    SharedColumns.insert(handle, conversation, digest, documents);
                    return add(handle, conversation.id(), 0, digest, first, posts);
                },
                Appended.Done.class::isInstance);
    }

    @Override
    public Appended append(String id, long expectedVersion, ConversationSummary digest, Entry entry, List<Post> posts) {
        return transactions.write(
                handle -> advance(handle, id, expectedVersion, digest)
                        ? add(handle, id, expectedVersion, digest, entry, posts)
                        : beaten(handle, id, entry.key()),
                Appended.Done.class::isInstance);
    }

    @Override
    public Optional<Conversation> find(String id) {
        return transactions.read(handle -> byId(handle, id).map(digest -> {
            List<Entry> entries = entries(handle, Set.of(id)).getOrDefault(id, List.of());
            return new Conversation(id, digest.flow(), digest.address(), digest.createdAt(), entries.size(), entries);
        }));
    }

    @Override
    public Map<String, List<Entry>> entries(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : transactions.read(handle -> entries(handle, ids));
    }

    private Map<String, List<Entry>> entries(Handle handle, Collection<String> ids) {
        return handle
                .createQuery("select conversation, document from entries where conversation in (<ids>)"
                        + " order by conversation, position")
                .bindList("ids", List.copyOf(ids))
                .map((row, context) ->
                        Map.entry(row.getString("conversation"), documents.entry(row.getString("document"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Override
    public Optional<ConversationSummary> digest(String id) {
        return transactions.read(handle -> byId(handle, id));
    }

    private Optional<ConversationSummary> byId(Handle handle, String id) {
        return handle.select("select " + SharedColumns.DIGEST + " from conversations c where c.id = ?", id)
                .map((row, context) -> SharedColumns.digest(row, documents))
                .findOne();
    }

    @Override
    public Optional<String> holder(String channel, String workspace, String key) {
        return transactions.find(
                "select conversation from entries where channel = ? and workspace = ? and event_key = ?",
                row -> row.getString("conversation"),
                channel,
                workspace,
                key);
    }

    @Override
    public Optional<Address> address(String id) {
        return transactions.find(
                "select " + SharedColumns.ADDRESS + " from conversations c where c.id = ?", SharedColumns::address, id);
    }

    @Override
    public boolean opening(Address room) {
        return transactions.read(handle -> SharedColumns.opening(handle, room));
    }

    @Override
    public List<ConversationSummary> list(String channel, String workspace, int limit) {
        return transactions.list(
                "select " + SharedColumns.DIGEST + """
                         from conversations c
                        where c.channel = ? and c.workspace = ?
                        order by c.updated_at desc, c.id limit ?""",
                row -> SharedColumns.digest(row, documents),
                channel,
                workspace,
                limit);
    }

    @Override
    public Optional<ConversationSummary> digest(Address address) {
        return transactions.find(
                "select " + SharedColumns.DIGEST + """
                         from conversations c
                        where c.channel = ? and c.workspace = ? and c.room = ? and c.thread = ?
                        order by c.created_at desc, c.id limit 1""",
                row -> SharedColumns.digest(row, documents),
                address.channel(),
                address.workspace(),
                address.room(),
                address.thread());
    }

    @Override
    public List<ConversationSummary> inRooms(
            String channel,
            String workspace,
            Collection<String> rooms,
            Set<ConversationSummary.State> states,
            int limit) {
        if (rooms.isEmpty() || states.isEmpty()) {
            return List.of();
        }
        return transactions.read(handle -> handle.createQuery("select " + SharedColumns.DIGEST + """
                         from conversations c
                        where c.channel = :channel and c.workspace = :workspace
                          and c.room in (<rooms>) and c.state in (<states>)
                        order by c.updated_at desc, c.id limit :limit""")
                .bind("channel", channel)
                .bind("workspace", workspace)
                .bindList("rooms", List.copyOf(rooms))
                .bindList(
                        "states",
                        states.stream()
                                .map(ConversationSummary.State::name)
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .toList())
                .bind("limit", limit)
                .map((row, context) -> SharedColumns.digest(row, documents))
                .list());
    }

    @Override
    public List<Kept> posts(String id) {
        return transactions.list(
                "select sequence, entry, kept_at, document from posts where conversation = ? order by sequence",
                row -> new Kept(
                        row.getLong("sequence"),
                        row.getLong("entry"),
                        Instant.ofEpochMilli(row.getLong("kept_at")),
                        documents.post(row.getString("document"))),
                id);
    }

    @Override
    public List<Post> newest(String id) {
        return transactions.list("""
                        select p.document from posts p
                        join (select min(sequence) as first, max(sequence) as last
                              from posts where conversation = ? group by post_key) versions on versions.last = p.sequence
                        where p.conversation = ? order by versions.first""", row -> documents.post(row.getString("document")), id, id);
    }

    @Override
    public boolean told(String id, Predicate<String> key) {
        return transactions
                .list(
                        "select post_key, document from posts where conversation = ?",
                        row -> key.test(row.getString("post_key"))
                                && documents.post(row.getString("document")).place() instanceof Post.Elsewhere,
                        id)
                .contains(true);
    }

    /** Counts the version up if nobody else did since; then the row is ours until the transaction ends. */
    private boolean advance(Handle handle, String id, long expectedVersion, ConversationSummary digest) {
        Update update = handle.createUpdate("""
                        update conversations
                        set version = version + 1, title = :title, state = :state, verdict = :verdict,
                            headline = :headline, saving = :saving, updated_at = :updatedAt, <changes>
                        where id = :id and version = :expected""").define("changes", DecisionColumns.CHANGES);
        return SharedColumns.bind(update, digest, documents)
                        .bind("id", id)
                        .bind("expected", expectedVersion)
                        .execute()
                == 1;
    }

    private Appended add(
            Handle handle, String id, long position, ConversationSummary digest, Entry entry, List<Post> posts) {
        int added = handle.execute("""
                insert into entries (conversation, position, channel, workspace, event_key, document)
                select c.id, ?, c.channel, c.workspace, ?, ? from conversations c where c.id = ?
                on conflict do nothing""", position, entry.key(), documents.of(entry), id);
        if (added == 0) {
            return beaten(handle, id, entry.key());
        }
        PostRows.add(handle, documents, new PostRows.Batch(id, position, digest.updatedAt()), posts);
        return new Appended.Done(position + 1);
    }

    /** Somebody else was first: with this very event, or with another one. */
    private static Appended beaten(Handle handle, String id, String key) {
        Optional<String> holder =
                handle.select("""
                        select e.conversation from entries e
                        join conversations c on c.channel = e.channel and c.workspace = e.workspace
                        where c.id = ? and e.event_key = ?""", id, key).mapTo(String.class).findOne();
        if (holder.isPresent()) {
            return new Appended.Duplicate(holder.get());
        }
        return new Appended.Conflict(handle.select("select version from conversations where id = ?", id)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }
}
