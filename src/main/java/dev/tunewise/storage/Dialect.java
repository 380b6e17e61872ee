package dev.tunewise.storage;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What differs between the two databases; everything else is one portable SQL. */
enum Dialect {
    SQLITE(
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
                    "transaction_mode", "IMMEDIATE"),
            true),
    POSTGRESQL(
            "jdbc:postgresql:",
            Map.of(
                    "identity", "bigint generated always as identity primary key",
                    "bytes", "bytea",
                    "moment", "timestamp with time zone",
                    "flag", "boolean"),
            Map.of("ApplicationName", "tunewise", "connectTimeout", "5", "socketTimeout", "60", "tcpKeepAlive", "true"),
            false);

    private final String prefix;
    private final Map<String, String> words;
    private final Map<String, String> connection;
    private final boolean oneWriter;

    Dialect(String prefix, Map<String, String> words, Map<String, String> connection, boolean oneWriter) {
        this.prefix = prefix;
        this.words = words;
        this.connection = connection;
        this.oneWriter = oneWriter;
    }

    /** The dialect of a JDBC address, or nothing if we know none for it. */
    static Optional<Dialect> of(String url) {
        return Stream.of(values())
                .filter(dialect -> url.startsWith(dialect.prefix))
                .findFirst();
    }

    /** What the migrations' placeholders stand for. */
    Map<String, String> words() {
        return words;
    }

    /** Properties of every connection. */
    Map<String, String> connection() {
        return connection;
    }

    /** Whether writers have to wait for one another; then they queue here instead of polling the file's lock. */
    boolean oneWriter() {
        return oneWriter;
    }
}
