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
        transactions.execute(
                "insert into audit (noted_at, who, action, place, what) values (?, ?, ?, ?, ?)",
                event.at().toEpochMilli(),
                event.who(),
                event.action().word(),
                event.where(),
                event.what());
    }

    @Override
    public List<Event> latest(int limit) {
        return transactions.list(
                "select noted_at, who, action, place, what from audit order by id desc limit ?",
                row -> new Event(
                        Instant.ofEpochMilli(row.getLong("noted_at")),
                        row.getString("who"),
                        Action.valueOf(
                                row.getString("action").toUpperCase(Locale.ROOT).replace('-', '_')),
                        row.getString("place"),
                        row.getString("what")),
                limit);
    }
}
