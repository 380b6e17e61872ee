package dev.tunewise.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tunewise.storage.document.StorageException;
import dev.tunewise.storage.sql.Dialect;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Connections to a database, and its tables brought to the newest version. */
final class DatabasePool {
    private DatabasePool() {}

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
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new StorageException("The database " + withoutQuery(url) + " cannot be opened: " + rootMessage(e), e);
        }
    }

    static void migrate(DataSource pool, Dialect dialect) {
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

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
