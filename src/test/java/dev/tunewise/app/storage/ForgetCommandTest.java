package dev.tunewise.app.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.access.Grants;
import dev.tunewise.access.Identity;
import dev.tunewise.access.Role;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.OpenDecision;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.storage.Database;
import dev.tunewise.storage.secret.KeySettings;
import dev.tunewise.terminal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** An operator forgets for somebody who left, while the service has the database open. */
class ForgetCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String run(int code, String... arguments) {
        out.reset();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--database=" + url();
        ForgetCommand command = new ForgetCommand(print, InstantSource.fixed(NOW));
        assertEquals(code, Refusal.told(new CommandLine(command), print).execute(all), out::toString);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("tunewise.db");
    }

    private static void consult(Database database, String id, String person) {
        consult(database, id, new Author(person, person), new Address("slack", "T1", "C1", id, ""));
    }

    private static void consult(Database database, String id, Author author, Address room) {
        database.conversations()
                .create(
                        new Conversation(id, "flow", room, NOW, 0, List.of()),
                        new ConversationSummary(
                                id,
                                "flow",
                                room,
                                "A title",
                                ConversationSummary.State.OPEN,
                                "",
                                "",
                                "",
                                NOW,
                                NOW,
                                OpenDecision.LOGGED),
                        new Entry(id, author, NOW, "", new UserInput.Opened("words"), List.of()),
                        List.of());
    }

    @Test
    void peopleOfWebAndApiAreForgottenByIdOrName() {
        try (Database service = Database.open(url(), "", "", KeySettings.of(""))) {
            Author signedIn = new Author("company:2f7c", "Ana Silva");
            Author typed = new Author("api:Ana Silva", "Ana Silva");
            Author other = new Author("company:9999", "Bob");
            consult(service, "w1", signedIn, Address.local("web", "w1"));
            consult(service, "a1", typed, Address.local("api", "a1"));
            consult(service, "w2", other, Address.local("web", "w2"));
            Grants grants = new Grants(service.secrets(), new java.security.SecureRandom(), () -> NOW);
            Identity identity = new Identity("company:2f7c", "Ana Silva", Role.MEMBER, List.of(), Optional.empty());
            grants.issue(Grants.Kind.SESSION, identity, "", NOW.plusSeconds(60));
            assertTrue(run(0, "person", "local", "company:2f7c").contains("1 consultation is gone"));
            assertEquals(List.of(), grants.list(Grants.Kind.SESSION), "nobody stays signed in");
            assertTrue(run(0, "person", "local", "Ana Silva").contains("1 consultation is gone"));
            assertEquals(1, service.conversations().list("web", "local", 9).size());
            assertTrue(run(0, "workspace", "local").contains("1 consultation is gone"));
        }
    }

    @Test
    void peopleThreadsAndWorkspacesAreForgotten() {
        try (Database service = Database.open(url(), "", "", KeySettings.of(""))) {
            consult(service, "c1", "U1");
            consult(service, "c2", "U2");
            consult(service, "c3", "U3");
            String wrong = run(2, "person", "T1", "U1");
            assertTrue(wrong.contains("PLACE is \"T1\"; expected slack/<workspace>"), wrong);
            String none = run(1, "person", "slack/T1", "U9");
            assertTrue(none.contains("Nothing was kept of slack/T1 of one person"), none);
            assertTrue(run(0, "person", "slack/T1", "U1").contains("1 consultation is gone"));
            assertTrue(run(0, "thread", "c2").contains("1 consultation is gone"));
            assertEquals(1, service.conversations().list("slack", "T1", 9).size());
            assertTrue(run(0, "workspace", "slack/T1").contains("1 consultation is gone"));
            assertEquals(0, service.conversations().list("slack", "T1", 9).size());
            assertEquals("operator", service.audit().latest(1).getFirst().who());
        }
    }
}
