package dev.tunewise.session;

import static dev.tunewise.testing.Hedge.ANA;
import static dev.tunewise.testing.Hedge.BEN;
import static dev.tunewise.testing.Hedge.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.Author;
import dev.tunewise.conversation.Input;
import dev.tunewise.conversation.Machine;
import dev.tunewise.conversation.Verb;
import dev.tunewise.session.Consultations.Taken;
import dev.tunewise.storage.Stores;
import dev.tunewise.testing.Hedge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Address ROOM = new Address("slack", "T1", "C1", "", "");

    private final Stores stores = Stores.inMemory();
    private final AtomicInteger ids = new AtomicInteger();
    private final Machine machine = Hedge.machine();
    private final Summaries summaries = new Summaries(
            stores.settings(), (conversation, address) -> Optional.of("https://chat.test/" + conversation), "Thread");
    private final Turns turns = turns(Folds.recent(10));

    private Turns turns(Folds folds) {
        Machines machines = flow -> flow.equals("hedge") ? Optional.of(machine) : Optional.empty();
        return new Turns(
                stores.conversations(), machines, folds, Proposer.NONE, summaries, () -> "c" + ids.incrementAndGet());
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private static Inbound event(String key, Author author, Input input) {
        return new Inbound(key, author, Instant.EPOCH, "", input);
    }

    private String opened() {
        Taken taken = turns.open("hedge", ROOM, event("open", ANA, new Input.Opened("A hedge?")));
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
        List<Post> kept = turns.posts(id).stream().map(ConversationStore.Kept::post).toList();
        assertEquals(kept.subList(kept.size() - turn.posts().size(), kept.size()), turn.posts());
        assertEquals(List.of("Ana", "Ben"), turns.see(id).orElseThrow().state().people().stream()
                .map(Author::name)
                .toList());
    }

    @Test
    void theSameEventTwiceIsOneTurn() {
        String id = opened();
        done(turns.take(id, event("1", BEN, answer("purpose", "privacy"))));
        int posts = turns.posts(id).size();
        assertEquals(new Taken.Repeated(id), turns.take(id, event("1", BEN, answer("purpose", "privacy"))));
        assertEquals(
                new Taken.Repeated(id),
                turns.open("hedge", ROOM, event("open", ANA, new Input.Opened("A hedge?"))));
        assertEquals(posts, turns.posts(id).size());
        assertEquals(2, turns.find(id).orElseThrow().version());
    }

    @Test
    void turnsOfTwoReplicasAtOnceAreBothKept() throws Exception {
        String id = opened();
        Turns other = turns(Folds.recent(10));
        done(other.take(id, event("seen", BEN, answer("purpose", "privacy"))));
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<Taken>> events = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Turns replica = i % 2 == 0 ? turns : other;
                String key = "e" + i;
                Input input = i % 3 == 0 ? answer("length", String.valueOf(i + 1)) : new Input.Clicked(Verb.STATUS.action());
                events.add(() -> replica.take(id, event(key, ANA, input)));
            }
            for (Future<Taken> taken : both.invokeAll(events)) {
                assertInstanceOf(Taken.Done.class, taken.get());
            }
        }
        Conversation kept = turns.find(id).orElseThrow();
        assertEquals(42, kept.version());
        assertEquals(42, kept.entries().stream().map(entry -> entry.key()).distinct().count());
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertInstanceOf(
                Taken.Missing.class, turns.open("fence", ROOM, event("1", ANA, new Input.Opened("?"))));
        assertInstanceOf(Taken.Missing.class, turns.take("nobody", event("1", ANA, new Input.Said("hello"))));
    }

    @Test
    void talkThatIsNotForUsIsNeitherKeptNorAnswered() {
        String id = opened();
        Taken.Done turn = done(turns.take(id, event("1", BEN, new Input.Said("lunch?", false))));
        assertEquals(List.of(), turn.posts());
        assertEquals(1, turns.find(id).orElseThrow().version());
    }

    @Test
    void aMegabyteOfTextIsCutBeforeItIsKept() {
        String id = opened();
        String long1 = "x\u0000\u202e".repeat(400_000);
        Taken.Done turn = done(turns.take(id, event("1", BEN, new Input.Said(long1))));
        assertTrue(turn.posts().stream().anyMatch(post -> post.plain().contains("40,000")));
        Input kept = turns.find(id).orElseThrow().entries().getLast().input();
        assertEquals("x".repeat(40_000), assertInstanceOf(Input.Said.class, kept).text());
    }

    @Test
    void aSummaryGoesToTheChosenChannelAndNowhereBefore() {
        String id = opened();
        Taken.Done first = done(turns.take(id, event("1", BEN, answer("purpose", "noise"))));
        assertTrue(elsewhere(first).findAny().isEmpty());
        summaries.choose(ROOM, "C9");
        Taken.Done asked = done(turns.take(id, event("2", BEN, new Input.Clicked(Verb.SUMMARY.action()))));
        Post summary = elsewhere(asked).findFirst().orElseThrow();
        assertEquals(new Post.Elsewhere("C9"), summary.place());
        String shown = dev.tunewise.testing.PostText.of(summary);
        assertTrue(shown.contains("Against noise build a wall"), shown);
        assertTrue(shown.contains("Ana, Ben"), shown);
    }

    private static Stream<Post> elsewhere(Taken.Done turn) {
        return turn.posts().stream().filter(post -> post.place() instanceof Post.Elsewhere);
    }

    @Test
    void listsShowTheDigestOfTheLatestTurn() {
        String id = opened();
        turns.take(id, event("1", BEN, answer("purpose", "noise")));
        Digest digest = stores.conversations().list("slack", "T1", 5).getFirst();
        assertEquals(Digest.State.CONCLUDED, digest.state());
        assertEquals("No. Against noise build a wall.", digest.headline());
        assertEquals("A hedge?", digest.title());
    }
}
