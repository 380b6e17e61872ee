package dev.tunewise.storage.transaction;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What differs between the two databases; everything else is one portable SQL.
 *
 * @param prefix how its JDBC addresses begin
 * @param words what the migrations' placeholders stand for
 * @param connection properties of every connection
 * @param position the function that gives the place of a text in another, 0 where it is not in it
 * @param oneWriter whether writers have to wait for one another; then they queue here instead of polling the file's lock
 */
public record Dialect(
        String prefix, Map<String, String> words, Map<String, String> connection, String position, boolean oneWriter) {
    public static final Dialect SQLITE = new Dialect(
            "jdbc:sqlite:",
            Map.of(
                    "identity", "integer primary key autoincrement",
                    "bytes", "blob",
                    "moment", "timestamp",
                    "flag", "bit"),
            Map.of(
                    "journal_mode", "WAL",
                    "synchronous", "FULL",
                    "busy_timeout", "10000",
                    "foreign_keys", "true",
                    "secure_delete", "true",
                    "transaction_mode", "IMMEDIATE"),
            "instr",
            true);

    static final Dialect POSTGRESQL = new Dialect(
            "jdbc:postgresql:",
            Map.of(
                    "identity", "bigint generated always as identity primary key",
                    "bytes", "bytea",
                    "moment", "timestamp with time zone",
                    "flag", "boolean"),
            Map.of(
                    "ApplicationName", "tunewise",
                    "connectTimeout", "5",
                    "socketTimeout", "60",
                    "tcpKeepAlive", "true",
                    // The detail of an error holds values, and those are what people said.
                    "logServerErrorDetail", "false"),
            "strpos",
            false);

    /** The dialect of a JDBC address, or nothing if we know none for it. */
    public static Optional<Dialect> of(String url) {
        return List.of(SQLITE, POSTGRESQL).stream()
                .filter(dialect -> url.startsWith(dialect.prefix))
                .findFirst();
    }
}
