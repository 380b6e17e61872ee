package dev.tunewise.app.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.storage.Database;
import dev.tunewise.storage.document.StorageException;
import dev.tunewise.storage.secret.KeySettings;
import dev.tunewise.terminal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** An admin changes keys while the service has the database open. */
class KeysCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String run(int code, String... arguments) {
        out.reset();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--database";
        all[arguments.length + 1] = url();
        assertEquals(
                code,
                Refusal.told(new CommandLine(new KeysCommand(print)), print).execute(all),
                out::toString);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("tunewise.db");
    }

    @Test
    void withoutTheKeyOfARestoredDatabaseNoneIsMade() throws Exception {
        Path key = folder.resolve("tunewise.db.key");
        try (Database service = Database.open(url(), "", "", KeySettings.of(""))) {
            service.secrets().put("slack", "T1", "installation", "bot", "xoxb-1");
        }
        String was = Files.readString(key);
        Path kept = Files.move(key, folder.resolve("elsewhere.key"));
        for (String command : List.of("list", "rotate")) {
            String refused = run(1, command);
            assertTrue(refused.contains("tunewise.db.key is not there") && refused.contains("Put back"), refused);
            assertFalse(Files.exists(key), command);
        }
        assertThrows(StorageException.class, () -> Database.open(url(), "", "", KeySettings.of("")));
        assertFalse(Files.exists(key));
        Files.move(kept, key);
        assertTrue(run(0, "list").contains("encrypts  1 "));
        assertEquals(was, Files.readString(key));
    }

    @Test
    void aKeyIsReplacedAndTheOldOneTakenAway() {
        try (Database service = Database.open(url(), "", "", KeySettings.of(""))) {
            service.secrets().put("slack", "T1", "installation", "bot", "xoxb-1");
            String old = service.reencryption().names().getFirst();
            assertTrue(run(0, "list").contains(old + "  encrypts  1 "));

            String refused = run(1, "remove", old);
            assertTrue(refused.contains("the one that encrypts") && refused.contains("keys rotate"), refused);
            String none = run(1, "remove", "abcdef0");
            assertTrue(none.contains("no key abcdef0") && none.contains(old), none);

            String rotated = run(0, "rotate");
            String fresh = service.reencryption().names().getFirst();
            assertTrue(rotated.contains(fresh), rotated);
            assertEquals(
                    "xoxb-1",
                    service.secrets().get("slack", "T1", "installation", "bot").orElseThrow());
            service.secrets().put("slack", "T2", "installation", "bot", "xoxb-2");
            String both = run(0, "list");
            assertTrue(both.contains(fresh + "  encrypts  1 ") && both.contains(old + "  reads     1 "), both);

            assertTrue(run(0, "remove", old).contains("is gone"));
            assertEquals(
                    List.of("key:" + old + " removed", "key:" + fresh + " encrypts from now on"),
                    service.audit().latest(9).stream()
                            .map(event -> event.where() + " " + event.what())
                            .toList());
            assertTrue(run(0, "list").startsWith(fresh + "  encrypts  2 "));
            assertEquals(
                    "xoxb-1",
                    service.secrets().get("slack", "T1", "installation", "bot").orElseThrow());
        }
    }
}
