package dev.tunewise.storage.transaction;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Runs work on a connection: reads on their own, writes in one transaction each. */
public final class Transactions {
    private final Jdbi jdbi;
    private final Dialect dialect;
    private final ReentrantLock writer = new ReentrantLock(true);

    private final DatabaseClock clock;
    private final Runnable guard;

    /**
     * @param clock the time that all processes on the database share
     * @param guard throws when nothing may be written, since it would be lost
     */
    public Transactions(Jdbi jdbi, Dialect dialect, DatabaseClock clock, Runnable guard) {
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
        return clock.now(handle);
    }

    /** Whether processes on other machines may use the database too. */
    public boolean shared() {
        return !dialect.oneWriter();
    }

    public <T> T read(Function<Handle, T> work) {
        return jdbi.withHandle(work::apply);
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

    /** Writes an SQLite file anew without what its free pages still hold. */
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
