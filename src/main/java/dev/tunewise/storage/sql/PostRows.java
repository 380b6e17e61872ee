package dev.tunewise.storage.sql;

import dev.tunewise.chat.Post;
import dev.tunewise.session.store.Address;
import dev.tunewise.storage.document.DocumentCodec;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Puts posts into the outbox, within a transaction that somebody else has begun. Those of the API, the web and the terminal are shown from here:
 * nobody has to send them, so they are settled at once.
 */
final class PostRows {
    /** What posts belong to. */
    record Batch(String conversation, long entry, Instant at) {}

    static void add(Handle handle, DocumentCodec documents, Batch batch, List<Post> posts) {
        long sequence = handle.select(
                        "select coalesce(max(sequence) + 1, 0) from posts where conversation = ?", batch.conversation())
                .mapTo(Long.class)
                .one();
        for (Post post : posts) {
            handle.createUpdate("""
                            insert into posts (conversation, sequence, entry, post_key, kept_at, document, state,
                                attempts, not_before, leased_until, reference, reason, settled_at)
                            select c.id, :sequence, :entry, :key, :at, :document,
                                case c.workspace when :here then 'sent' else 'waiting' end, 0, 0, 0, '', '',
                                case c.workspace when :here then :at end
                            from conversations c where c.id = :id""")
                    .bind("id", batch.conversation())
                    .bind("sequence", sequence++)
                    .bind("entry", batch.entry())
                    .bind("here", Address.HERE)
                    .bind("key", post.key())
                    .bind("at", batch.at().toEpochMilli())
                    .bind("document", documents.of(post))
                    .execute();
        }
    }
}
