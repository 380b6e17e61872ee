package dev.tunewise.storage.sql;

import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.session.lease.Backlog;
import dev.tunewise.session.lease.StuckWork;
import dev.tunewise.storage.document.DocumentCodec;
import dev.tunewise.storage.document.StorageException;
import dev.tunewise.storage.transaction.GroupCommit;
import dev.tunewise.storage.transaction.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The inbox in a database. What comes and goes at the same time is committed together. */
public final class JdbcInbox implements Inbox {
    private final Transactions transactions;
    private final DocumentCodec documents;
    private final GroupCommit<RequestRow, Kept> arrivals = new GroupCommit<>(this::insert);
    private final GroupCommit<Long, Long> departures = new GroupCommit<>(this::delete);

    private final GroupCommit<Item, Item> beginnings = new GroupCommit<>(this::count);

    public JdbcInbox(Transactions transactions, DocumentCodec documents) {
        this.transactions = transactions;
        this.documents = documents;
    }

    @Override
    public Kept keep(Arrival arrival, String owner) {
        return arrivals.keep(new RequestRow(new Item(0, arrival, 0, null), owner));
    }

    private List<Kept> insert(List<RequestRow> group) {
        return transactions.write(
                handle -> {
                    long now = transactions.now(handle);
                    return group.stream()
                            .map(request -> insert(handle, request, now))
                            .toList();
                },
                ids -> true);
    }

    /** Leased at once unless an earlier request of its lane is with somebody else, or waits for another try. */
    private Kept insert(Handle handle, RequestRow request, long now) {
        Arrival arrival = request.item().arrival();
        boolean leased = !request.owner().isEmpty() && !behind(handle, request);
        long id = handle.createQuery("""
                        insert into requests (channel, workspace, lane, document, arrived_at, owner, leased_until, attempts)
                        values (:channel, :workspace, :lane, :document, :now, :owner, :until, 0) returning id""")
                .bindMethods(arrival)
                .bind("document", documents.seal(arrival.request()))
                .bind("now", now)
                .bind("owner", leased ? request.owner() : "")
                .bind("until", leased ? JdbcLeases.HELD : 0)
                .mapTo(Long.class)
                .one();
        return new Kept(id, leased);
    }

    private static boolean behind(Handle handle, RequestRow request) {
        Arrival arrival = request.item().arrival();
        return !arrival.lane().isEmpty()
                && handle.select("""
                                select 1 from requests
                                where channel = ? and lane = ? and owner <> ? and aside = 0 limit 1""", arrival.channel(), arrival.lane(), request.owner())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent();
    }

    @Override
    public List<Item> take(String channel, String owner, Collection<String> busy, int limit) {
        List<RequestRow> heads =
                transactions.read(handle -> RequestRow.heads(handle, channel, busy, limit, transactions.now(handle)));
        if (heads.isEmpty()) {
            return List.of();
        }
        return transactions.write(
                handle -> {
                    List<Item> taken = new ArrayList<>();
                    for (RequestRow head : heads) {
                        lease(handle, owner, head, taken);
                    }
                    return taken;
                },
                taken -> !taken.isEmpty());
    }

    private void lease(Handle handle, String owner, RequestRow head, List<Item> taken) {
        if (!head.lease(handle, owner)) {
            return;
        }
        taken.add(opened(head.item()));
        if (head.item().arrival().lane().isEmpty()) {
            return;
        }
        for (RequestRow next : RequestRow.followers(handle, head.item())) {
            // Behind one that somebody holds, the others wait.
            if (!next.owner().isEmpty() || !next.lease(handle, owner)) {
                return;
            }
            taken.add(opened(next.item()));
        }
    }

    /** What does not open is worked on all the same: it fails there, and is set aside where an operator sees it. */
    private Item opened(Item item) {
        Arrival kept = item.arrival();
        try {
            return new Item(
                    item.id(),
                    new Arrival(kept.channel(), kept.workspace(), kept.lane(), documents.open(kept.request())),
                    item.attempts(),
                    null);
        } catch (StorageException keyMissing) {
            return item;
        }
    }

    @Override
    public void begun(Item item) {
        beginnings.keep(item);
    }

    private List<Item> count(List<Item> group) {
        transactions.write(handle -> group.forEach(item -> tries(handle, item.id(), item.attempts() + 1)));
        return group;
    }

    private static void tries(Handle handle, long id, int attempts) {
        handle.execute("update requests set attempts = ? where id = ?", attempts, id);
    }

    @Override
    public void done(long id) {
        departures.keep(id);
    }

    private List<Long> delete(List<Long> group) {
        transactions.write(handle -> {
            handle.createUpdate("delete from requests where id in (<ids>)")
                    .bindList("ids", group)
                    .execute();
        });
        return group;
    }

    @Override
    public void later(Item item, boolean tried, Duration wait, String reason) {
        long id = item.id();
        transactions.write(handle -> {
            // Whoever keeps a request of this lane meanwhile sees this one held or given back, never something in
            // between.
            handle.execute("""
                            update requests set owner = '', leased_until = 0
                            where lane <> '' and id > ? and aside = 0
                              and (channel, lane, owner) = (select h.channel, h.lane, h.owner from requests h where h.id = ?)""", id, id);
            handle.execute(
                    "update requests set owner = '', leased_until = ?, reason = ? where id = ?",
                    transactions.now(handle) + wait.toMillis(),
                    reason,
                    id);
            tries(handle, id, item.attempts() + (tried ? 1 : 0));
        });
    }

    @Override
    public void handBack(String owner, List<Long> ids) {
        transactions.write(handle -> {
            handle.createUpdate("""
                            update requests set owner = '', leased_until = 0
                            where id in (<ids>) and owner = :owner and aside = 0""").bindList("ids", ids).bind("owner", owner).execute();
        });
    }

    @Override
    public void setAside(long id, String reason) {
        transactions.execute(
                "update requests set owner = '', leased_until = ?, aside = 1, reason = ? where id = ?",
                JdbcLeases.HELD,
                reason,
                id);
    }

    @Override
    public long waiting(String channel) {
        return transactions.read(
                handle -> handle.select("select count(*) from requests where channel = ? and aside = 0", channel)
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public Backlog backlog() {
        return transactions.read(handle -> handle.createQuery("""
                        select count(case when aside = 0 then 1 end) as waiting, count(case when aside = 1 then 1 end) as aside,
                               min(case when aside = 0 then arrived_at end) as oldest from requests""")
                .map((row, context) -> SharedColumns.backlog(row, transactions.now(handle)))
                .one());
    }

    @Override
    public List<StuckWork> stuck(int limit) {
        return transactions.read(handle -> handle.select("""
                        select id, channel, workspace, '' as conversation, attempts, arrived_at as since, aside, reason
                        from requests where aside = 1 or reason <> '' order by aside desc, id limit ?""", limit)
                .map((row, context) -> SharedColumns.stuck(row, transactions.now(handle)))
                .list());
    }

    @Override
    public boolean retry(long id) {
        return transactions.execute(
                        "update requests set aside = 0, owner = '', leased_until = 0, attempts = 0"
                                + " where id = ? and (aside = 1 or owner = '')",
                        id)
                == 1;
    }

    @Override
    public boolean drop(long id) {
        return transactions.execute("delete from requests where id = ? and (aside = 1 or owner = '')", id) == 1;
    }
}
