package dev.tunewise.app.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.access.Grants;
import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.session.store.SecretStore;
import dev.tunewise.storage.Database;
import dev.tunewise.storage.secret.KeySettings;
import dev.tunewise.terminal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** An admin makes, lists and takes back tokens, and is told what was wrong, what was found, what was expected and what to do. */
class AccessCommandTest {
    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-27T12:00:00Z"));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Database stores;

    @BeforeEach
    void begin() {
        stores = open();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    /** The same database for every command, as another process would find it. */
    private Database open() {
        return Database.open("jdbc:sqlite:" + folder.resolve("tunewise.db"), "", "", KeySettings.of(""));
    }

    private String run(int code, String... arguments) {
        out.reset();
        err.reset();
        CommandLine line = Refusal.told(new CommandLine(new AccessCommand(print(out), print(err), clock)), print(err));
        String[] all = Stream.concat(
                        Stream.of(arguments), Stream.of("--database", "jdbc:sqlite:" + folder.resolve("tunewise.db")))
                .toArray(String[]::new);
        assertEquals(code, line.execute(all), () -> out + " " + err);
        return code == 0 ? out.toString(StandardCharsets.UTF_8) : err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    @Test
    void aTokenIsMadeListedAndTakenBack() {
        assertTrue(run(0, "list").contains("There are no tokens"));
        String token = run(0, "create", "reports", "--role", "reader", "--scope", "slack/T1,local", "--days", "90")
                .strip();
        assertTrue(token.matches("[\\w-]{43}"), "nothing but the token, for scripts: " + token);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("shown this once"));
        String listed = run(0, "list");
        assertTrue(
                listed.contains("reports") && listed.contains("reader") && listed.contains("slack/T1,local"), listed);
        assertTrue(listed.contains("made 2026-11-27, ends 2027-02-25"), listed);
        String taken = run(1, "create", "reports");
        assertTrue(taken.contains("called reports already") && taken.contains("access revoke 'reports'"), taken);
        SecretStore secrets = stores.secrets();
        Grants grants = new Grants(secrets, new SecureRandom(), clock);
        assertTrue(grants.find(Grants.Kind.TOKEN, token).isPresent());
        assertTrue(run(0, "revoke", "reports").contains("opens nothing any more"));
        assertTrue(grants.find(Grants.Kind.TOKEN, token).isEmpty());
        String gone = run(1, "revoke", "reports");
        assertTrue(gone.contains("\"reports\"") && gone.contains("tunewise access list"), gone);
        List<String> trail = run(0, "audit").lines().toList();
        assertEquals(2, trail.size(), "what changed nothing is not noted: " + trail);
        assertTrue(trail.getFirst().endsWith("operator\tset\treports\t1 revoked"), trail.toString());
        assertEquals(AuditTrail.Action.SET, stores.audit().latest(1).getFirst().action());
    }

    @Test
    void everyFaultIsNamedWithWhatWasFoundAndExpected() {
        String all = run(2, "create", "no/slash", "--role", "boss", "--scope", "mars,slack", "--days", "0");
        for (String part : List.of(
                "The name \"no/slash\"",
                "--role is \"boss\"; expected reader, member or admin",
                "--scope names \"mars\"",
                "--scope names \"slack\"",
                "--days is 0; expected 1 to 3650",
                "No token was made.")) {
            assertTrue(all.contains(part), part + " is missing in " + all);
        }
        assertTrue(run(2, "audit", "--limit", "0").contains("--limit is 0; expected 1 to"));
        assertTrue(run(0, "list").contains("There are no tokens"));
    }
}
