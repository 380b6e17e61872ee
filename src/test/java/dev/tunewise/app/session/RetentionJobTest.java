package dev.tunewise.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.command.ForgetService;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.StateCache;
import dev.tunewise.session.store.WorkspaceSettings;
import dev.tunewise.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each workspace keeps what is said there as long as it chose, and nobody else's choice touches it. */
class RetentionJobTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void everyWorkspaceForgetsAfterItsOwnTime() {
        try (Database database = Database.inMemory(() -> NOW)) {
            for (String workspace : List.of("SHORT", "LONG", "NEVER")) {
                consult(database, workspace, "old", NOW.minus(Duration.ofDays(60)));
                consult(database, workspace, "new", NOW.minus(Duration.ofDays(29)));
            }
            keep(database, "SHORT", "30");
            keep(database, "LONG", "90");
            keep(database, "NEVER", "off");
            ForgetService forget = new ForgetService(database.erasure(), StateCache.recent(9), database.audit());
            TeamSettings chosen = new TeamSettings(database.settings(), WorkspaceDirectory.local(), database.audit());
            new RetentionJob(database.erasure(), database.settings(), chosen, forget, () -> NOW).run();
            assertEquals(
                    List.of("SHORT-new", "LONG-old", "LONG-new", "NEVER-old", "NEVER-new"),
                    Stream.of("SHORT-old", "SHORT-new", "LONG-old", "LONG-new", "NEVER-old", "NEVER-new")
                            .filter(id -> database.conversations().find(id).isPresent())
                            .toList());
            assertEquals(5, database.outbox().waiting(), "nothing of it is sent later");
            assertEquals(List.of(), database.conversations().posts("SHORT-old"));
            assertEquals("retention", database.audit().latest(1).getFirst().who());
        }
    }

    private static void keep(Database database, String workspace, String days) {
        database.settings()
                .put("slack", workspace, WorkspaceSettings.WHOLE_WORKSPACE, TeamSettings.Name.RETENTION.key(), days);
    }

    private static void consult(Database database, String workspace, String name, Instant at) {
        String id = workspace + "-" + name;
        Address address = new Address("slack", workspace, "C1", name, "");
        database.conversations()
                .create(
                        new Conversation(id, "fine-tuning", address, at, 0, List.of()),
                        new ConversationSummary(
                                id, "fine-tuning", address, "t", ConversationSummary.State.OPEN, "", "", "", at, at),
                        new Entry(id, new Author("U1", "Ana"), at, "1", new UserInput.Opened("It drifts"), List.of()),
                        List.of(new Post("p", new Post.Root(), List.of(new Block.Paragraph(Text.plain("Hi"))), "Hi")));
    }
}
