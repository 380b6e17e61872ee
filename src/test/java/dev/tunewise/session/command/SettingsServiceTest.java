package dev.tunewise.session.command;

import static dev.tunewise.testing.Hedge.ANA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.session.settings.RoomFacts;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.ThreadLinks;
import dev.tunewise.storage.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where summaries may go, and who may say so. */
class SettingsServiceTest {
    private static final Address OPEN = new Address("slack", "T1", "C1", "", "");
    private static final Address PRIVATE = new Address("slack", "T1", "G1", "", "");
    private static final Address SHARED = new Address("slack", "T1", "X1", "", "");
    private static final Address UNKNOWN = new Address("slack", "T1", "?", "", "");

    private final Database stores = Database.inMemory();
    private boolean admin = true;
    private boolean closed;
    private final WorkspaceDirectory directory = new WorkspaceDirectory() {
        @Override
        public String channel() {
            return "slack";
        }

        @Override
        public RoomFacts room(Address address) {
            return switch (address.room()) {
                case "C1" -> new RoomFacts(!closed, false);
                case "C9" -> RoomFacts.OPEN;
                case "X1" -> new RoomFacts(true, true);
                case "G1" -> new RoomFacts(false, false);
                default -> RoomFacts.UNKNOWN;
            };
        }

        @Override
        public boolean administers(Address address, String person) {
            return admin;
        }

        @Override
        public boolean isIn(Address address, String person) {
            return true;
        }
    };
    private final TeamSettings settings = new TeamSettings(stores.settings(), directory, stores.audit());
    private final SummaryRouter summaries = new SummaryRouter(settings, directory, ThreadLinks.none(), "Thread");
    private final SettingsService service =
            new SettingsService(settings, directory, new CommandReplies(Messages.english()));

    @AfterEach
    void close() {
        stores.close();
    }

    private CommandService.Reply give(String text, Address place) {
        return give(text, place, "k");
    }

    private CommandService.Reply give(String text, Address place, String key) {
        InboundEvent event = new InboundEvent(key, ANA, Instant.EPOCH, "", new UserInput.Said(""));
        return switch (SlashCommand.parse(text)) {
            case SlashCommand.SummaryChannel choice -> service.summaryChannel(place, choice, event);
            case SlashCommand.WorkspaceSetting choice -> service.workspace(place, choice, event);
            default -> throw new AssertionError(text + " is no setting");
        };
    }

    @Test
    void whatTheWorkspaceChoseHoldsForOpenChannelsOnly() {
        give("workspace summary-channel C9", OPEN);
        assertEquals(Optional.of("C9"), summaries.channel(OPEN));
        assertEquals(Optional.empty(), summaries.channel(PRIVATE), "nobody in there asked for it");
        assertEquals(Optional.empty(), summaries.channel(UNKNOWN), "what the platform does not tell is confidential");
        CommandService.Reply.Announced asked =
                assertInstanceOf(CommandService.Reply.Announced.class, give("summary-channel C9", PRIVATE));
        assertEquals(Optional.of("C9"), summaries.channel(PRIVATE), "somebody in there asked for it");
        assertFalse(asked.notice().plain().contains("G1"), "the name of a private place stays there");
    }

    @Test
    void whatIsChosenAgainIsNotAnnouncedAgain() {
        give("workspace summary-channel C9", OPEN);
        assertInstanceOf(
                CommandService.Reply.Announced.class,
                give("workspace summary-channel C9", OPEN),
                "the same command, delivered again after a crash");
        CommandService.Reply.Told again =
                assertInstanceOf(CommandService.Reply.Told.class, give("workspace summary-channel C9", OPEN, "k60"));
        assertTrue(
                again.notice().plain().contains("That is so already"),
                again.notice().plain());
        assertInstanceOf(CommandService.Reply.Announced.class, give("workspace summary-channel off", OPEN, "k120"));
    }

    @Test
    void offIsAChoiceThatNothingOverrides() {
        give("summary-channel off", OPEN);
        give("workspace summary-channel C9", OPEN);
        assertEquals(Optional.empty(), summaries.channel(OPEN));
        assertTrue(service.show(OPEN, "U1").notice().plain().contains("switched off"));
    }

    private String settings() {
        return service.show(OPEN, "U1").notice().blocks().toString();
    }

    @Test
    void whatWasChosenInTheOpenLapsesOnceTheRoomIsPrivate() {
        give("summary-channel C9", OPEN);
        closed = true;
        assertEquals(Optional.empty(), summaries.channel(OPEN), "nobody asked for it of a private room");
        assertTrue(settings().contains("which is private now"), settings());
        assertInstanceOf(
                CommandService.Reply.Announced.class,
                give("summary-channel C9", OPEN, "k60"),
                "the same channel may be chosen again");
        assertEquals(Optional.of("C9"), summaries.channel(OPEN));
        assertFalse(settings().contains("private now"), settings());
        assertInstanceOf(CommandService.Reply.Told.class, give("summary-channel C9", OPEN, "k120"));
        closed = false;
        assertEquals(Optional.of("C9"), summaries.channel(OPEN));
        closed = true;
        assertEquals(Optional.of("C9"), summaries.channel(OPEN), "somebody asked while it was private");
    }

    @Test
    void offAndTheRoomItselfDoNotLapse() {
        give("summary-channel here", OPEN);
        closed = true;
        assertEquals(Optional.of("C1"), summaries.channel(OPEN));
        closed = false;
        give("summary-channel off", OPEN);
        closed = true;
        assertEquals(Optional.empty(), summaries.channel(OPEN));
        assertTrue(settings().contains("switched off"), settings());
    }

    @Test
    void whatEarlierVersionsStoredWasChosenInTheOpen() {
        for (String stored : List.of("C9", "C9\nAna\n2026-01-01T00:00:00Z")) {
            stores.settings().put("slack", "T1", "C1", "summary-channel", stored);
            assertEquals(Optional.of("C9"), summaries.channel(OPEN));
            closed = true;
            assertEquals(Optional.empty(), summaries.channel(OPEN));
            closed = false;
        }
    }

    @Test
    void onlyAdminsSetWhatHoldsForTheWorkspace() {
        admin = false;
        CommandService.Reply.Told refused =
                assertInstanceOf(CommandService.Reply.Told.class, give("workspace summary-channel C9", OPEN));
        assertTrue(
                refused.notice().plain().contains("only its admins"),
                refused.notice().plain());
        assertEquals(Optional.empty(), summaries.channel(OPEN));
        assertEquals(0, stores.audit().latest(5).size());
    }

    @Test
    void changesAreNotedAndAnnouncedWhereTheyMatter() {
        give("workspace summary-channel C9", OPEN);
        CommandService.Reply.Announced moved =
                assertInstanceOf(CommandService.Reply.Announced.class, give("workspace summary-channel C1", OPEN));
        assertEquals(Set.of("C9", "C1"), moved.rooms());
        var event = stores.audit().latest(1).getFirst();
        assertEquals("slack/T1/*", event.where());
        assertEquals(ANA.id(), event.who());
        assertEquals("summary-channel from C9 to C1", event.what());
    }

    @Test
    void otherOrganisationsSeeCostsOnlyWhereAnAdminAllowedIt() {
        assertTrue(summaries.showsCosts(OPEN));
        assertFalse(summaries.showsCosts(SHARED));
        give("workspace shared-costs on", OPEN);
        assertTrue(summaries.showsCosts(SHARED));
        give("workspace shared-costs off", OPEN);
        assertFalse(summaries.showsCosts(SHARED));
    }

    @ParameterizedTest
    @CsvSource({
        "workspace retention 0",
        "workspace retention 99999",
        "workspace retention soon",
        "workspace retention -3",
        "workspace shared-costs maybe"
    })
    void whatCannotBeTakenIsSaid(String command) {
        CommandService.Reply.Told told = assertInstanceOf(CommandService.Reply.Told.class, give(command, OPEN));
        assertTrue(told.notice().plain().contains("expected"), told.notice().plain());
        assertEquals(0, stores.audit().latest(5).size());
    }

    @Test
    void retentionIsSetInDays() {
        give("workspace retention 180 days", OPEN);
        assertEquals(
                "180",
                settings.ofWorkspace(OPEN, TeamSettings.Name.RETENTION)
                        .orElseThrow()
                        .value());
        give("workspace retention off", OPEN);
        assertTrue(settings.ofWorkspace(OPEN, TeamSettings.Name.RETENTION)
                .orElseThrow()
                .off());
    }
}
