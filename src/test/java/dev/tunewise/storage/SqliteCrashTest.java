package dev.tunewise.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.state.Entry;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore.Kept;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process, several times over, and looks at what it left. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SqliteCrashTest {
    private static final long SEED = 20_261_120;
    private static final int CRASHES = 4;

    @Test
    void aKilledProcessLosesNothingThatItCommitted(@TempDir Path directory) throws Exception {
        String url = "jdbc:sqlite:" + directory.resolve("tunewise.db");
        Random random = new Random(SEED);
        long committed = 0;
        for (int crash = 0; crash < CRASHES; crash++) {
            long said = runAndKill(url, committed, 5 + random.nextInt(60));
            try (Database database = Database.open(url, "", "", "")) {
                committed = check(database, said, "seed " + SEED + ", crash " + crash);
            }
        }
    }

    private static long runAndKill(String url, long committed, int turns) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriter.class.getName(),
                        url,
                        Long.toString(committed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long last = 0;
        try (BufferedReader said = writer.inputReader()) {
            for (int turn = 0; turn < turns; turn++) {
                last = Long.parseLong(String.valueOf(said.readLine()));
            }
            writer.toHandle().destroyForcibly();
            writer.waitFor();
            // What it said before it died counts as well.
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = Math.max(last, line.isEmpty() ? 0 : Long.parseLong(line));
            }
        }
        return last;
    }

    /** Returns the version found; it may be one ahead of what was said, killed between commit and saying so. */
    private static long check(Database database, long said, String which) throws SQLException {
        assertEquals("ok", integrity(database), which);
        Conversation found = database.conversations().find("a").orElseThrow();
        assertTrue(found.version() >= said, () -> which + ": said " + said + ", kept " + found.version());
        for (int i = 0; i < found.version(); i++) {
            Entry entry = found.entries().get(i);
            assertEquals("turn-" + i, entry.key(), which);
        }
        List<Kept> posts = database.conversations().posts("a");
        assertEquals(
                found.entries().stream()
                        .map(entry -> entry.key().replace("turn-", "answer "))
                        .toList(),
                posts.stream().map(kept -> kept.post().plain()).toList(),
                which);
        // Nothing was sent: the first post was leased to the dead process, and is due again at once.
        assertEquals(found.version(), database.outbox().waiting(), which);
        List<Outbox.Item> due = database.outbox().take("next", List.of(), _ -> true, 10);
        assertEquals(
                List.of("answer 0"),
                due.stream().map(item -> item.post().plain()).toList(),
                which);
        assertTrue(due.getFirst().tries().uncertain(), which);
        database.leases().release("next");
        return found.version();
    }

    private static String integrity(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("pragma integrity_check")) {
            result.next();
            return result.getString(1);
        }
    }
}
