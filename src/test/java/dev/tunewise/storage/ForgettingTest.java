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
import dev.tunewise.conversation.state.OpenDecision;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.session.outbox.Delivery;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.Erasure;
import dev.tunewise.storage.document.StorageException;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static Post post(String key, String text) {
        return new Post(key, new Post.Root(), List.of(new Block.Paragraph(Text.plain(text))), text);
    }

    private static ConversationSummary digest(String title) {
        return new ConversationSummary(
                "c1",
                "flow",
                ROOM,
                title,
                ConversationSummary.State.CONCLUDED,
                "yes",
                "Yes.",
                "$10",
                THEN,
                THEN,
                OpenDecision.LOGGED);
    }

    private static void consult(Database database) {
        Author ana = new Author("U1", "Ana Quispe");
        database.conversations()
                .create(
                        new Conversation("c1", "flow", ROOM, THEN, 0, List.of()),
                        digest(WORDS),
                        new Entry(
                                "k1", ana, THEN, "1.1", new UserInput.Opened(WORDS), List.of(new Change.Titled(WORDS))),
                        List.of(post("root", "Ana Quispe asks: " + WORDS)));
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
                        List.of(post("reply", "Ben Okoro said something")));
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

    @Test
    void whatFailedAndWaitsForAnOperatorGoesToo() throws IOException, SQLException {
        String request = "{\"user\":\"U1\",\"channel\":\"C1\",\"thread_ts\":\"1.1\",\"text\":\"" + WORDS + "\"}";
        for (Erasure which : List.of(
                new Erasure.OfPerson("slack", "T1", "U1"),
                new Erasure.OfRoom("slack", "T1", "C1"),
                new Erasure.OfThread("c1"),
                new Erasure.OfWorkspace("slack", "T1"),
                new Erasure.Unchanged("slack", "T1", "", Instant.now().plus(Duration.ofDays(1))))) {
            try (Database database = open("")) {
                consult(database);
                for (String workspace : List.of("T1", "T2")) {
                    long id = database.inbox()
                            .keep(new Inbox.Arrival("slack", workspace, "C1/1.1", request), "me")
                            .id();
                    database.inbox().setAside(id, "it failed");
                }
                String sealed = sql("select document from requests where workspace = 'T1'");
                assertTrue(files().contains(sealed) && !files().contains("quagga"));
                database.erasure().forget(which, THEN.plus(Duration.ofDays(1)));
                assertFalse(files().contains(sealed), which.toString());
                assertEquals("1", sql("select count(*) from requests"), "that of another workspace stays");
            }
            try (Database database = open("")) {
                database.erasure().purge("slack", "T2");
                assertEquals("0", sql("select count(*) from requests"));
                database.erasure().purge("slack", "T1");
            }
        }
    }

    @ParameterizedTest(name = "its picture waits: {0}")
    @ValueSource(booleans = {false, true})
    void aMessageIsTakenOutAndWhatStandsOfItIsEdited(boolean pictureWaits) {
        try (Database database = open("")) {
            consult(database);
            Outbox.Item root =
                    database.outbox().take("me", List.of(), _ -> true, 1).getFirst();
            if (pictureWaits) {
                Delivery.Outcome.Sent words = new Delivery.Outcome.Sent("sent-1", ROOM);
                database.outbox().partly("me", root, words, Duration.ofDays(1), "no files now");
            } else {
                database.outbox().sent(root, "sent-1", ROOM);
            }
            Erasure gone = new Erasure.OfMessage("c1", "1.1", "");
            assertEquals(List.of("c1"), database.erasure().forget(gone, THEN));
            Conversation left = database.conversations().find("c1").orElseThrow();
            String all = left.entries() + " " + database.conversations().posts("c1") + " "
                    + database.conversations().digest(ROOM).orElseThrow();
            assertFalse(all.contains("quagga"), all);
            assertTrue(all.contains("Ben's own words") && all.contains("Ana Quispe"), "who wrote it stays: " + all);
            List<Outbox.Item> edits = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                List<Outbox.Item> due = database.outbox().take("me", List.of(), _ -> true, 9);
                due.forEach(item -> database.outbox().sent(item, "sent-2", ROOM));
                edits.addAll(due);
            }
            assertTrue(
                    edits.stream()
                            .anyMatch(item -> item.replaces().startsWith("sent-")
                                    && item.post().plain().contains("Ana Quispe asks: …")),
                    "the post that shows it is edited: " + edits);
            assertEquals(List.of(), database.erasure().forget(gone, THEN), "nothing of it is left");
        }
    }

    /** 0.1.0 kept texts as they were, and asked SQLite for no overwriting. */
    @Test
    void theFileOfAnOlderVersionHoldsNoPlainTextOnceItIsEncrypted() throws IOException {
        try (InputStream file =
                new GZIPInputStream(ForgettingTest.class.getResourceAsStream("/stored/0.1.0/tunewise.db.gz"))) {
            Files.write(folder.resolve("tunewise.db"), file.readAllBytes());
        }
        try (Database database = open("")) {
            String words = database.conversations()
                    .find("RgwB0M2Omg0ZCVNyeTU8Fw")
                    .map(found -> ((UserInput.Opened) found.entries().getFirst().input()).text())
                    .orElseThrow()
                    .substring(0, 20);
            assertTrue(files().contains(words));
            assertTrue(database.reencryption().run().changed() > 10);
            assertFalse(files().contains(words), "neither in rows nor in free pages nor in the log");
        }
    }
}
