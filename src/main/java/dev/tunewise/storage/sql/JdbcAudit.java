package dev.tunewise.storage.sql;

import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.storage.transaction.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The audit trail in a database; rows are added and read, never changed. */
public record JdbcAudit(Transactions transactions) implements AuditTrail {
    @Override
    public void note(Event event) {
        transactions.write(handle -> {
            handle.createUpdate("""
                            insert into audit (noted_at, who, action, place, what)
                            values (:at, :who, :action, :place, :what)""")
                    .bind("at", event.at().toEpochMilli())
                    .bind("who", event.who())
                    .bind("action", event.action().word())
                    .bind("place", event.where())
                    .bind("what", event.what())
                    .execute();
        });
    }

    @Override
    public List<Event> latest(int limit) {
        return transactions.read(handle -> handle.select(
                        "select noted_at, who, action, place, what from audit order by id desc limit ?", limit)
                .map((row, context) -> new Event(
                        Instant.ofEpochMilli(row.getLong("noted_at")),
                        row.getString("who"),
                        Action.valueOf(
                                row.getString("action").toUpperCase(Locale.ROOT).replace('-', '_')),
                        row.getString("place"),
                        row.getString("what")))
                .list());
    }
}
