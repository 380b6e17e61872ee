package dev.tunewise.session.turn;

import static dev.tunewise.testing.Hedge.ANA;
import static dev.tunewise.testing.Hedge.BEN;
import static dev.tunewise.testing.Hedge.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.Interpreter;
import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.result.ParameterReadings;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.StateCache;
import dev.tunewise.session.turn.Consultations.Taken;
import dev.tunewise.storage.Database;
import dev.tunewise.testing.Hedge;
import dev.tunewise.testing.HedgeFlow;
import dev.tunewise.testing.PostText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnServiceTest {
    private static final Address ROOM = new Address("slack", "T1", "C1", "", "");

    private final Database stores = Database.inMemory();
    private final AtomicInteger ids = new AtomicInteger();
    private final ConversationEngine machine = Hedge.machine();
    private final TeamSettings settings =
            new TeamSettings(stores.settings(), WorkspaceDirectory.local(), stores.audit());
    private final SummaryRouter summaries = new SummaryRouter(
            settings,
            WorkspaceDirectory.local(),
            (conversation, address) -> Optional.of("https://chat.test/" + conversation),
            "Thread");
    private final TurnService turns = turns(StateCache.recent(10));

    private TurnService turns(StateCache folds) {
        EngineRegistry machines = flow -> flow.equals("hedge") ? Optional.of(machine) : Optional.empty();
        return new TurnService(
                stores.conversations(),
                machines,
                folds,
                Proposer.NONE,
                summaries,
                () -> "c" + ids.incrementAndGet(),
                new TurnTraffic(() -> {}));
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private static InboundEvent event(String key, Author author, UserInput input) {
        return new InboundEvent(key, author, Instant.EPOCH, "", input);
    }

    private String opened() {
        Taken taken = turns.open("hedge", ROOM, event("open", ANA, new UserInput.Opened("A hedge?")));
        return assertInstanceOf(Taken.Done.class, taken).conversation();
    }

    private Taken.Done done(Taken taken) {
        return assertInstanceOf(Taken.Done.class, taken);
    }

    @Test
    void aTurnIsKeptWithItsPosts() {
        String id = opened();
        Taken.Done turn = done(turns.take(id, event("1", BEN, answer("purpose", "privacy"))));
        assertEquals(2, turn.version());
        List<Post> kept =
                turns.posts(id).stream().map(ConversationStore.Kept::post).toList();
        assertEquals(kept.subList(kept.size() - turn.posts().size(), kept.size()), turn.posts());
        assertEquals(
                List.of("Ana", "Ben"),
                turns.see(id).orElseThrow().state().people().stream()
                        .map(Author::name)
                        .toList());
    }

    @Test
    void aNameThatThePlatformToldLateTakesThePlaceOfNone() {
        String id = opened();
        Author unnamed = new Author("U7", "Somebody");
        done(turns.take(id, event("1", unnamed, answer("purpose", "noise"))));
        done(turns.take(id, event("2", unnamed, new UserInput.Clicked(ConversationCommand.OWNER.action()))));
        Author zoe = new Author("U7", "Zoe");
        done(turns.take(id, event("3", zoe, new UserInput.Clicked(ConversationCommand.ACTED_ON.action()))));
        ConversationState state = turns.see(id).orElseThrow().state();
        assertEquals(
                List.of("Ana", "Zoe"), state.people().stream().map(Author::name).toList());
        assertEquals(zoe, state.mind().followUp().owner());
        done(turns.take(id, event("4", unnamed, new UserInput.Clicked(ConversationCommand.STILL_HOLDS.action()))));
        assertEquals(zoe, turns.see(id).orElseThrow().state().mind().followUp().owner());
    }

    @Test
    void theSameEventTwiceIsOneTurn() {
        String id = opened();
        done(turns.take(id, event("1", BEN, answer("purpose", "privacy"))));
        int posts = turns.posts(id).size();
        assertEquals(new Taken.Repeated(id), turns.take(id, event("1", BEN, answer("purpose", "privacy"))));
        assertEquals(
                new Taken.Repeated(id),
                turns.open("hedge", ROOM, event("open", ANA, new UserInput.Opened("A hedge?"))));
        assertEquals(posts, turns.posts(id).size());
        assertEquals(2, turns.find(id).orElseThrow().version());
    }

    @Test
    void turnsOfTwoReplicasAtOnceAreBothKept() throws Exception {
        String id = opened();
        TurnService other = turns(StateCache.recent(10));
        done(other.take(id, event("seen", BEN, answer("purpose", "privacy"))));
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<Taken>> events = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                TurnService replica = i % 2 == 0 ? turns : other;
                String key = "e" + i;
                UserInput input = i % 3 == 0
                        ? answer("length", String.valueOf(i + 1))
                        : new UserInput.Clicked(ConversationCommand.STATUS.action());
                events.add(() -> replica.take(id, event(key, ANA, input)));
            }
            for (Future<Taken> taken : both.invokeAll(events)) {
                assertInstanceOf(Taken.Done.class, taken.get());
            }
        }
        Conversation kept = turns.find(id).orElseThrow();
        assertEquals(42, kept.version());
        assertEquals(
                42, kept.entries().stream().map(entry -> entry.key()).distinct().count());
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertInstanceOf(Taken.Missing.class, turns.open("fence", ROOM, event("1", ANA, new UserInput.Opened("?"))));
        assertInstanceOf(Taken.Missing.class, turns.take("nobody", event("1", ANA, new UserInput.Said("hello"))));
    }

    @Test
    void talkThatIsNotForUsIsNeitherKeptNorAnswered() {
        String id = opened();
        Taken.Done turn = done(turns.take(id, event("1", BEN, new UserInput.Said("lunch?", false))));
        assertEquals(List.of(), turn.posts());
        assertEquals(1, turns.find(id).orElseThrow().version());
    }

    @Test
    void aMegabyteOfTextIsCutBeforeItIsKept() {
        String id = opened();
        String long1 = "x\u0000\u202e".repeat(400_000);
        Taken.Done turn = done(turns.take(id, event("1", BEN, new UserInput.Said(long1))));
        assertTrue(turn.posts().stream().anyMatch(post -> post.plain().contains("40,000")));
        UserInput kept = turns.find(id).orElseThrow().entries().getLast().input();
        assertEquals(
                "x".repeat(40_000), assertInstanceOf(UserInput.Said.class, kept).text());
    }

    @Test
    void aSummaryGoesToTheChosenChannelAndNowhereBefore() {
        String id = opened();
        Taken.Done first = done(turns.take(id, event("1", BEN, answer("purpose", "noise"))));
        assertTrue(elsewhere(first).findAny().isEmpty());
        Taken.Done early =
                done(turns.take(id, event("early", BEN, new UserInput.Clicked(ConversationCommand.SUMMARY.action()))));
        assertTrue(elsewhere(early).findAny().isEmpty());
        assertTrue(PostText.of(early.posts()).contains("the command summary-channel chooses one"));
        settings.setForRoom(ROOM, TeamSettings.Name.SUMMARY_CHANNEL, "C9", ANA, Instant.EPOCH, "");
        Taken.Done preview =
                done(turns.take(id, event("2", BEN, new UserInput.Clicked(ConversationCommand.SUMMARY.action()))));
        assertTrue(elsewhere(preview).findAny().isEmpty(), "first it is looked at");
        assertTrue(
                PostText.of(preview.posts()).contains("It is not in the channel for summaries yet"),
                PostText.of(preview.posts()));
        UserInput post =
                new UserInput.Clicked(new Action.Command(ConversationCommand.SUMMARY.id(), Map.of("post", "yes")));
        Taken.Done asked = done(turns.take(id, event("3", BEN, post)));
        Post summary = elsewhere(asked).findFirst().orElseThrow();
        assertEquals(new Post.Elsewhere("C9"), summary.place());
        assertTrue(PostText.of(asked.posts()).contains("The summary stands in the channel for summaries"));
        String shown = PostText.of(summary);
        assertFalse(shown.contains("too."), shown);
        assertTrue(shown.contains("Against noise build a wall"), shown);
        assertTrue(shown.contains("Ana, Ben"), shown);
        Taken.Done again =
                done(turns.take(id, event("4", BEN, new UserInput.Clicked(ConversationCommand.SUMMARY.action()))));
        String preview2 = PostText.of(again.posts());
        assertTrue(preview2.contains("stands in the channel for summaries"), preview2);
        assertFalse(preview2.contains("Post it to the summary channel"), preview2);
        assertEquals(
                List.of(new Post.Private(BEN.id())),
                again.posts().stream().map(Post::place).toList(),
                "whoever looks sees it alone");
    }

    @Test
    void whatIsNotDecidedIsNotPosted() {
        settings.setForRoom(ROOM, TeamSettings.Name.SUMMARY_CHANNEL, "C9", ANA, Instant.EPOCH, "");
        String id = opened();
        Taken.Done looked =
                done(turns.take(id, event("1", BEN, new UserInput.Clicked(ConversationCommand.SUMMARY.action()))));
        String preview = PostText.of(looked.posts());
        assertTrue(preview.contains("Nothing is decided yet; a summary would say only this:"), preview);
        assertTrue(preview.contains("Still open = Purpose"), preview);
        assertFalse(preview.contains("Post it"), preview);
        UserInput post =
                new UserInput.Clicked(new Action.Command(ConversationCommand.SUMMARY.id(), Map.of("post", "yes")));
        Taken.Done asked = done(turns.take(id, event("2", BEN, post)));
        assertEquals(0, elsewhere(asked).count());
        assertTrue(PostText.of(asked.posts()).contains("there is no summary to post"), PostText.of(asked.posts()));
    }

    @Test
    void whereSummariesAreOffItIsSaidByWhomAndSinceWhen() {
        Instant day = Instant.parse("2026-11-20T09:00:00Z");
        settings.setForRoom(ROOM, TeamSettings.Name.SUMMARY_CHANNEL, "off", ANA, day, "");
        String id = opened();
        done(turns.take(id, event("1", BEN, answer("purpose", "noise"))));
        Taken.Done looked =
                done(turns.take(id, event("2", BEN, new UserInput.Clicked(ConversationCommand.SUMMARY.action()))));
        String preview = PostText.of(looked.posts());
        assertTrue(preview.contains("Summaries from here are switched off"), preview);
        assertTrue(preview.contains("Chosen by Ana on 20 November 2026"), preview);
        assertFalse(preview.contains("Post it"), preview);
    }

    @Test
    void aTeamChannelIsToldWhenAnAnswerStandsNoMore() {
        settings.setForRoom(ROOM, TeamSettings.Name.SUMMARY_CHANNEL, "C9", ANA, Instant.EPOCH, "");
        String id = opened();
        assertEquals(
                1,
                elsewhere(done(turns.take(id, event("1", BEN, answer("purpose", "noise")))))
                        .count());
        Taken.Done reopened = done(turns.take(id, event("2", BEN, answer("purpose", "noise,birds"))));
        assertTrue(PostText.of(reopened.posts()).contains("Not decided yet"), PostText.of(reopened.posts()));
        Post note = elsewhere(reopened).toList().getLast();
        assertTrue(note.key().startsWith("summary-change:"), note.key());
        assertTrue(note.plain().contains("stands no more") && note.plain().contains("build a wall"), note.plain());
        assertEquals(
                0,
                elsewhere(done(turns.take(id, event("3", BEN, answer("light", "sun")))))
                        .count());
    }

    private static Stream<Post> elsewhere(Taken.Done turn) {
        return turn.posts().stream().filter(post -> post.place() instanceof Post.Elsewhere);
    }

    @Test
    void aNewEditionOfTheFlowIsTakenUpInTheMiddle() {
        AtomicReference<ConversationEngine> served = new AtomicReference<>(machine);
        TurnService reloading = new TurnService(
                stores.conversations(),
                flow -> Optional.of(served.get()),
                StateCache.recent(10),
                Proposer.NONE,
                summaries,
                () -> "r" + ids.incrementAndGet(),
                new TurnTraffic(() -> {}));
        Taken.Done opened = done(reloading.open("hedge", ROOM, event("o", ANA, new UserInput.Opened("A hedge?"))));
        String id = opened.conversation();
        reloading.take(id, event("1", ANA, answer("purpose", "birds")));
        reloading.take(id, event("2", ANA, answer("light", "sun")));
        reloading.take(id, event("3", ANA, answer("budget", "900")));
        served.set(Hedge.machine(HedgeFlow.revised(), (_, _) -> Interpretation.NOTHING, (_, _) -> Optional.empty()));
        Taken.Done turn =
                done(reloading.take(id, event("4", BEN, new UserInput.Clicked(ConversationCommand.STATUS.action()))));
        assertEquals(
                List.of("purpose", "sunshine"),
                List.copyOf(reloading.see(id).orElseThrow().state().held().keySet()));
        assertTrue(turn.posts().stream().anyMatch(post -> post.key().equals(Post.ROOT)), "the root card follows");
        Taken.Done next = done(reloading.take(id, event("5", BEN, answer("length", "3"))));
        assertEquals(5 + 1, next.version());
    }

    @Test
    void whatAModelProposesWaitsForAPerson() {
        Interpreter puzzled = (text, setting) -> new Interpretation(
                List.of(), List.of(), List.of(), null, null, true, true, ParameterReadings.NONE, List.of(), List.of());
        ConversationEngine listening = Hedge.machine(puzzled, (_, _) -> Optional.empty());
        Proposer proposer =
                (text, flow, answers) -> List.of(new Proposal("light", new Value.Choice("shade"), "under the oak"));
        TurnService proposing = new TurnService(
                stores.conversations(),
                flow -> Optional.of(listening),
                StateCache.recent(10),
                proposer,
                summaries,
                () -> "p" + ids.incrementAndGet(),
                new TurnTraffic(() -> {}));
        Taken.Done opened = done(proposing.open("hedge", ROOM, event("o", ANA, new UserInput.Opened("under the oak"))));
        String id = opened.conversation();
        String shown = PostText.of(opened.posts());
        assertTrue(shown.contains("You wrote “under the oak”, so light: shade. Is that right?"), shown);
        assertTrue(proposing.see(id).orElseThrow().state().held().isEmpty(), "nothing counts before a person confirms");
        proposing.take(id, event("1", BEN, new UserInput.Clicked(ConversationCommand.CONFIRM.about("light"))));
        assertEquals(
                "Ben",
                proposing
                        .see(id)
                        .orElseThrow()
                        .state()
                        .held("light")
                        .orElseThrow()
                        .by()
                        .name());
    }

    @Test
    void listsShowTheDigestOfTheLatestTurn() {
        String id = opened();
        turns.take(id, event("1", BEN, answer("purpose", "noise")));
        ConversationSummary digest =
                stores.conversations().list("slack", "T1", 5).getFirst();
        assertEquals(ConversationSummary.State.CONCLUDED, digest.state());
        assertEquals("No. Against noise build a wall.", digest.headline());
        assertEquals("A hedge?", digest.title());
    }
}
