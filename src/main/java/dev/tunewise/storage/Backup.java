package dev.tunewise.storage;

import dev.tunewise.storage.document.StorageException;
import dev.tunewise.storage.secret.KeySettings;
import dev.tunewise.storage.secret.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Copies of a database at one moment, made while the service works. That of SQLite is a database file; that of PostgreSQL is a zip
 * with the rows of every table. Keys are no part of either.
 *
 * @param url {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://<host>/<database>}
 * @param user PostgreSQL's user; empty for SQLite
 * @param password that user's password; empty for none
 */
public record Backup(String url, String user, String password) {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String VERSION = "schema-version";
    private static final String ROWS = ".csv";

    @Override
    public String toString() {
        return "Backup[user=" + user + "]";
    }

    /**
     * @param target a file that is not there yet; readable for its owner only
     * @throws StorageException if it cannot be written, with the reason in one sentence
     */
    public void write(Path target) {
        if (Files.exists(target)) {
            throw new StorageException("There is a file " + target + " already; name another one, or delete it.");
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new StorageException("The backup " + target + " cannot be written: the directory " + folder
                    + " does not exist or may not be written. Create it, or name another file.");
        }
        try (Handle handle = connect()) {
            Files.createFile(target, OwnerOnlyFiles.in(target.toAbsolutePath()));
            if (url.startsWith(SQLITE)) {
                handle.execute("vacuum into ?", target.toString());
            } else {
                copyOut(handle, target);
            }
        } catch (SQLException | IOException | JdbiException failed) {
            throw new StorageException(
                    "The backup " + target + " cannot be written: " + DatabasePool.rootMessage(failed), failed);
        }
    }

    /**
     * Reads a backup into a database that is empty or, for SQLite, not there yet; the service must not run meanwhile.
     *
     * @throws StorageException if it cannot be read or there is something in the database, with the reason in one sentence
     */
    public void restore(Path source) {
        if (!Files.isReadable(source)) {
            throw new StorageException(
                    "There is no backup " + source + " that can be read; name a file that `tunewise backup` wrote.");
        }
        try {
            if (url.startsWith(SQLITE)) {
                restoreFile(source, Path.of(url.substring(SQLITE.length())).toAbsolutePath());
            } else {
                Database.open(url, user, password, KeySettings.of("")).close();
                try (Handle handle = connect()) {
                    requireIdle(handle);
                    copyIn(handle, source);
                }
            }
        } catch (SQLException | IOException | JdbiException failed) {
            throw new StorageException(
                    "The backup " + source + " cannot be read: " + DatabasePool.rootMessage(failed), failed);
        }
    }

    private Handle connect() {
        return user.isEmpty() ? Jdbi.open(url) : Jdbi.open(url, user, password);
    }

    private static void restoreFile(Path source, Path file) throws IOException {
        if (SqliteFile.inUse(file)) {
            throw new StorageException("A service works with the database " + file + "; stop it, then restore.");
        }
        // SQLite would carry what is left beside an earlier database into the restored one.
        for (String part : List.of("", "-wal", "-journal")) {
            Path there = file.resolveSibling(file.getFileName() + part);
            if (Files.exists(there)) {
                throw new StorageException("There is " + (part.isEmpty() ? "a database " : "a part of a database, ")
                        + there + ", already; move it and what lies beside it away before a backup takes its place.");
            }
        }
        try (Handle handle = Jdbi.open(SQLITE + source + "?open_mode=1")) {
            if (!strings(handle, "pragma integrity_check").equals(List.of("ok"))) {
                throw new StorageException("The backup " + source + " is damaged; take an earlier one.");
            }
        }
        Files.createFile(file, OwnerOnlyFiles.in(file));
        try (var from = Files.newInputStream(source);
                var to = Files.newOutputStream(file)) {
            from.transferTo(to);
        }
    }

    private static CopyManager copies(Handle handle) throws SQLException {
        return handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
    }

    private static List<String> strings(Handle handle, String query) {
        return handle.createQuery(query).mapTo(String.class).list();
    }

    private static void copyOut(Handle handle, Path target) throws SQLException, IOException {
        // One snapshot for all tables.
        handle.setTransactionIsolationLevel(TransactionIsolationLevel.REPEATABLE_READ);
        handle.begin();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            zip.putNextEntry(new ZipEntry(VERSION));
            zip.write(version(handle).getBytes(StandardCharsets.UTF_8));
            for (String table : tables(handle)) {
                zip.putNextEntry(new ZipEntry(table + ROWS));
                copies(handle).copyOut("copy " + table + " to stdout with (format csv, header)", zip);
            }
        }
        handle.rollback();
    }

    private static void copyIn(Handle handle, Path source) throws SQLException, IOException {
        handle.begin();
        try (ZipFile zip = new ZipFile(source.toFile())) {
            String version =
                    new String(zip.getInputStream(zip.getEntry(VERSION)).readAllBytes(), StandardCharsets.UTF_8);
            if (!version.equals(version(handle))) {
                throw new StorageException(
                        "The backup " + source + " has tables of version " + version + ", this program those of "
                                + version(handle) + ". Restore it with the version that wrote it.");
            }
            for (String table : tables(handle)) {
                ZipEntry rows = zip.getEntry(table + ROWS);
                if (rows != null) {
                    requireEmpty(handle, table);
                    copies(handle)
                            .copyIn(
                                    "copy " + table + " from stdin with (format csv, header match)",
                                    zip.getInputStream(rows));
                }
            }
            for (String table : List.of("posts", "requests")) {
                handle.execute("select setval(pg_get_serial_sequence('" + table
                        + "', 'id'), coalesce(max(id), 0) + 1, false) from " + table);
            }
        }
        handle.commit();
    }

    private static void requireEmpty(Handle handle, String table) {
        if (!strings(handle, "select 1 from " + table + " limit 1").isEmpty()) {
            throw new StorageException(
                    "There is something in the table " + table + " already; restore into an empty database.");
        }
    }

    /** A process that works on the database beats there every two seconds; one that was killed left its last beat. */
    private static void requireIdle(Handle handle) {
        long before = beats(handle);
        for (int i = 0; i < 60 && before != 0; i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            if (beats(handle) != before) {
                throw new StorageException(
                        "A service works with this database; stop all that do, then restore into an empty one.");
            }
        }
    }

    private static long beats(Handle handle) {
        return handle.createQuery("select coalesce(sum(beats), 0) from workers")
                .mapTo(Long.class)
                .one();
    }

    /** Our tables, those that others refer to first. */
    private static List<String> tables(Handle handle) {
        return strings(handle, """
                select table_name from information_schema.tables
                where table_schema = current_schema() and table_type = 'BASE TABLE'
                  and table_name not in ('flyway_schema_history', 'workers', 'scheduled_tasks')
                order by case when table_name = 'conversations' then 0 else 1 end, table_name""");
    }

    private static String version(Handle handle) {
        return String.valueOf(strings(
                        handle,
                        "select string_agg(version, ',' order by installed_rank) from flyway_schema_history where success")
                .getFirst());
    }
}
