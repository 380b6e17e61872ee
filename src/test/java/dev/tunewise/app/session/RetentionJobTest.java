package dev.tunewise.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.OpenDecision;
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
            run(database, NOW.minus(Duration.ofHours(25)));
            run(database, NOW.minus(Duration.ofMinutes(1)));
            run(database, NOW);
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

    @Test
    void aClockSetAheadDeletesNothingYoungAndAnIdleMachineIsBelievedAfterADay() {
        try (Database database = Database.inMemory(() -> NOW)) {
            consult(database, "SHORT", "young", NOW.minus(Duration.ofDays(1)));
            keep(database, "SHORT", "30");
            run(database, NOW.minus(Duration.ofDays(2)));
            run(database, NOW.minus(Duration.ofHours(1)));
            run(database, NOW);
            Instant ahead = NOW.plus(Duration.ofDays(365));
            for (int hour = 0; hour < 24; hour++) {
                run(database, ahead.plus(Duration.ofHours(hour)));
            }
            assertEquals(1, kept(database), "a day is left to set it right");
            run(database, NOW.plus(Duration.ofHours(25)));
            run(database, ahead.plus(Duration.ofHours(25)));
            assertEquals(1, kept(database), "and another one after it was right for an hour");
            run(database, ahead.plus(Duration.ofHours(50)));
            assertEquals(0, kept(database), "a machine that stood idle for a year");
        }
    }

    @Test
    void aMachineThatRunsAnHourEveryOtherWeekForgetsToo() {
        try (Database database = Database.inMemory(() -> NOW)) {
            consult(database, "SHORT", "old", NOW.minus(Duration.ofDays(40)));
            keep(database, "SHORT", "30");
            run(database, NOW);
            run(database, NOW.plus(Duration.ofDays(14)));
            assertEquals(0, kept(database));
            consult(database, "SHORT", "young", NOW.plus(Duration.ofDays(14)));
            run(database, NOW.plus(Duration.ofDays(28)));
            run(database, NOW.plus(Duration.ofDays(400)));
            assertEquals(1, kept(database), "a year is no other week, though it was in doubt already");
        }
    }

    private static long kept(Database database) {
        return Stream.of("SHORT-young", "SHORT-old")
                .filter(id -> database.conversations().find(id).isPresent())
                .count();
    }

    private static void run(Database database, Instant at) {
        ForgetService forget = new ForgetService(database.erasure(), StateCache.recent(9), database.audit());
        TeamSettings chosen = new TeamSettings(database.settings(), WorkspaceDirectory.local(), database.audit());
        new RetentionJob(database.settings(), chosen, forget, () -> at).run();
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
                                id,
                                "fine-tuning",
                                address,
                                "t",
                                ConversationSummary.State.OPEN,
                                "",
                                "",
                                "",
                                at,
                                at,
                                OpenDecision.LOGGED),
                        new Entry(id, new Author("U1", "Ana"), at, "1", new UserInput.Opened("It drifts"), List.of()),
                        List.of(new Post("p", new Post.Root(), List.of(new Block.Paragraph(Text.plain("Hi"))), "Hi")));
    }
}
