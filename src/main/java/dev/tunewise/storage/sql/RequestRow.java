package dev.tunewise.storage.sql;

import dev.tunewise.session.inbox.Inbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A request of the inbox as its row tells it. `owner`: id of the process that holds it; empty when nobody does. */
record RequestRow(Inbox.Item item, String owner) {
    private static final int FOLLOWERS = 50;
    private static final String COLUMNS = "id, channel, workspace, lane, document, attempts, owner";

    static List<RequestRow> heads(Handle handle, String channel, Collection<String> busy, int limit, long now) {
        String except = busy.isEmpty() ? "" : " and r.workspace not in (<busy>)";
        var query = handle.createQuery("select " + COLUMNS + """
                         from requests r
                        where r.channel = :channel and r.owner = '' and r.leased_until <= :now and r.aside = 0""" + except + """
                          and (r.lane = '' or not exists (
                              select 1 from requests e
                              where e.channel = r.channel and e.lane = r.lane and e.id < r.id and e.aside = 0))
                        order by r.leased_until, r.id limit :limit""");
        if (!busy.isEmpty()) {
            query.bindList("busy", List.copyOf(busy));
        }
        return query.bind("channel", channel)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list();
    }

    static List<RequestRow> followers(Handle handle, Inbox.Item head) {
        return handle.createQuery("select " + COLUMNS + """
                         from requests
                        where channel = :channel and lane = :lane and id > :id and aside = 0 order by id limit :limit""")
                .bind("channel", head.arrival().channel())
                .bind("lane", head.arrival().lane())
                .bind("id", head.id())
                .bind("limit", FOLLOWERS)
                .map((row, context) -> row(row))
                .list();
    }

    private static RequestRow row(ResultSet row) throws SQLException {
        Inbox.Arrival arrival = new Inbox.Arrival(
                row.getString("channel"), row.getString("workspace"), row.getString("lane"), row.getString("document"));
        return new RequestRow(
                new Inbox.Item(row.getLong("id"), arrival, row.getInt("attempts"), null), row.getString("owner"));
    }

    boolean lease(Handle handle, String owner) {
        return handle.createUpdate("""
                                update requests set owner = :owner, leased_until = :held
                                where id = :id and owner = '' and attempts = :attempts and aside = 0""")
                        .bind("id", item.id())
                        .bind("owner", owner)
                        .bind("held", JdbcLeases.HELD)
                        .bind("attempts", item.attempts())
                        .execute()
                == 1;
    }
}
