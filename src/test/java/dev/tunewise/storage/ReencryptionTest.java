package dev.tunewise.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.session.store.Address;
import dev.tunewise.storage.secret.KeySettings;
import dev.tunewise.storage.sql.Reencryption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What old keys encrypted, and what was kept before there was a key, comes under the newest one. */
@ExtendWith(PostgresServer.Extension.class)
class ReencryptionTest {
    private static final String OLD = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String NEW = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";
    private static final int MANY = 130;

    private static void fill(Database database, boolean secrets) {
        for (int i = 0; i < MANY; i++) {
            Address room = new Address("slack", "T1", "C1", "1." + i, "");
            database.conversations()
                    .create(
                            Samples.conversation("c" + i, room),
                            Samples.digest("c" + i, room),
                            Samples.entry("k" + i),
                            List.of(Samples.post("p", "quagga " + i)));
        }
        database.inbox().keep(new Inbox.Arrival("slack", "T1", "lane", "the quagga asks"), "");
        if (secrets) {
            database.secrets().put("slack", "T1", "installation", "bot", "xoxb-quagga");
        }
    }

    private static void check(Database database, boolean secrets) {
        assertEquals(1, database.conversations().posts("c99").size());
        assertEquals(
                1, database.conversations().find("c99").orElseThrow().entries().size());
        assertEquals(
                "the quagga asks",
                database.inbox()
                        .take("slack", "me", List.of(), 5)
                        .getFirst()
                        .arrival()
                        .request());
        if (secrets) {
            assertEquals(
                    "xoxb-quagga",
                    database.secrets().get("slack", "T1", "installation", "bot").orElseThrow());
        }
    }

    private static void rotated(String url, String user) {
        String old;
        try (Database database = Database.open(url, user, "", OLD)) {
            fill(database, true);
            old = database.reencryption().names().getFirst();
            assertEquals(Map.of(old, 4L * MANY + 2), database.reencryption().uses());
        }
        try (Database database = Database.open(url, user, "", NEW)) {
            assertEquals(
                    new Reencryption.Done(0, 4L * MANY + 2),
                    database.reencryption().run(),
                    "no old key: all stays");
        }
        try (Database database = Database.open(url, user, "", NEW + "," + OLD)) {
            Reencryption reencryption = database.reencryption();
            assertEquals(new Reencryption.Done(4L * MANY + 2, 0), reencryption.run());
            assertEquals(new Reencryption.Done(0, 0), reencryption.run(), "a second round finds nothing");
            assertEquals(Map.of(reencryption.names().getFirst(), 4L * MANY + 2), reencryption.uses());
        }
        try (Database database = Database.open(url, user, "", NEW)) {
            check(database, true);
        }
    }

    @Test
    void everythingComesUnderTheNewKeyOnSqlite(@TempDir Path folder) {
        rotated("jdbc:sqlite:" + folder.resolve("tunewise.db"), "");
    }

    @Test
    void everythingComesUnderTheNewKeyOnPostgres(PostgresServer server) {
        rotated(server.newDatabase(), "postgres");
    }

    @Test
    void whatPostgresKeptWithoutAKeyIsEncryptedOnceThereIsOne(PostgresServer server) {
        String url = server.newDatabase();
        try (Database database = Database.open(url, "postgres", "", "")) {
            fill(database, false);
            assertEquals(new Reencryption.Done(0, 0), database.reencryption().run());
        }
        try (Database database = Database.open(url, "postgres", "", NEW)) {
            assertEquals(Map.of("", 4L * MANY + 1), database.reencryption().uses());
            assertEquals(
                    new Reencryption.Done(4L * MANY + 1, 0),
                    database.reencryption().run());
            check(database, false);
        }
    }

    @Test
    void aRequestThatWaitsIsEncryptedAndOneWithoutItsKeyBlocksNothing(@TempDir Path folder)
            throws IOException, SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("tunewise.db");
        try (Database database = Database.open(url, "", "", KeySettings.of(OLD))) {
            database.inbox().keep(new Inbox.Arrival("slack", "T1", "a", "the quagga asks"), "");
            for (Path file : List.of(folder.resolve("tunewise.db"), folder.resolve("tunewise.db-wal"))) {
                assertTrue(!new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("quagga"));
            }
        }
        try (Database database = Database.open(url, "", "", NEW)) {
            database.inbox().keep(new Inbox.Arrival("slack", "T1", "b", "another one"), "");
            List<Inbox.Item> taken = database.inbox().take("slack", "me", List.of(), 5);
            assertEquals(2, taken.size(), "one that nobody can read goes to its end, beside the others");
            assertEquals("another one", taken.get(1).arrival().request());
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            // A request of the version before, which kept them plain.
            statement.execute("update requests set document = 'plain', owner = '', leased_until = 0, attempts = 0");
        }
        try (Database database = Database.open(url, "", "", NEW)) {
            assertEquals(
                    "plain",
                    database.inbox()
                            .take("slack", "me", List.of(), 5)
                            .getFirst()
                            .arrival()
                            .request());
        }
    }
}
