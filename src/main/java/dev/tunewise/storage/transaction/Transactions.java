package dev.tunewise.storage.transaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Runs work on a connection: reads on their own, writes in one transaction each. */
public final class Transactions {
    private final Jdbi jdbi;
    private final Dialect dialect;
    private final ReentrantLock writer = new ReentrantLock(true);

    private final ToLongFunction<Handle> clock;
    private final Runnable guard;

    /**
     * @param clock the time that all processes on the database share, in milliseconds since 1970
     * @param guard throws when nothing may be written, since it would be lost
     */
    public Transactions(Jdbi jdbi, Dialect dialect, ToLongFunction<Handle> clock, Runnable guard) {
        this.clock = clock;
        this.guard = guard;
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The present, in milliseconds since 1970. */
    public long now(Handle handle) {
        return clock.applyAsLong(handle);
    }

    /** Whether processes on other machines may use the database too. */
    public boolean shared() {
        return !dialect.oneWriter();
    }

    public <T> T read(Function<Handle, T> work) {
        return jdbi.withHandle(work::apply);
    }

    /** Reads the columns of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** All rows of a query. `values`: for its question marks. */
    public <T> List<T> list(String query, Row<T> row, Object... values) {
        return read(handle ->
                handle.select(query, values).map((found, _) -> row.of(found)).list());
    }

    /** The only row of a query, where it gives one. `values`: for its question marks. */
    public <T> Optional<T> find(String query, Row<T> row, Object... values) {
        return list(query, row, values).stream().findFirst();
    }

    /** Carries out one statement; says how many rows it changed. `values`: for its question marks. */
    public int execute(String statement, Object... values) {
        return write(handle -> handle.execute(statement, values), _ -> true);
    }

    public void write(Consumer<Handle> work) {
        write(
                handle -> {
                    work.accept(handle);
                    return true;
                },
                done -> done);
    }

    /** Commits if the result passes, and rolls back if it does not or the work throws. */
    public <T> T write(Function<Handle, T> work, Predicate<T> keep) {
        guard.run();
        if (!dialect.oneWriter()) {
            return transact(work, keep);
        }
        writer.lock();
        try {
            return transact(work, keep);
        } finally {
            writer.unlock();
        }
    }

    /** Overwrites what SQLite's log still holds of what was deleted. */
    public void emptyLog() {
        if (dialect.oneWriter()) {
            read(handle -> handle.createQuery("pragma wal_checkpoint(truncate)")
                    .mapToMap()
                    .list());
        }
    }

    /** Rewrites an SQLite file without what its free pages still hold. */
    public void compact() {
        if (dialect.oneWriter()) {
            guard.run();
            writer.lock();
            try {
                jdbi.useHandle(handle -> handle.execute("vacuum"));
            } finally {
                writer.unlock();
            }
        }
    }

    private <T> T transact(Function<Handle, T> work, Predicate<T> keep) {
        try (Handle handle = jdbi.open()) {
            handle.begin();
            boolean kept = false;
            try {
                T result = work.apply(handle);
                if (keep.test(result)) {
                    handle.commit();
                    kept = true;
                }
                return result;
            } finally {
                if (!kept) {
                    handle.rollback();
                }
            }
        }
    }
}
