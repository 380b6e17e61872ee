package dev.tunewise.storage;

import static dev.tunewise.storage.Samples.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.tunewise.session.store.WorkspaceSettings;
import dev.tunewise.storage.document.StorageException;
import dev.tunewise.storage.transaction.DatabaseOutage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresServer.Extension.class)
class DatabaseTest {

    @Test
    void keepsWhatItHasWhenOpenedAgain(@TempDir Path directory) {
        String url = url(directory);
        try (Database first = Database.open(url, "", "", "")) {
            first.conversations()
                    .create(
                            Samples.conversation("a", ROOM),
                            Samples.digest("a", ROOM),
                            Samples.entry("k"),
                            List.of(Samples.post("p", "Hello")));
            first.secrets().put("slack", "T1", "installation", "bot", "xoxb");
        }
        try (Database second = Database.open(url, "", "", "")) {
            assertTrue(second.conversations().find("a").isPresent());
            assertEquals(1, second.outbox().waiting());
            assertEquals(
                    "xoxb",
                    second.secrets().get("slack", "T1", "installation", "bot").orElseThrow());
        }
    }

    /** What is overwritten in a file, from where on, so that it is noticed at once, with the tables, or with the first look at what waits. */
    @ParameterizedTest
    @ValueSource(ints = {0, 100, 4_096})
    void saysWhatToDoAboutADamagedFile(int from, @TempDir Path directory) throws IOException {
        Path file = directory.resolve("tunewise.db");
        Database.open(url(directory), "", "", "").close();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, from, bytes.length, (byte) 'x');
        Files.write(file, bytes);
        String said = assertThrows(StorageException.class, () -> Database.open(url(directory), "", "", ""))
                .getMessage();
        assertTrue(said.contains("Bring back a backup (tunewise restore)"), said);
        Files.delete(file);
        Database.open(url(directory), "", "", "").close();
    }

    @Test
    void saysWhichFileMayNotBeWritten(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("tunewise.db");
        Database.open(url(directory), "", "", "").close();
        Path log = Files.createDirectory(directory.resolve("tunewise.db-wal"));
        assertUnwritable(directory, log);
        Files.delete(log);
        assertTrue(file.toFile().setReadOnly());
        assumeFalse(Files.isWritable(file), "whoever runs the tests may write everything");
        assertUnwritable(directory, file);
        assertTrue(file.toFile().setWritable(true));
        Database.open(url(directory), "", "", "").close();
    }

    private static void assertUnwritable(Path directory, Path file) {
        String said = assertThrows(StorageException.class, () -> Database.open(url(directory), "", "", ""))
                .getMessage();
        assertTrue(said.startsWith("The database file " + file + " may not be written"), said);
    }

    @Test
    void writesToDiskBeforeItSaysSo(@TempDir Path directory) throws SQLException {
        try (Database database = Database.open(url(directory), "", "", "")) {
            assertEquals("wal", pragma(database, "journal_mode"));
            assertEquals("2", pragma(database, "synchronous"));
            assertEquals("1", pragma(database, "foreign_keys"));
        }
    }

    @Test
    void keepsSecretsUnreadableInTheFile(@TempDir Path directory) throws IOException {
        try (Database database = Database.open(url(directory), "", "", "")) {
            database.secrets().put("slack", "T1", "installation", "bot", "xoxb-very-secret");
        }
        byte[] file = Files.readAllBytes(directory.resolve("tunewise.db"));
        assertFalse(new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).contains("xoxb-very-secret"));
    }

    @Test
    void keepsItsFilesFromOtherUsers(@TempDir Path directory) throws IOException {
        try (Database database = Database.open(url(directory), "", "", "");
                var files = Files.list(directory)) {
            database.settings().put("web", "local", "*", "summary", "on");
            for (Path file : files.toList()) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        file.toString());
            }
        }
    }

    @Test
    void namesAnAddressThatItDoesNotKnow() {
        String message = refused("jdbc:mysql://db/x?password=hunter2");
        assertTrue(message.contains("'jdbc:mysql://db/x'"), message);
        assertTrue(message.contains("jdbc:sqlite:<file>"), message);
        assertFalse(message.contains("hunter2"), message);
    }

    @Test
    void namesADirectoryThatIsMissing(@TempDir Path directory) {
        String message = refused("jdbc:sqlite:" + directory.resolve("missing/tunewise.db"));
        assertTrue(message.contains(directory.resolve("missing").toString()), message);
        assertTrue(message.contains("TUNEWISE_DATABASE_URL"), message);
    }

    @Test
    void namesAFileThatIsNoDatabase(@TempDir Path directory) throws IOException {
        Files.writeString(
                directory.resolve("tunewise.db"), "This is not a database, it is a letter to you. ".repeat(50));
        String message = refused(url(directory));
        assertTrue(message.contains("not a database"), message);
        assertEquals(1, message.lines().count(), message);
    }

    @Test
    void namesAServerThatDoesNotAnswer() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String message = refused("jdbc:postgresql://127.0.0.1:" + port + "/tunewise?password=hunter2");
        assertTrue(message.contains("127.0.0.1:" + port), message);
        assertTrue(message.contains("refused"), message);
        assertFalse(message.contains("hunter2"), message);
        assertEquals(1, message.lines().count(), message);
    }

    @Test
    void findsWhatWaitsWithoutLookingAtWhatWasSent(@TempDir Path directory) throws SQLException {
        try (Database database = Database.open(url(directory), "", "", "");
                var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            var plan = statement.executeQuery("""
                    explain query plan select p.id from posts p join conversations c on c.id = p.conversation
                    where p.state = 'waiting' and p.owner = '' and p.not_before <= 5 and p.leased_until <= 5
                      and not exists (select 1 from posts e where e.conversation = p.conversation and e.state = 'waiting'
                                      and e.sequence < p.sequence)
                order by p.not_before, p.id limit 9\
                """);
            StringBuilder steps = new StringBuilder();
            while (plan.next()) {
                steps.append(plan.getString("detail")).append('\n');
            }
            assertTrue(steps.toString().contains("USING INDEX posts_due (owner=? AND not_before<?)"), steps::toString);
            assertTrue(steps.toString().contains("posts_waiting (conversation=? AND sequence<?)"), steps::toString);
            assertFalse(steps.toString().contains("TEMP B-TREE"), steps::toString);
        }
    }

    @Test
    void anErrorSaysNothingOfWhatPeopleSaid(PostgresServer server, @TempDir Path directory) throws SQLException {
        for (Database database : List.of(
                Database.open(url(directory), "", "", ""), Database.open(server.newDatabase(), "postgres", "", ""))) {
            try (database) {
                try (var connection = database.dataSource().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create unique index words on settings (content)");
                }
                database.settings().put("web", "local", "a", "n", "Ana said 5000");
                RuntimeException failed = assertThrows(
                        RuntimeException.class,
                        () -> database.settings().put("web", "local", "b", "n", "Ana said 5000"));
                for (Throwable each = failed; each != null; each = each.getCause()) {
                    assertFalse(String.valueOf(each.getMessage()).contains("Ana"), String.valueOf(each));
                }
            }
        }
    }

    @Test
    void takesNoWritesIntoAFileThatIsGone(@TempDir Path directory) throws IOException {
        try (Database database = Database.open(url(directory), "", "", "")) {
            assertEquals(Optional.empty(), database.trouble(0));
            assertTrue(database.trouble(Long.MAX_VALUE).orElseThrow().contains("almost full"));
            Files.delete(directory.resolve("tunewise.db"));
            assertTrue(database.trouble(0).orElseThrow().contains("deleted"));
            StorageException refused = assertThrows(
                    StorageException.class, () -> database.settings().put("web", "local", "b", "n", "lost"));
            assertTrue(DatabaseOutage.causes(refused), "whoever asks hears of the database, not of a fault of ours");
        }
    }

    @Test
    void noticesThatItsFileWasOverwritten(@TempDir Path directory) throws IOException, SQLException {
        try (Database database = Database.open(url(directory), "", "", "")) {
            pragma(database, "wal_checkpoint(truncate)");
            assertTrue(database.answers());
            Files.write(directory.resolve("tunewise.db"), new byte[100_000]);
            assertFalse(database.answers());
        }
    }

    @Test
    void writesNothingIntoAFileThatWasOverwritten(@TempDir Path directory) throws IOException {
        try (Database database = Database.open(url(directory), "", "", "")) {
            database.settings().put("web", "local", "a", "n", "kept");
            Files.write(directory.resolve("tunewise.db"), new byte[100_000]);
            Files.write(directory.resolve("tunewise.db-wal"), new byte[100_000]);
            StorageException refused = assertThrows(
                    StorageException.class, () -> database.settings().put("web", "local", "b", "n", "lost"));
            assertTrue(String.valueOf(refused.getMessage()).contains("was overwritten or damaged"), refused.toString());
            assertTrue(DatabaseOutage.causes(refused));
        }
    }

    @Test
    void touchesNoFileOnceItIsClosed(@TempDir Path directory) throws IOException, InterruptedException {
        Database database = Database.open(url(directory), "", "", "");
        WorkspaceSettings settings = database.settings();
        database.close();
        try (WatchService files = directory.getFileSystem().newWatchService()) {
            directory.register(files, StandardWatchEventKinds.ENTRY_CREATE);
            assertThrows(RuntimeException.class, () -> settings.put("web", "local", "a", "n", "late"));
            assertNull(files.poll(300, TimeUnit.MILLISECONDS), "a file was made beside a closed database");
        }
    }

    @Test
    void saysWhetherItAnswers(@TempDir Path directory) {
        Database database = Database.open(url(directory), "", "", "");
        assertTrue(database.answers());
        database.close();
        assertFalse(database.answers());
    }

    @Test
    void carriesTheSchedulerOnSqlite(@TempDir Path directory) throws InterruptedException {
        try (Database database = Database.open(url(directory), "", "", "")) {
            runsATask(database);
        }
    }

    @Test
    void carriesTheSchedulerOnPostgres(PostgresServer server) throws InterruptedException {
        try (Database database = Database.open(server.newDatabase(), "postgres", "", "")) {
            runsATask(database);
        }
    }

    private static void runsATask(Database database) throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        var task = Tasks.oneTime("greet").execute((instance, context) -> ran.countDown());
        Scheduler scheduler = Scheduler.create(database.dataSource(), task)
                .pollingInterval(Duration.ofMillis(50))
                .threads(1)
                .build();
        scheduler.schedule(task.instance("1"), Instant.EPOCH);
        scheduler.start();
        try {
            assertTrue(ran.await(20, TimeUnit.SECONDS));
        } finally {
            scheduler.stop();
        }
    }

    private static String refused(String url) {
        return assertThrows(StorageException.class, () -> Database.open(url, "", "", ""))
                .getMessage();
    }

    private static String url(Path directory) {
        return "jdbc:sqlite:" + directory.resolve("tunewise.db");
    }

    private static String pragma(Database database, String name) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("pragma " + name)) {
            result.next();
            return result.getString(1);
        }
    }
}
