package dev.tunewise.app.storage;

import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.storage.Database;
import dev.tunewise.storage.secret.KeySettings;
import dev.tunewise.storage.secret.SecretKeys;
import java.time.Instant;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Which database a command works on: the one that the service uses with the same environment. */
public final class DatabaseOptions {
    @Option(
            names = "--database",
            paramLabel = "URL",
            defaultValue = "${env:TUNEWISE_DATABASE_URL:-jdbc:sqlite:${sys:tunewise.home:-.}/tunewise.db}",
            description = "jdbc:sqlite:<file> or jdbc:postgresql://<host>/<database> (default: ${DEFAULT-VALUE}).")
    private String url = "";

    @Option(names = "--user", defaultValue = "${env:TUNEWISE_DATABASE_USER:-}", description = "User of PostgreSQL.")
    private String user = "";

    private static final String PASSWORD = "TUNEWISE_DATABASE_PASSWORD";

    String url() {
        return url;
    }

    String user() {
        return user;
    }

    Database open() {
        return Database.open(url, user, password(), KeySettings.fromEnvironment());
    }

    /** Opens what is not encrypted; no key is needed or made. */
    Database openWithoutKeys() {
        return Database.openWithoutKeys(url, user, password());
    }

    /** Works on the database, with the keys of the environment. */
    public void on(Consumer<Database> work) {
        try (Database database = open()) {
            work.accept(database);
        }
    }

    /** Notes in the audit trail what an operator did with the database as a whole. */
    static void note(Database database, AuditTrail.Action action, String where, String what) {
        database.audit().note(new AuditTrail.Event(Instant.now(), "operator", action, where, what));
    }

    /** The keys alone: a first one may be missing. */
    SecretKeys keys() {
        return SecretKeys.unread(KeySettings.fromEnvironment(), Database.file(url));
    }

    /** From the environment only: arguments can be seen by everybody on a machine. */
    String password() {
        String password = System.getenv(PASSWORD);
        return password == null ? "" : password;
    }
}
