package dev.tunewise.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.Erasure;
import dev.tunewise.storage.document.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people said can be read nowhere but in the service, and after it was forgotten nowhere at all. */
class ForgettingTest {
    private static final Instant THEN = Instant.parse("2026-03-04T05:06:07Z");
    private static final Address ROOM = new Address("slack", "T1", "C1", "1.1", "");
    private static final String WORDS = "Our quagga classifier drifts every Tuesday";

    @TempDir
    private Path folder;

    private Database open(String keys) {
        return Database.open("jdbc:sqlite:" + folder.resolve("tunewise.db"), "", "", keys);
    }

    private static Post post(String text) {
        return new Post("root", new Post.Root(), List.of(new Block.Paragraph(Text.plain(text))), text);
    }

    private static ConversationSummary digest(String title) {
        return new ConversationSummary(
                "c1", "flow", ROOM, title, ConversationSummary.State.CONCLUDED, "yes", "Yes.", "$10", THEN, THEN);
    }

    private static void consult(Database database) {
        Author ana = new Author("U1", "Ana Quispe");
        database.conversations()
                .create(
                        new Conversation("c1", "flow", ROOM, THEN, 0, List.of()),
                        digest(WORDS),
                        new Entry(
                                "k1", ana, THEN, "1.1", new UserInput.Opened(WORDS), List.of(new Change.Titled(WORDS))),
                        List.of(post("Ana Quispe asks: " + WORDS)));
        database.conversations()
                .append(
                        "c1",
                        1,
                        digest(WORDS),
                        new Entry(
                                "k2",
                                new Author("U2", "Ben Okoro"),
                                THEN,
                                "1.2",
                                new UserInput.Said("Ben's own words, which stay"),
                                List.of()),
                        List.of(post("Ben Okoro said something")));
    }

    private String files() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private String sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("tunewise.db"));
                Statement statements = connection.createStatement();
                ResultSet rows = statements.executeQuery(statement)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    @Test
    void whatPeopleSaidStandsNowhereInTheFiles() throws IOException {
        try (Database database = open("")) {
            consult(database);
            assertEquals(
                    WORDS, database.conversations().digest(ROOM).orElseThrow().title());
            assertFalse(files().contains("quagga"), "while it is open");
        }
        assertFalse(files().contains("quagga") || files().contains("Quispe"), "and after");
        try (Database again = open("")) {
            assertEquals(
                    new UserInput.Opened(WORDS),
                    again.conversations()
                            .find("c1")
                            .orElseThrow()
                            .entries()
                            .getFirst()
                            .input());
        }
    }

    @Test
    void aNewKeyInFrontEncryptsAndTheOldOneStillReads() {
        String old =
                Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
        String fresh =
                Base64.getEncoder().encodeToString("fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.UTF_8));
        try (Database database = open(old)) {
            consult(database);
        }
        try (Database database = open(fresh + "," + old)) {
            assertEquals(2, database.conversations().posts("c1").size());
        }
        try (Database database = open(fresh)) {
            StorageException closed = assertThrows(
                    StorageException.class, () -> database.conversations().posts("c1"));
            assertTrue(closed.getMessage().contains("TUNEWISE_SECRET_KEYS"), closed.getMessage());
        }
    }

    @Test
    void whatIsForgottenIsOverwrittenAndLeavesALineOfStatistics() throws IOException, SQLException {
        try (Database database = open("")) {
            consult(database);
            String sealed = sql("select document from entries where position = 0");
            assertTrue(files().contains(sealed), "it is there");
            assertEquals(List.of("c1"), database.erasure().forget(new Erasure.OfThread("c1"), THEN));
            assertFalse(files().contains(sealed), "not even its encrypted form");
        }
        assertEquals(
                "flow concluded yes $10 2026-03-04",
                sql("select flow || ' ' || state || ' ' || verdict || ' ' || saving || ' ' ||"
                        + " date(opened_on / 1000, 'unixepoch') from statistics"));
    }

    @Test
    void whatWasSetGoesWithTheRoom() {
        try (Database database = open("")) {
            consult(database);
            database.settings().put("slack", "T1", "C1", "summary-channel", "C9");
            database.settings().put("slack", "T1", "C2", "summary-channel", "C9");
            database.erasure().forget(new Erasure.OfRoom("slack", "T1", "C1"), THEN);
            assertTrue(database.settings()
                    .get("slack", "T1", "C1", "summary-channel")
                    .isEmpty());
            assertTrue(database.settings()
                    .get("slack", "T1", "C2", "summary-channel")
                    .isPresent());
        }
    }

    @Test
    void onePersonIsForgottenAmongOthers() {
        try (Database database = open("")) {
            consult(database);
            Erasure ana = new Erasure.OfPerson("slack", "T1", "U1");
            assertEquals(List.of("c1"), database.erasure().forget(ana, THEN.plus(Duration.ofDays(1))));
            Conversation left = database.conversations().find("c1").orElseThrow();
            String all = left.entries() + " " + database.conversations().posts("c1") + " "
                    + database.conversations().digest(ROOM).orElseThrow();
            assertFalse(all.contains("quagga") || all.contains("Quispe") || all.contains("U1"), all);
            assertTrue(all.contains("Ben's own words") && all.contains("Ben Okoro"), all);
            assertEquals(List.of(), database.erasure().forget(ana, THEN), "nothing of hers is left");
        }
    }
}
