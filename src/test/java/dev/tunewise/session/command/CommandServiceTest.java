package dev.tunewise.session.command;

import static dev.tunewise.testing.Hedge.ANA;
import static dev.tunewise.testing.Hedge.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.conversation.wording.LogReplies;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.session.log.LogService;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.StateCache;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.session.turn.Proposer;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.ThreadLinks;
import dev.tunewise.session.turn.TurnService;
import dev.tunewise.session.turn.TurnTraffic;
import dev.tunewise.storage.Database;
import dev.tunewise.testing.Hedge;
import dev.tunewise.testing.PostText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandServiceTest {
    private static final Address ROOM = new Address("slack", "T1", "C1", "", "");
    private static final Address OTHER = new Address("slack", "T1", "C2", "", "");

    private final Database stores = Database.inMemory();
    private final AtomicInteger number = new AtomicInteger();
    private final ThreadLinks links = (conversation, address) -> Optional.of("https://chat.test/" + conversation);
    private final WorkspaceDirectory directory = WorkspaceDirectory.local();
    private final TeamSettings settings = new TeamSettings(stores.settings(), directory, stores.audit());
    private final SummaryRouter summaries = new SummaryRouter(settings, directory, links, "Thread");
    private final CommandReplies notices = new CommandReplies(Messages.english());
    private final ConversationEngine machine = Hedge.machine();
    private final TurnService turns = new TurnService(
            stores.conversations(),
            flow -> Optional.of(machine),
            StateCache.recent(5),
            Proposer.NONE,
            summaries,
            () -> "c" + number.incrementAndGet(),
            new TurnTraffic(() -> {}));
    private final CommandService desk = new CommandService(
            turns,
            stores.conversations(),
            summaries,
            new SettingsService(settings, directory, notices),
            new ForgetService(stores.erasure(), StateCache.recent(5), stores.audit()),
            new LogService(stores.decisions(), directory, summaries, links, new LogReplies(Messages.english())),
            links,
            notices,
            new FlowChoice(
                    "hedge",
                    () -> List.of(
                            new FlowName("hedge", "Plant a hedge?", "hedge"),
                            new FlowName("old-wall", "Keep the wall?", "wall"))));

    @AfterEach
    void close() {
        stores.close();
    }

    private InboundEvent event() {
        int n = number.incrementAndGet();
        return new InboundEvent("k" + n, ANA, Instant.ofEpochSecond(n), "", new UserInput.Said(""));
    }

    private CommandService.Reply give(String text, Address address) {
        return desk.take(SlashCommand.parse(text), "/tunewise", address, event());
    }

    private String told(String text, Address address) {
        CommandReplies.Notice notice = assertInstanceOf(CommandService.Reply.Told.class, give(text, address))
                .notice();
        return PostText.of(new Post("told", new Post.Thread(), notice.blocks(), notice.plain()));
    }

    private Consultations.Taken.Done turned(String text, Address address) {
        CommandService.Reply.Turned turned = assertInstanceOf(CommandService.Reply.Turned.class, give(text, address));
        return assertInstanceOf(Consultations.Taken.Done.class, turned.taken());
    }

    @Test
    void aProblemOpensAConsultation() {
        String id = turned("should we plant a hedge?", ROOM).conversation();
        assertEquals(
                "should we plant a hedge?", turns.see(id).orElseThrow().state().title());
        assertTrue(told("", ROOM).contains("Say what it is about, for example: /tunewise"));
    }

    @Test
    void anotherFlowIsOpenedByItsNameAndHelpNamesIt() {
        String id = turned("wall: it leans", ROOM).conversation();
        assertEquals("old-wall", stores.conversations().find(id).orElseThrow().flow());
        assertEquals("it leans", turns.see(id).orElseThrow().state().title());
        String bare = turned("wall", ROOM).conversation();
        assertEquals("old-wall", stores.conversations().find(bare).orElseThrow().flow());
        String usual = turned("should we plant a hedge?", ROOM).conversation();
        assertEquals("hedge", stores.conversations().find(usual).orElseThrow().flow());
        assertTrue(
                told("help", ROOM).contains("/tunewise wall: …: opens another one, “Keep the wall?”"),
                told("help", ROOM));
        assertTrue(told("", ROOM).contains("/tunewise wall: …"), told("", ROOM));
    }

    @Test
    void commandsAreAboutTheConsultationOfTheRoomThatChangedLast() {
        assertTrue(told("status", ROOM).contains("no consultation here"));
        String first = turned("first", ROOM).conversation();
        String second = turned("second", ROOM).conversation();
        turned("elsewhere", OTHER);
        assertEquals(second, turned("status", ROOM).conversation());
        turns.take(first, new InboundEvent("x", ANA, Instant.ofEpochSecond(99), "", answer("purpose", "birds")));
        assertEquals(first, turned("stop", ROOM).conversation());
        assertTrue(turns.see(first).orElseThrow().state().stopped());
        assertEquals(first, turned("resume", ROOM).conversation());
        assertTrue(PostText.of(turned("export json", ROOM).posts()).contains("consultation.json"));
        assertTrue(PostText.of(turned("what if", ROOM).posts()).contains("Tell me what to look at"));
    }

    @Test
    void listsShowOneRoomOnly() {
        assertTrue(told("list", ROOM).contains("no consultations here yet"));
        String id = turned("first", ROOM).conversation();
        turned("secret", OTHER);
        turns.take(id, new InboundEvent("x", ANA, Instant.ofEpochSecond(99), "", answer("purpose", "noise")));
        String list = told("list", ROOM);
        assertTrue(list.contains("first · No. Against noise build a wall."), list);
        assertFalse(list.contains("secret"), list);
    }

    private CommandService.Reply.Announced announced(String text, Address address) {
        return assertInstanceOf(CommandService.Reply.Announced.class, give(text, address));
    }

    @Test
    void aSummaryChannelIsChosenShownAnnouncedAndSwitchedOff() {
        assertTrue(told("settings", ROOM).contains("go nowhere"));
        CommandService.Reply.Announced chosen = announced("summary-channel C9", ROOM);
        assertTrue(chosen.notice().plain().startsWith("Ana chose that summaries of decisions from C1 go to C9"));
        assertEquals(Set.of("C1", "C9"), chosen.rooms());
        String shown = told("summary-channel", ROOM);
        assertTrue(shown.contains("Summaries of decisions go to C9. Chosen by Ana on 1 January 1970."), shown);
        assertEquals(Optional.of("C9"), summaries.channel(ROOM));
        assertEquals(Optional.empty(), summaries.channel(OTHER));
        announced("summary-channel here", OTHER);
        assertEquals(Optional.of("C2"), summaries.channel(OTHER));
        CommandService.Reply.Announced off = announced("summary-channel off", ROOM);
        assertEquals(Set.of("C1", "C9"), off.rooms(), "who got them hears that none come any more");
        assertEquals(Optional.empty(), summaries.channel(ROOM));
        assertEquals(
                "summary-channel from C9 to off",
                stores.audit().latest(1).getFirst().what());
    }

    @Test
    void aConsultationIsForgottenForWhomItIsDue() {
        assertTrue(told("forget this", ROOM).contains("no consultation here"));
        String id = turned("first", ROOM).conversation();
        assertTrue(told("forget this", ROOM).contains("Forgotten: 1"));
        assertEquals(Optional.empty(), turns.find(id));
        turned("second", ROOM);
        assertTrue(told("forget me", OTHER).contains("Forgotten: 1"), "wherever it was said");
        turned("third", ROOM);
        assertTrue(told("workspace forget everything", ROOM).contains("Forgotten: 1"));
        assertEquals(0, stores.conversations().list("slack", "T1", 5).size());
    }

    @Test
    void helpNamesTheCommandAsTheChannelCallsIt() {
        String help = told("help", ROOM);
        for (String command :
                List.of("status", "list", "resume", "stop", "what-if", "export", "settings", "summary-channel")) {
            assertTrue(help.contains("/tunewise " + command), help);
        }
    }
}
