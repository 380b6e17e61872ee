package dev.tunewise.app.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupFailureReportTest {
    @TempDir
    private Path directory;

    @Test
    void namesAMissingDirectory() {
        String line = start("tunewise.database.url", "jdbc:sqlite:" + directory.resolve("missing/tunewise.db"));
        assertTrue(line.contains(directory.resolve("missing").toString()), line);
    }

    @Test
    void namesATakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String line = start("micronaut.server.port", taken.getLocalPort());
            assertTrue(line.contains("MICRONAUT_SERVER_PORT"), line);
        }
    }

    @Test
    void namesASettingThatCannotBeRead() {
        String line = start("micronaut.server.port", "eighty");
        assertTrue(line.contains("[micronaut.server.port]"), line);
        assertTrue(line.contains("eighty"), line);
    }

    @Test
    void namesEveryFaultOfAChannel() {
        String lines = start("tunewise.slack.mode", "socket");
        assertEquals(
                List.of(
                        "Slack cannot start:",
                        "- tunewise.slack.app-token is missing;",
                        "- tunewise.slack.bot-token is missing;"),
                lines.lines().map(line -> line.replaceAll("; .*", ";")).toList());
    }

    @Test
    void leavesOtherFailuresToTheLog() {
        assertEquals(Optional.empty(), StartupFailureReport.inOneLine(new IllegalStateException("a mistake of ours")));
    }

    private String start(String setting, Object value) {
        Map<String, Object> settings = new java.util.HashMap<>(Map.of(
                "micronaut.server.port",
                -1,
                "tunewise.database.url",
                "jdbc:sqlite:" + directory.resolve("tunewise.db")));
        settings.put(setting, value);
        Throwable failure = assertThrows(
                RuntimeException.class,
                () -> ApplicationContext.run(EmbeddedServer.class, settings, "test")
                        .close());
        String line = StartupFailureReport.inOneLine(failure)
                .orElseThrow(() -> new AssertionError("No reason found", failure));
        assertEquals(line.startsWith("Slack") ? 3 : 1, line.lines().count(), line);
        return line;
    }
}
