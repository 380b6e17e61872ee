package dev.tunewise.storage;

import com.zaxxer.hikari.HikariDataSource;
import dev.tunewise.storage.document.StorageException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses writes into a file that nobody could read again. Where the file changed since the last write it is read again: our own connection may
 * go on from memory with what the file does not hold any more.
 */
final class SqliteGuard implements Runnable {
    /** SQLite's codes of a file that cannot be read, is damaged, or no database at all. */
    private static final Set<Integer> BROKEN = Set.of(10, 11, 26);

    /** SQLITE_OPEN_READONLY. */
    private static final String READ_ONLY = "1";

    private final SqliteFile file;
    private final HikariDataSource pool;
    private volatile @Nullable Object seen;

    SqliteGuard(SqliteFile file, HikariDataSource pool) {
        this.file = file;
        this.pool = pool;
    }

    /** @throws StorageException if what is written now would be lost */
    @Override
    public void run() {
        file.check();
        Object now = file.stamp();
        // Where the pool is closed nothing is written anyway, and the file may be on its way out.
        if (!pool.isClosed() && !now.equals(seen)) {
            if (isBroken(pool.getJdbcUrl())) {
                throw StorageException.outage(
                        "The database file " + file.file()
                                + " was overwritten or damaged while it is in use, and cannot be read. Restore a backup, and start again.");
            }
            seen = now;
        }
    }

    private static boolean isBroken(String url) {
        try {
            read(url);
            return false;
        } catch (SQLException failed) {
            return BROKEN.contains(failed.getErrorCode() & 0xff);
        }
    }

    /** Reads the file by a connection of its own, which makes none where there is none. */
    static void read(String url) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("open_mode", READ_ONLY);
        try (var connection = DriverManager.getConnection(url, settings);
                var statement = connection.createStatement()) {
            statement.execute("select count(*) from workers");
        }
    }
}
