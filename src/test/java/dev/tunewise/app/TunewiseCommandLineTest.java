package dev.tunewise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.app.storage.ForgetCommand;
import dev.tunewise.terminal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command tells how it is used. */
class TunewiseCommandLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "outbox list",
                "outbox retry",
                "forget person",
                "forget thread",
                "keys rotate",
                "backup",
                "restore",
                "access create",
                "prices import",
                "record import",
                "tokens",
                "chat",
                "flow utterances try"
            })
    void tellsHowItIsUsed(String command) {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code;
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            code = TunewiseCommandLine.run((command + " --help").split(" "));
        } finally {
            System.setOut(before);
        }
        String text = said.toString(StandardCharsets.UTF_8);
        assertEquals(0, code, text);
        assertTrue(text.startsWith("Usage: tunewise " + command), text);
    }

    @Test
    void anIdMayBeginWithAHyphen() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = Refusal.told(TunewiseCommandLine.withNames(new ForgetCommand(print, InstantSource.system())), print)
                .execute("thread", "-ab_c", "--database=jdbc:sqlite::memory:");
        assertEquals(1, code);
        assertTrue(said.toString(StandardCharsets.UTF_8).startsWith("Nothing was kept of consultation/-ab_c"));
    }
}
