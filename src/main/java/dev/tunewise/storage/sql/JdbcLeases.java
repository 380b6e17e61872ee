package dev.tunewise.storage.sql;

import dev.tunewise.session.lease.LeaseStore;
import dev.tunewise.storage.transaction.Transactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;

/** Processes and their leases in a database. */
public final class JdbcLeases implements LeaseStore {
    /** To versions that know times only, what a process holds is leased for ever. */
    static final long HELD = Long.MAX_VALUE / 4;

    /** No wait is longer; one that is comes from a clock that was wrong. */
    private static final long LONGEST_WAIT = 1_800_000L;

    /** A clock that lost more than this since the last beat was set back; less may be a pause of ours between two looks. */
    private static final long SET_BACK = 5_000L;

    private static final List<String> TABLES = List.of("requests", "posts");

    private final Transactions transactions;
    private final LongSupplier nanos;
    private volatile long ahead = Long.MIN_VALUE;

    /** `nanos`: elapsed time in nanoseconds, as {@link System#nanoTime()} gives it. */
    public JdbcLeases(Transactions transactions, LongSupplier nanos) {
        this.transactions = transactions;
        this.nanos = nanos;
    }

    @Override
    public Map<String, Long> beat(String owner) {
        return transactions.write(
                handle -> {
                    handle.execute("""
                                    insert into workers (id, beats) values (?, 1)
                                    on conflict (id) do update set beats = workers.beats + 1""", owner);
                    giveBackOfUnknown(handle);
                    return handle.createQuery("select id, beats from workers")
                            .reduceResultSet(new HashMap<String, Long>(), (all, row, context) -> {
                                all.put(row.getString("id"), row.getLong("beats"));
                                return all;
                            });
                },
                _ -> true);
    }

    private void giveBackOfUnknown(Handle handle) {
        long now = transactions.now(handle);
        long far = setBack(now) ? now : now + LONGEST_WAIT;
        handle.execute("""
                        update requests set owner = '', leased_until = 0
                        where aside = 0 and ((owner <> '' and owner not in (select id from workers))
                            or (owner = '' and leased_until > ?))""", far);
        handle.execute("""
                        update posts set owner = '', leased_until = 0, not_before = 0
                        where state = 'waiting' and ((owner <> '' and owner not in (select id from workers))
                            or (owner = '' and (not_before > ? or leased_until > ?)))""", far, far);
    }

    /** Whether the clock was set back since the last look: what waits for a time by the old one would wait for too long. */
    private boolean setBack(long now) {
        long before = ahead;
        ahead = now - nanos.getAsLong() / 1_000_000;
        return before != Long.MIN_VALUE && ahead < before - SET_BACK;
    }

    @Override
    public void release(String owner) {
        transactions.write(handle -> {
            handle.execute("delete from workers where id = ?", owner);
            for (String table : TABLES) {
                handle.createUpdate("update <table> set owner = '', leased_until = 0 where owner = :owner and <held>")
                        .define("table", table)
                        .define("held", table.equals("posts") ? "state = 'waiting'" : "aside = 0")
                        .bind("owner", owner)
                        .execute();
            }
        });
    }

    @Override
    public void releaseAll() {
        transactions.write(handle -> {
            handle.execute("delete from workers");
            handle.execute("update requests set owner = '', leased_until = 0 where aside = 0");
            handle.execute("update posts set owner = '', leased_until = 0 where state = 'waiting'");
        });
    }
}
