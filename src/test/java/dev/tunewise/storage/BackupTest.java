package dev.tunewise.storage;

import static dev.tunewise.storage.Samples.LOCAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.session.store.ConversationStore.Appended;
import dev.tunewise.storage.document.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresServer.Extension.class)
class BackupTest {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @Test
    void anSqliteBackupMadeWhileTurnsRunIsWholeAndComesBack(@TempDir Path directory) throws Exception {
        roundTrip(
                "jdbc:sqlite:" + directory.resolve("tunewise.db"),
                "jdbc:sqlite:" + directory.resolve("restored.db"),
                "",
                directory.resolve("backup.db"));
    }

    @Test
    void aPostgresBackupMadeWhileTurnsRunIsWholeAndComesBack(PostgresServer server, @TempDir Path directory)
            throws Exception {
        roundTrip(server.newDatabase(), server.newDatabase(), "postgres", directory.resolve("backup.zip"));
    }

    private static void roundTrip(String from, String to, String user, Path file) throws Exception {
        AtomicBoolean ending = new AtomicBoolean();
        AtomicLong version = new AtomicLong(1);
        long before;
        try (Database database = Database.open(from, user, "", KEY)) {
            database.conversations()
                    .create(
                            Samples.conversation("a", LOCAL),
                            Samples.digest("a", LOCAL),
                            Samples.entry("k0"),
                            List.of(Samples.post("p", "Hello ä, \"quoted\"\nand on")));
            database.inbox().keep(new Inbox.Arrival("slack", "T1", "lane", "{\"a\":\"b\\n\"}"), "");
            Thread turns = Thread.ofVirtual().start(() -> {
                while (!ending.get()) {
                    String key = "k" + version.get();
                    Appended appended = database.conversations()
                            .append(
                                    "a",
                                    version.get(),
                                    Samples.digest("a", LOCAL),
                                    Samples.entry(key),
                                    List.of(Samples.post(key, key)));
                    if (appended instanceof Appended.Done(long now)) {
                        version.set(now);
                    }
                }
            });
            while (version.get() < 20) {
                Thread.onSpinWait();
            }
            before = version.get();
            new Backup(from, user, "").write(file);
            ending.set(true);
            turns.join();
        }
        new Backup(to, user, "").restore(file);
        try (Database restored = Database.open(to, user, "", KEY)) {
            long kept = restored.conversations().find("a").orElseThrow().version();
            assertTrue(kept >= before && kept <= version.get(), kept + " of " + before + " to " + version.get());
            assertEquals(kept, restored.conversations().posts("a").size(), "an entry and its post are kept together");
            assertEquals(1, restored.inbox().waiting("slack"));
            assertEquals(
                    new Appended.Done(kept + 1),
                    restored.conversations()
                            .append(
                                    "a",
                                    kept,
                                    Samples.digest("a", LOCAL),
                                    Samples.entry("new"),
                                    List.of(Samples.post("n", "n"))));
            restored.inbox().keep(new Inbox.Arrival("slack", "T1", "lane", "{}"), "");
        }
        assertThrows(StorageException.class, () -> new Backup(from, user, "").write(file), "it overwrites nothing");
        String full = assertThrows(StorageException.class, () -> new Backup(to, user, "").restore(file))
                .getMessage();
        assertTrue(full.contains("already"), full);
    }

    @Test
    void aDamagedBackupIsRefused(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("b.db"), "no database");
        assertThrows(
                StorageException.class,
                () -> new Backup("jdbc:sqlite:" + directory.resolve("t.db"), "", "").restore(file));
    }

    @Test
    void whatIsLeftOfAnotherDatabaseIsNotMixedIntoTheBackup(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("tunewise.db");
        String url = "jdbc:sqlite:" + file;
        Path backup = directory.resolve("backup.db");
        Path left = directory.resolve("tunewise.db-wal");
        byte[] unfinished;
        try (Database database = Database.open(url, "", "", KEY)) {
            new Backup(url, "", "").write(backup);
            create(database, "later");
            // As a killed process leaves it.
            unfinished = Files.readAllBytes(left);
        }
        Files.delete(file);
        Files.write(left, unfinished);
        assertTrue(refused(url, "", backup).contains(left.toString()));
        Files.delete(left);
        new Backup(url, "", "").restore(backup);
        try (Database restored = Database.open(url, "", "", KEY)) {
            assertTrue(restored.conversations().find("later").isEmpty());
        }
    }

    @Test
    void nothingIsRestoredUnderAServiceThatWorks(PostgresServer server, @TempDir Path directory) throws Exception {
        Path file = directory.resolve("tunewise.db");
        String url = "jdbc:sqlite:" + file;
        Path backup = directory.resolve("backup.db");
        try (Database database = Database.open(url, "", "", KEY)) {
            create(database, "a");
            new Backup(url, "", "").write(backup);
            Files.move(file, directory.resolve("aside.db"));
            assertTrue(refused(url, "", backup).contains("A service works with the database"));
        }
        String from = server.newDatabase();
        String to = server.newDatabase();
        Path rows = directory.resolve("backup.zip");
        Database.open(from, "postgres", "", KEY).close();
        new Backup(from, "postgres", "").write(rows);
        AtomicBoolean ended = new AtomicBoolean();
        try (Database working = Database.open(to, "postgres", "", KEY)) {
            Thread beats = Thread.ofVirtual().start(() -> {
                while (!ended.get()) {
                    working.leases().beat("one");
                }
            });
            while (working.leases().beat("two").isEmpty()) {
                Thread.onSpinWait();
            }
            assertTrue(refused(to, "postgres", rows).contains("A service works with this database"));
            ended.set(true);
            beats.join();
        }
        new Backup(to, "postgres", "").restore(rows);
    }

    private static void create(Database database, String id) {
        database.conversations()
                .create(
                        Samples.conversation(id, LOCAL),
                        Samples.digest(id, LOCAL),
                        Samples.entry("k0"),
                        List.of(Samples.post("p", "Hello")));
    }

    private static String refused(String url, String user, Path backup) {
        return String.valueOf(assertThrows(StorageException.class, () -> new Backup(url, user, "").restore(backup))
                .getMessage());
    }
}
