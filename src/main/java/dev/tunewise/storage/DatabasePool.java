package dev.tunewise.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tunewise.storage.document.StorageException;
import dev.tunewise.storage.transaction.CleanText;
import dev.tunewise.storage.transaction.Dialect;
import dev.tunewise.storage.transaction.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.sqlite.SQLiteConnection;

/** Connections to a database, and its tables brought to the newest version. */
final class DatabasePool {
    static HikariDataSource connect(Dialect dialect, String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("tunewise");
        config.setJdbcUrl(url);
        if (!user.isEmpty()) {
            config.setUsername(user);
            config.setPassword(password);
        }
        // What is in memory belongs to one connection.
        boolean inMemory = url.equals(Database.IN_MEMORY);
        config.setMaximumPoolSize(inMemory ? 1 : dialect.oneWriter() ? 4 : 10);
        if (inMemory) {
            config.setMaxLifetime(0);
        }
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        dialect.connection().forEach(config::addDataSourceProperty);
        config.setConnectionInitSql(dialect.first());
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw unusable(url, e);
        }
    }

    static Dialect dialect(String url) {
        return Dialect.of(url)
                .orElseThrow(() -> new StorageException("The database address is '" + withoutQuery(url)
                        + "'; expected jdbc:sqlite:<file> or jdbc:postgresql://<host>/<database>. Set"
                        + " TUNEWISE_DATABASE_URL."));
    }

    /** The image of a database with its tables and nothing in them: those in memory begin with it, for it is always the same. */
    private static final class Empty {
        static final byte[] IMAGE = image();

        private static byte[] image() {
            try (HikariDataSource pool = connect(Dialect.SQLITE, Database.IN_MEMORY, "", "")) {
                migrate(pool, Dialect.SQLITE);
                try (Connection connection = pool.getConnection()) {
                    return connection.unwrap(SQLiteConnection.class).serialize("main");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void begin(DataSource pool, Dialect dialect, String url) throws SQLException {
        if (!url.equals(Database.IN_MEMORY)) {
            migrate(pool, dialect);
            return;
        }
        try (Connection connection = pool.getConnection()) {
            connection.unwrap(SQLiteConnection.class).deserialize("main", Empty.IMAGE);
        }
    }

    private static void migrate(DataSource pool, Dialect dialect) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:db/migration")
                .placeholders(dialect.words())
                .loggers("slf4j")
                .load()
                .migrate();
    }

    /** The address without its parameters, among which there may be a password. */
    static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    /** Why nothing can be done with a database, and what to do where that is known. */
    static StorageException unusable(String url, Exception e) {
        String reason = rootMessage(e);
        return new StorageException(
                "The database " + withoutQuery(url) + " cannot be opened: " + reason
                        + (damaged(reason)
                                ? ". Bring back a backup (tunewise restore), or move the file away to begin with an"
                                        + " empty one."
                                : ""),
                e);
    }

    private static boolean damaged(String reason) {
        return reason.startsWith("[SQLITE_NOTADB") || reason.startsWith("[SQLITE_CORRUPT");
    }

    static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** The tables brought up to date, and work on them. */
    static Transactions transactions(
            HikariDataSource pool, Dialect dialect, String url, Optional<InstantSource> otherClock, Runnable guard) {
        try {
            begin(pool, dialect, url);
        } catch (FlywayException | SQLException e) {
            pool.close();
            throw damaged(rootMessage(e))
                    ? unusable(url, e)
                    : new StorageException(
                            "The tables in " + withoutQuery(url) + " cannot be brought up to date: " + e.getMessage(),
                            e);
        }
        Jdbi jdbi = Jdbi.create(pool);
        // Bound values are what people said; they have no place in an error message.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        jdbi.registerArgument(new CleanText());
        try {
            jdbi.useHandle(handle -> handle.execute(dialect.opened()));
        } catch (JdbiException damaged) {
            pool.close();
            throw unusable(url, damaged);
        }
        ToLongFunction<Handle> clock = otherClock
                .map(DatabasePool::clock)
                .orElse(dialect.oneWriter() ? clock(InstantSource.system()) : DatabasePool::ofPostgresql);
        return new Transactions(jdbi, dialect, clock, guard);
    }

    /** All processes on a file are on one machine, and share its clock. */
    private static ToLongFunction<Handle> clock(InstantSource clock) {
        return _ -> clock.instant().toEpochMilli();
    }

    /** PostgreSQL's own time: the clocks of replicas may differ. */
    private static long ofPostgresql(Handle handle) {
        return handle.createQuery("select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)")
                .mapTo(Long.class)
                .one();
    }
}
