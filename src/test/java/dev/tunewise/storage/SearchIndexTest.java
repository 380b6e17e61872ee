package dev.tunewise.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.DecisionLog.Filter;
import dev.tunewise.session.store.DecisionLog.Place;
import dev.tunewise.session.store.Erasure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The words of the log are found whichever key or version wrote them down, and nobody reads them in the database. */
@ExtendWith(PostgresServer.Extension.class)
class SearchIndexTest {
    private static final String OLD = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String NEW = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";
    private static final int MANY = 130;

    private static void fill(Database database) {
        for (int i = 0; i < MANY; i++) {
            Address room = new Address("slack", "T1", "C1", "1." + i, "");
            String title = "Quagga number" + i;
            database.conversations()
                    .create(
                            Samples.conversation("c" + i, room),
                            Samples.digest("c" + i, room).titled(title),
                            Samples.entry("k" + i),
                            List.of());
        }
    }

    private static List<String> found(Database database, String words) {
        Filter filter = Filter.of(List.of(Place.EVERYWHERE), 200).about(words);
        return database.decisions().list(filter).stream()
                .map(ConversationSummary::id)
                .toList();
    }

    private static void change(String url, String user, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void follows(String url, String user, String first) throws SQLException {
        try (Database database = Database.open(url, user, "", first)) {
            fill(database);
            assertEquals(MANY, found(database, "quag").size());
            assertEquals(0, database.searchIndex().run(() -> true), "whoever keeps a decision writes its words");
        }
        try (Database database = Database.open(url, user, "", first.isEmpty() ? NEW : NEW + "," + first)) {
            if (!first.isEmpty()) {
                assertEquals(List.of("c77"), found(database, "number77 quagga"), "under the key of before");
            }
            database.reencryption().run();
            assertEquals(MANY, database.searchIndex().run(() -> true));
            assertEquals(0, database.searchIndex().run(() -> true));
        }
        // As the version before leaves it.
        change(url, user, "update conversations set words = '' where id in ('c7', 'c8')");
        try (Database database = Database.open(url, user, "", NEW)) {
            assertEquals(MANY, found(database, "quagga").size(), "two of them the old way");
            assertEquals(
                    List.of("c7"),
                    found(database, "number7 quagga").stream()
                            .filter("c7"::equals)
                            .toList());
            assertEquals(2, database.searchIndex().run(() -> true));
            assertEquals(MANY, found(database, "quagga").size());
            database.erasure().forget(new Erasure.OfThread("c7"), Instant.EPOCH);
            assertEquals(MANY - 1, found(database, "quagga").size());
        }
    }

    @Test
    void keysAndVersionsChangeOnSqlite(@TempDir Path folder) throws SQLException {
        follows("jdbc:sqlite:" + folder.resolve("tunewise.db"), "", OLD);
    }

    @Test
    void keysAndVersionsChangeOnPostgres(PostgresServer server) throws SQLException {
        follows(server.newDatabase(), "postgres", OLD);
    }

    @Test
    void aFirstKeyComesOnPostgres(PostgresServer server) throws SQLException {
        follows(server.newDatabase(), "postgres", "");
    }

    private static void countsWhatItLists(String url, String user) throws SQLException {
        try (Database database = Database.open(url, user, "", "")) {
            fill(database);
            // The end of one word and the beginning of the next look like another word, as may happen by chance.
            change(
                    url,
                    user,
                    "update conversations set words = substr(words, 1, 8) || 'a' || substr(words, 9) where id = 'c7'");
            Filter filter =
                    Filter.of(List.of(Place.EVERYWHERE), 200).about("quagga").standing(Set.of());
            assertEquals(MANY - 1, found(database, "quagga").size());
            assertEquals(
                    MANY - 1,
                    database.decisions().counts(filter).found().values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        }
    }

    @Test
    void countsAreThoseOfTheListOnSqlite(@TempDir Path folder) throws SQLException {
        countsWhatItLists("jdbc:sqlite:" + folder.resolve("tunewise.db"), "");
    }

    @Test
    void countsAreThoseOfTheListOnPostgres(PostgresServer server) throws SQLException {
        countsWhatItLists(server.newDatabase(), "postgres");
    }

    @Test
    void equalWordsLookDifferentUnderAnotherKey(@TempDir Path folder) throws SQLException {
        List<String> kept = List.of(words(folder.resolve("one.db"), OLD), words(folder.resolve("two.db"), NEW));
        assertFalse(kept.getFirst().substring(8).equals(kept.getLast().substring(8)));
        assertFalse(kept.getFirst().toLowerCase(java.util.Locale.ROOT).contains("quagga"));
    }

    private static String words(Path file, String key) throws SQLException {
        String url = "jdbc:sqlite:" + file;
        try (Database database = Database.open(url, "", "", key)) {
            fill(database);
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select words from conversations where id = 'c1'")) {
            return row.getString(1);
        }
    }
}
