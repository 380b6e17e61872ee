package dev.tunewise.app.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.storage.Database;
import dev.tunewise.storage.secret.KeySettings;
import dev.tunewise.terminal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Whoever looks at the audit trail sees that everything was copied, and that a copy came back. */
class BackupCommandTest {
    @TempDir
    private Path folder;

    @Test
    void copiesAndTheirReturnAreInTheAuditTrail() {
        String from = "jdbc:sqlite:" + folder.resolve("tunewise.db");
        String to = "jdbc:sqlite:" + folder.resolve("restored.db");
        Database.open(from, "", "", KeySettings.of("")).close();
        run(false, from);
        assertEquals(List.of("operator exported database backup"), audit(from));
        run(true, to);
        assertEquals(List.of("operator set database restored"), audit(to), "the copy was made before it was noted");
    }

    private void run(boolean restores, String url) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        String file = folder.resolve("copy.db").toString();
        assertEquals(
                0,
                Refusal.told(new CommandLine(new BackupCommand(restores, print)), print)
                        .execute(file, "--database", url),
                out::toString);
    }

    private static List<String> audit(String url) {
        try (Database database = Database.open(url, "", "", KeySettings.of(""))) {
            List<AuditTrail.Event> events = database.audit().latest(9);
            return events.stream()
                    .map(event -> String.join(" ", event.who(), event.action().word(), event.where(), event.what()))
                    .toList();
        }
    }
}
