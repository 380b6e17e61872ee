package dev.tunewise.storage.sql;

import dev.tunewise.session.inbox.Inbox;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The inbox in a database; leases work as in {@link JdbcOutbox}. What comes and goes at the same time is committed together. */
public final class JdbcInbox implements Inbox {
    private final Transactions transactions;
    private final GroupCommit<Arrival, Long> arrivals = new GroupCommit<>(this::insert);
    private final GroupCommit<Long, Long> departures = new GroupCommit<>(this::delete);

    public JdbcInbox(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public long keep(String channel, String request, Instant at, Instant leaseUntil) {
        return arrivals.keep(new Arrival(channel, request, at, leaseUntil));
    }

    private record Arrival(String channel, String request, Instant at, Instant leaseUntil) {}

    private List<Long> insert(List<Arrival> group) {
        return transactions.write(
                handle -> group.stream().map(arrival -> insert(handle, arrival)).toList(), ids -> true);
    }

    private static long insert(Handle handle, Arrival arrival) {
        return handle.createUpdate("""
                        insert into requests (channel, document, arrived_at, leased_until, attempts)
                        values (:channel, :document, :at, :until, 0)""")
                .bind("channel", arrival.channel())
                .bind("document", arrival.request())
                .bind("at", arrival.at().toEpochMilli())
                .bind("until", arrival.leaseUntil().toEpochMilli())
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong(1))
                .one();
    }

    @Override
    public List<Item> take(String channel, Instant now, Instant leaseUntil, int limit) {
        List<Item> due = transactions.read(handle -> due(handle, channel, now, limit));
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
    public long waiting(String channel) {
        return transactions.read(handle -> handle.createQuery("select count(*) from requests where channel = :channel")
                .bind("channel", channel)
                .mapTo(Long.class)
                .one());
    }

    private static List<Item> due(Handle handle, String channel, Instant now, int limit) {
        return handle.createQuery("""
                        select id, document, arrived_at, attempts from requests
                        where channel = :channel and leased_until <= :now order by id limit :limit""")
                .bind("channel", channel)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new Item(
                        row.getLong("id"),
                        row.getString("document"),
                        Instant.ofEpochMilli(row.getLong("arrived_at")),
                        row.getInt("attempts")))
                .list();
    }

    private static boolean lease(Handle handle, Item item, Instant now, Instant until) {
        return handle.createUpdate("""
                                update requests set leased_until = :until, attempts = attempts + 1
                                where id = :id and leased_until <= :now and attempts = :attempts""")
                        .bind("id", item.id())
                        .bind("now", now.toEpochMilli())
                        .bind("until", until.toEpochMilli())
                        .bind("attempts", item.attempts())
                        .execute()
                == 1;
    }
}
