package dev.tunewise.storage.transaction;

import org.jdbi.v3.core.Handle;

/** The time that all processes on one database share, in milliseconds since 1970. */
@FunctionalInterface
public interface DatabaseClock {
    long now(Handle handle);

    /** PostgreSQL's own time: the clocks of replicas may differ. */
    static DatabaseClock ofPostgresql() {
        return handle -> handle.createQuery("select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)")
                .mapTo(Long.class)
                .one();
    }
}
