package dev.tunewise.storage.sql;

import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.storage.document.DocumentCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The outbox in a database. A lease is taken by compare-and-set, so that two replicas never take the same post. */
public final class JdbcOutbox implements Outbox {
    private final Transactions transactions;
    private final DocumentCodec documents;

    public JdbcOutbox(Transactions transactions, DocumentCodec documents) {
        this.transactions = transactions;
        this.documents = documents;
    }

    @Override
    public List<Item> take(Instant now, Instant leaseUntil, int limit) {
        List<Item> due = transactions.read(handle -> due(handle, now, limit));
        if (due.isEmpty()) {
            return due;
        }
        return transactions.write(
                handle -> due.stream()
                        .filter(item -> lease(handle, item, now, leaseUntil))
                        .toList(),
                taken -> !taken.isEmpty());
    }

    @Override
    public void sent(long id, String reference, Instant at) {
        settle(id, "sent", reference, "", at);
    }

    @Override
    public void later(long id, Instant notBefore, String reason) {
        transactions.write(handle -> {
            handle.createUpdate("""
                            update posts set not_before = :notBefore, leased_until = 0, reason = :reason
                            where id = :id and state = 'waiting'""")
                    .bind("id", id)
                    .bind("notBefore", notBefore.toEpochMilli())
                    .bind("reason", reason)
                    .execute();
        });
    }

    @Override
    public void dropped(long id, String reason, Instant at) {
        settle(id, "dropped", "", reason, at);
    }

    @Override
    public Optional<String> reference(String conversation, String postKey) {
        return transactions.read(handle -> handle.createQuery("""
                        select reference from posts
                        where conversation = :conversation and post_key = :key and state = 'sent' and reference <> ''
                        order by sequence desc limit 1""")
                .bind("conversation", conversation)
                .bind("key", postKey)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public boolean superseded(long id) {
        return transactions.read(handle ->
                handle.createQuery("""
                        select count(*) from posts p
                        join posts n on n.conversation = p.conversation and n.post_key = p.post_key
                                    and n.sequence > p.sequence and n.state = 'waiting'
                        where p.id = :id""").bind("id", id).mapTo(Long.class).one() > 0);
    }

    @Override
    public long waiting() {
        return transactions.read(handle -> handle.createQuery("select count(*) from posts where state = 'waiting'")
                .mapTo(Long.class)
                .one());
    }

    private void settle(long id, String state, String reference, String reason, Instant at) {
        transactions.write(handle -> {
            handle.createUpdate("""
                            update posts set state = :state, reference = :reference, reason = :reason, settled_at = :at
                            where id = :id and state = 'waiting'""")
                    .bind("id", id)
                    .bind("state", state)
                    .bind("reference", reference)
                    .bind("reason", reason)
                    .bind("at", at.toEpochMilli())
                    .execute();
        });
    }

    /** The first waiting post of every consultation, where nothing keeps it back. */
    private List<Item> due(Handle handle, Instant now, int limit) {
        return handle.createQuery(
                        "select p.id as post, p.conversation, p.document, p.attempts, " + SharedColumns.ADDRESS + """
                        ,
                               coalesce((select s.reference from posts s
                                         where s.conversation = p.conversation and s.post_key = p.post_key
                                           and s.state = 'sent' and s.reference <> ''
                                         order by s.sequence desc limit 1), '') as replaces
                        from posts p
                        join conversations c on c.id = p.conversation
                        where p.state = 'waiting' and p.not_before <= :now and p.leased_until <= :now
                          and not exists (select 1 from posts e
                                          where e.conversation = p.conversation and e.state = 'waiting'
                                            and e.sequence < p.sequence)
                        order by p.id limit :limit""")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> item(row))
                .list();
    }

    private Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getLong("post"),
                row.getString("conversation"),
                SharedColumns.address(row),
                documents.post(row.getString("document")),
                row.getString("replaces"),
                row.getInt("attempts"));
    }

    /** Counts the attempt now, so that a post that kills the process is counted too. */
    private static boolean lease(Handle handle, Item item, Instant now, Instant until) {
        return handle.createUpdate("""
                                update posts set leased_until = :until, attempts = attempts + 1
                                where id = :id and state = 'waiting' and not_before <= :now
                                  and leased_until <= :now and attempts = :attempts""")
                        .bind("id", item.id())
                        .bind("now", now.toEpochMilli())
                        .bind("until", until.toEpochMilli())
                        .bind("attempts", item.attempts())
                        .execute()
                == 1;
    }
}
