package dev.tunewise.app.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.storage.Database;
import dev.tunewise.storage.secret.KeySettings;
import dev.tunewise.terminal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class OutboxCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);

    private int run(String... arguments) {
        out.reset();
        return Refusal.told(new CommandLine(new OutboxCommand(stream)), stream).execute(arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anOperatorListsRetriesAndDrops(@TempDir Path directory) {
        String url = "jdbc:sqlite:" + directory.resolve("tunewise.db");
        String at = "--database=" + url;
        try (Database service = Database.open(url, "", "", KeySettings.of(""))) {
            assertEquals(0, run("list", at));
            assertTrue(said().contains("Nothing is stuck."), said());
            long id = service.inbox()
                    .keep(new Inbox.Arrival("slack", "T1", "lane", "{\"text\":\"secret words\"}"), "me")
                    .id();
            service.inbox().setAside(id, "IllegalStateException");
            assertEquals(0, run("list", at));
            assertTrue(
                    said().startsWith("r" + id + "  set aside  slack/T1  0 tries, 0 min old  IllegalStateException"),
                    said());
            assertEquals(0, run("retry", at, "r" + id));
            assertEquals(1, service.inbox().waiting("slack"));
            assertEquals(0, run("drop", at, "r" + id));
            assertEquals(0, service.inbox().waiting("slack"));
            assertEquals(1, run("drop", at, "r" + id, "x1"));
            assertTrue(said().contains("\"x1\" is no id; expected one that"), said());
        }
    }
}
