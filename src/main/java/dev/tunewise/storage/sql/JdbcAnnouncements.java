package dev.tunewise.storage.sql;

import dev.tunewise.chat.Post;
import dev.tunewise.session.store.Announcements;
import dev.tunewise.storage.document.DocumentCodec;
import dev.tunewise.storage.transaction.Transactions;
import java.time.Instant;
import java.util.List;

/** Announcements in a database. */
public record JdbcAnnouncements(Transactions transactions, DocumentCodec documents) implements Announcements {
    @Override
    public boolean made(String key) {
        return transactions
                .find("select 1 from announcements where announcement = ?", _ -> true, key)
                .isPresent();
    }

    @Override
    public boolean make(String key, Instant at, String conversation, List<Post> posts) {
        return transactions.write(
                handle -> {
                    int taken = handle.execute(
                            "insert into announcements (announcement, said_at)"
                                    + " values (?, ?) on conflict do nothing",
                            key,
                            at.toEpochMilli());
                    if (taken == 1 && !posts.isEmpty()) {
                        // They answer no entry: nobody asked for them just now.
                        PostRows.add(handle, documents, new PostRows.Batch(conversation, -1, at), posts);
                    }
                    return taken == 1;
                },
                kept -> kept);
    }
}
