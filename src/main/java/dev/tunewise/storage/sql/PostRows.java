package dev.tunewise.storage.sql;

import dev.tunewise.chat.Post;
import dev.tunewise.storage.document.DocumentCodec;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Puts posts into the outbox, within a transaction that somebody else has begun. */
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
                                attempts, not_before, leased_until, reference, reason)
                            values (:id, :sequence, :entry, :key, :at, :document, 'waiting', 0, 0, 0, '', '')""")
                    .bind("id", batch.conversation())
                    .bind("sequence", sequence++)
                    .bind("entry", batch.entry())
                    .bind("key", post.key())
                    .bind("at", batch.at().toEpochMilli())
                    .bind("document", documents.of(post))
                    .execute();
        }
    }
}
