package dev.tunewise.storage.sql;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.storage.document.DocumentCodec;
import dev.tunewise.storage.document.TextRedaction;
import dev.tunewise.storage.transaction.Transactions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Takes words out of consultations that stay: those of a person, or of a message. */
record Redactions(Transactions transactions, DocumentCodec documents) {
    /** How much of a consultation was somebody's. */
    enum Part {
        ALONE,
        AMONG_OTHERS,
        ABSENT
    }

    private record Row(long id, String key, long entry, String state, String document) {}

    /**
     * Takes a person out; a consultation that was theirs alone is left to be deleted whole.
     *
     * @param named whether their name may stand for their id, where no platform gives ids that people know
     */
    Part ofPerson(String id, String person, boolean named) {
        return transactions.write(
                handle -> {
                    List<Entry> entries = entries(handle, id);
                    Predicate<Entry> theirs = entry -> entry.author().id().equals(person)
                            || (named && entry.author().name().equals(person));
                    Set<String> ids = entries.stream()
                            .filter(theirs)
                            .map(entry -> entry.author().id())
                            .collect(Collectors.toSet());
                    long count = entries.stream().filter(theirs).count();
                    if (count == 0 || count == entries.size()) {
                        return count == 0 ? Part.ABSENT : Part.ALONE;
                    }
                    TextRedaction redaction = TextRedaction.ofPerson();
                    redact(handle, id, entries, theirs, redaction);
                    posts(handle, id, redaction);
                    beside(handle, id, redaction);
                    handle.createUpdate("update conversations set owner_id = '' where id = :id and owner_id in (<ids>)")
                            .bind("id", id)
                            .bindList("ids", List.copyOf(ids))
                            .execute();
                    return Part.AMONG_OTHERS;
                },
                _ -> true);
    }

    /** Takes the words of a message out, and has posts that stand in a thread with them edited; says whether there were any. */
    boolean ofMessage(String id, String message, String now, Instant at) {
        return transactions.write(
                handle -> {
                    List<Entry> entries = entries(handle, id);
                    TextRedaction redaction = TextRedaction.ofMessage(now);
                    if (!redact(handle, id, entries, entry -> entry.message().equals(message), redaction)) {
                        return false;
                    }
                    for (Row row : posts(handle, id, redaction)) {
                        Post post = documents.post(row.document());
                        PostRows.add(handle, documents, new PostRows.Batch(id, row.entry(), at), List.of(post));
                    }
                    beside(handle, id, redaction);
                    return true;
                },
                changed -> changed);
    }

    private List<Entry> entries(Handle handle, String id) {
        return handle.createQuery("select document from entries where conversation = :id order by position")
                .bind("id", id)
                .map((row, context) -> documents.entry(row.getString("document")))
                .list();
    }

    private boolean redact(
            Handle handle, String id, List<Entry> entries, Predicate<Entry> which, TextRedaction redaction) {
        boolean changed = false;
        for (int position = 0; position < entries.size(); position++) {
            Entry entry = entries.get(position);
            Entry without = which.test(entry) ? redaction.of(entry) : entry;
            if (!without.equals(entry)) {
                changed = true;
                handle.execute(
                        "update entries set document = ? where conversation = ? and position = ?",
                        documents.of(without),
                        id,
                        position);
            }
        }
        return changed;
    }

    /** Changes all posts; gives those that stand on a platform with the words and that no later post replaces. */
    private List<Row> posts(Handle handle, String id, TextRedaction redaction) {
        Map<String, Row> standing = new LinkedHashMap<>();
        List<Row> rows = handle.createQuery("""
                        select id, post_key, entry, case when reference <> '' then 'sent' when state = 'sent' then '' else state end as state,
                               document
                        from posts where conversation = :id order by sequence""")
                .bind("id", id)
                .map((row, context) -> new Row(
                        row.getLong("id"),
                        row.getString("post_key"),
                        row.getLong("entry"),
                        row.getString("state"),
                        row.getString("document")))
                .list();
        for (Row row : rows) {
            String plain = documents.open(row.document());
            String redacted = documents.redacted(row.document(), redaction);
            if (!row.state().equals("dropped")) {
                standing.remove(row.key());
            }
            if (documents.open(redacted).equals(plain)) {
                continue;
            }
            handle.execute("update posts set document = ? where id = ?", redacted, row.id());
            if (row.state().equals("sent")) {
                standing.put(row.key(), new Row(row.id(), row.key(), row.entry(), row.state(), redacted));
            }
        }
        return List.copyOf(standing.values());
    }

    /** The title, what the log of decisions holds, and what a search of it looks through. */
    private void beside(Handle handle, String id, TextRedaction redaction) {
        ConversationSummary kept = handle.createQuery(
                        "select " + SharedColumns.DIGEST + " from conversations c where c.id = :id")
                .bind("id", id)
                .map((row, context) -> SharedColumns.digest(row, documents))
                .one();
        String logged = documents.redacted(documents.of(kept.logged()), redaction);
        ConversationSummary left = kept.titled(redaction.of(kept.title())).logged(documents.logged(logged));
        handle.execute(
                "update conversations set title = ?, logged = ?, words = ? where id = ?",
                documents.seal(left.title()),
                logged,
                documents.searchable(DecisionColumns.text(left)),
                id);
    }
}
