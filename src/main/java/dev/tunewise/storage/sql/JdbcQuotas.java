package dev.tunewise.storage.sql;

import dev.tunewise.session.quota.SharedCounts;
import dev.tunewise.storage.transaction.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Counts that all processes on one PostgreSQL share. */
public final class JdbcQuotas implements SharedCounts {
    private static final long WINDOW = Duration.ofMinutes(1).toMillis();

    private final Transactions transactions;
    private volatile long cleaned;

    public JdbcQuotas(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Map<String, Count> add(Map<String, Integer> amounts) {
        // In one order, so that processes do not wait for one another in a circle.
        List<Map.Entry<String, Integer>> ordered =
                amounts.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        return transactions.write(
                handle -> {
                    // A crash may lose the last counts: nobody waits for the disk.
                    handle.execute("set local synchronous_commit = off");
                    long now = transactions.now(handle);
                    Map<String, Count> counts = new HashMap<>();
                    for (Map.Entry<String, Integer> each : ordered) {
                        counts.put(each.getKey(), add(handle, hash(each.getKey()), each.getValue(), now));
                    }
                    // Last: whoever holds what is cleaned away must not wait for what another process counts.
                    clean(handle, now);
                    return counts;
                },
                _ -> true);
    }

    private static Count add(Handle handle, String hash, int amount, long now) {
        return handle.createQuery("""
                        insert into quotas (name, began, counted) values (:name, :now, :amount)
                        on conflict (name) do update set
                            counted = quotas.counted * (case when quotas.began > :past then 1 else 0 end) + excluded.counted,
                            began = case when quotas.began > :past then quotas.began else excluded.began end
                        returning began, counted""")
                .bind("name", hash)
                .bind("now", now)
                .bind("amount", amount)
                .bind("past", now - WINDOW)
                .map((row, context) ->
                        new Count(row.getInt("counted"), Duration.ofMillis(Math.max(0, now - row.getLong("began")))))
                .one();
    }

    /** Once a minute what is over goes; what others hold just now waits for the next time. */
    private void clean(Handle handle, long now) {
        if (Math.abs(now - cleaned) > WINDOW) {
            cleaned = now;
            handle.execute("""
                            delete from quotas where name in
                            (select name from quotas where began < ? for update skip locked)""", now - 2 * WINDOW);
        }
    }

    /** Who asked does not stand in the table. */
    private static String hash(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
