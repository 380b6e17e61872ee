package dev.tunewise.storage.sql;

import dev.tunewise.session.lease.Backlog;
import dev.tunewise.session.lease.StuckWork;
import dev.tunewise.session.outbox.Delivery;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.store.Address;
import dev.tunewise.storage.document.DocumentCodec;
import dev.tunewise.storage.transaction.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** The outbox in a database. A lease is taken by compare-and-set, so that two replicas never take the same post. */
public record JdbcOutbox(Transactions transactions, DocumentCodec documents) implements Outbox {
    private static final int HELD = 2;

    @Override
    public List<Item> take(String owner, Collection<String> busy, Predicate<Address> admits, int limit) {
        List<Item> due = transactions.read(handle -> due(handle, busy, 2 * limit)).stream()
                .filter(item -> admits.test(item.address()))
                .limit(limit)
                .toList();
        if (due.isEmpty()) {
            return due;
        }
        return transactions.write(
                handle -> {
                    long now = transactions.now(handle);
                    return due.stream()
                            .filter(item -> lease(handle, owner, item, now))
                            .toList();
                },
                taken -> !taken.isEmpty());
    }

    @Override
    public void sent(Item item, String reference, Address address) {
        transactions.write(handle -> {
            if (!address.equals(item.address())) {
                SharedColumns.move(handle, item.conversation(), address);
            }
            settle(handle, item.id(), "sent", reference, "", 0);
        });
    }

    @Override
    public void later(String owner, long id, Duration wait, String reason, boolean uncertain) {
        transactions.write(handle -> later(handle, owner, id, "", wait, reason, uncertain));
    }

    @Override
    public void partly(String owner, Item item, Delivery.Outcome.Sent sent, Duration wait, String reason) {
        transactions.write(handle -> {
            if (!sent.address().equals(item.address())) {
                SharedColumns.move(handle, item.conversation(), sent.address());
            }
            // An older version beside this one sends such a post again; that it looks before keeps it from doubling it.
            later(handle, owner, item.id(), sent.reference(), wait, reason, true);
        });
    }

    private void later(
            Handle handle, String owner, long id, String reference, Duration wait, String reason, boolean uncertain) {
        handle.execute(
                """
                update posts set not_before = ?, leased_until = 0, owner = '', reason = ?, uncertain = ?,
                    reference = coalesce(nullif(?, ''), reference)
                where id = ? and state = 'waiting' and owner = ?""", transactions.now(handle) + wait.toMillis(), reason, uncertain ? 1 : 0, reference, id, owner);
    }

    @Override
    public void dropped(long id, String reason) {
        transactions.write(handle -> settle(handle, id, "dropped", "", reason, 0));
    }

    @Override
    public void setAside(long id, String reason) {
        transactions.write(handle -> settle(handle, id, "dropped", "", reason, 1));
    }

    @Override
    public void hold(long id, String reason) {
        transactions.write(handle -> settle(handle, id, "dropped", "", reason, HELD));
    }

    @Override
    public List<Held> held() {
        return transactions.read(handle -> handle.select("select p.id as post, " + SharedColumns.ADDRESS + """
                         from posts p join conversations c on c.id = p.conversation
                        where p.state = 'dropped' and p.aside = 2 order by p.id""")
                .map((row, context) -> new Held(row.getLong("post"), SharedColumns.address(row)))
                .list());
    }

    @Override
    public void release(long id) {
        transactions.write(handle -> {
            handle.execute("""
                    update posts set aside = 0, not_before = 0, leased_until = 0, attempts = 0, first_tried = 0, uncertain = 0,
                        state = case when exists (select 1 from posts n
                                                  where n.conversation = posts.conversation and n.post_key = posts.post_key
                                                    and n.sequence > posts.sequence
                                                    and (n.state <> 'dropped' or n.aside = 2))
                                     then 'dropped' else 'waiting' end
                    where id = ? and state = 'dropped' and aside = 2""", id);
        });
    }

    @Override
    public Optional<String> reference(String conversation, String postKey) {
        return transactions.find("""
                        select reference from posts
                        where conversation = ? and post_key = ? and reference <> ''
                        order by sequence desc limit 1""", row -> row.getString("reference"), conversation, postKey);
    }

    @Override
    public boolean superseded(long id) {
        return transactions.find("""
                        select 1 from posts p
                        join posts n on n.conversation = p.conversation and n.post_key = p.post_key
                                    and n.sequence > p.sequence and n.state in ('waiting', 'sent')
                        where p.id = ? limit 1""", _ -> true, id).isPresent();
    }

    @Override
    public long waiting() {
        return transactions.read(handle -> handle.createQuery("select count(*) from posts where state = 'waiting'")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Backlog backlog() {
        return transactions.read(handle -> handle.createQuery("""
                        select w.waiting, w.oldest, a.aside
                        from (select count(*) as waiting, min(kept_at) as oldest from posts where state = 'waiting') w,
                             (select count(*) as aside from posts where state = 'dropped' and aside = 1) a""")
                .map((row, context) -> SharedColumns.backlog(row, transactions.now(handle)))
                .one());
    }

    @Override
    public List<StuckWork> stuck(int limit) {
        return transactions.read(handle -> handle.createQuery("""
                        select s.id, c.channel, c.workspace, s.conversation, s.attempts, s.aside, s.reason,
                               case when s.first_tried > 0 then s.first_tried else s.kept_at end as since
                        from (select * from posts where state = 'dropped' and aside = 1
                              union all select * from posts where state = 'waiting' and attempts > 0 and reason <> '') s
                        join conversations c on c.id = s.conversation
                        order by s.aside desc, s.id limit :limit""")
                .bind("limit", limit)
                .map((row, context) -> SharedColumns.stuck(row, transactions.now(handle)))
                .list());
    }

    @Override
    public boolean retry(long id) {
        return transactions.execute("""
                update posts set state = 'waiting', aside = 0, not_before = 0, leased_until = 0, owner = '', attempts = 0,
                    first_tried = 0, settled_at = null
                where id = ? and ((state = 'dropped' and aside = 1) or (state = 'waiting' and owner = ''))""", id) == 1;
    }

    @Override
    public boolean drop(long id) {
        return transactions.execute("""
                update posts set state = 'dropped', aside = 0, reason = 'dropped by an operator'
                where id = ? and ((state = 'dropped' and aside = 1) or (state = 'waiting' and owner = ''))""", id) == 1;
    }

    private void settle(Handle handle, long id, String state, String reference, String reason, int aside) {
        handle.execute("""
                update posts set state = ?, reason = ?, reference = coalesce(nullif(?, ''), reference), owner = '', aside = ?,
                    settled_at = ?
                where id = ? and state = 'waiting'""", state, reason, reference, aside, transactions.now(handle), id);
    }

    /** The first waiting post of every consultation, where nothing keeps it back; posts that were tried come after the others. */
    private List<Item> due(Handle handle, Collection<String> busy, int limit) {
        long now = transactions.now(handle);
        String except = busy.isEmpty() ? "" : " and c.workspace not in (<busy>)";
        var query = handle.createQuery(
                "select p.id as post, p.conversation, p.entry, p.document, p.attempts, p.uncertain, p.first_tried, p.reference, "
                        + SharedColumns.ADDRESS + """
                        ,
                               coalesce((select s.reference from posts s
                                         where s.conversation = p.conversation and s.post_key = p.post_key
                                           and s.reference <> ''
                                         order by s.sequence desc limit 1), '') as replaces,
                               exists (select 1 from posts s
                                       where s.conversation = p.conversation and s.post_key = p.post_key
                                         and s.state = 'sent' and s.reference <> '' and s.entry >= p.entry) as redacts
                        from posts p
                        join conversations c on c.id = p.conversation
                        where p.state = 'waiting' and p.owner = '' and p.not_before <= :now and p.leased_until <= :now""" + except + """

                          and not exists (select 1 from posts e
                                          where e.conversation = p.conversation and e.state = 'waiting'
                                            and e.sequence < p.sequence
                                            and (e.reference = '' or (e.owner <> '' and e.post_key = p.post_key)))
                        order by p.not_before, p.id limit :limit""");
        if (!busy.isEmpty()) {
            query.bindList("busy", List.copyOf(busy));
        }
        return query.bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> item(row, now))
                .list();
    }

    private Item item(ResultSet row, long now) throws SQLException {
        long first = row.getLong("first_tried");
        Duration since = first == 0 ? Duration.ZERO : Duration.ofMillis(Math.max(0, now - first));
        return new Item(
                row.getLong("post"),
                row.getString("conversation"),
                row.getLong("entry"),
                SharedColumns.address(row),
                documents.post(row.getString("document")),
                row.getString("replaces"),
                new Tries(
                        row.getInt("attempts"),
                        row.getInt("uncertain") != 0,
                        since,
                        !row.getString("reference").isEmpty()),
                row.getBoolean("redacts"),
                () -> true);
    }

    /** Counts the attempt now, so that a post that kills the process is counted too; until it is settled, nobody knows whether it arrived. */
    private static boolean lease(Handle handle, String owner, Item item, long now) {
        return handle.execute("""
                        update posts set owner = ?, leased_until = ?, attempts = attempts + 1, uncertain = 1,
                            first_tried = case when first_tried = 0 then ? else first_tried end
                        where id = ? and state = 'waiting' and owner = '' and attempts = ?""", owner, JdbcLeases.HELD, now, item.id(), item.attempts()) == 1;
    }
}
