package dev.tunewise.session.outbox;

import static dev.tunewise.testing.Hedge.ANA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.OpenDecision;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.lease.ProcessId;
import dev.tunewise.session.outbox.Delivery.Outcome;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.StateCache;
import dev.tunewise.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxDispatcherTest {
    private static final Address ROOM = new Address("slack", "T1", "C1", "", "");

    private final Database stores = Database.inMemory(() -> this.now);
    private final Deque<Outcome> answers = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private int version;

    private final Delivery delivery = new Delivery() {
        @Override
        public String channel() {
            return "slack";
        }

        @Override
        public void undelivered(Outbox.Item item, String person) {
            ended.add(item.post().key() + " tells " + person);
        }

        @Override
        public Outcome deliver(Outbox.Item item) {
            sent.add(item.post().key() + "=" + item.post().plain()
                    + (item.replaces().isEmpty() ? "" : " for " + item.replaces()));
            Outcome answer = answers.poll();
            return answer != null
                    ? answer
                    : new Outcome.Sent("ref" + sent.size(), item.address().withThread("th"));
        }
    };
    private final List<String> ended = new ArrayList<>();
    private final DeliveryWatch watch = new DeliveryWatch() {
        @Override
        public void waits(Outbox.Item item, String reason) {}

        @Override
        public void ended(Outbox.Item item, String reason, boolean setAside) {
            ended.add(item.post().key() + (setAside ? " set aside: " : " dropped: ") + reason);
        }

        @Override
        public void failed(RuntimeException failure) {
            throw failure;
        }
    };
    private final OutboxDispatcher dispatcher = dispatcher(delivery, 10, 10, Runnable::run);

    private OutboxDispatcher dispatcher(Delivery to, int most, int perWorkspace, Executor executor) {
        return new OutboxDispatcher(
                stores.outbox(),
                stores.conversations(),
                StateCache.recent(1),
                List.of(to),
                new OutboxDispatcher.Policy(
                        new ProcessId("me", () -> () -> true),
                        most,
                        perWorkspace,
                        Duration.ofHours(1),
                        new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10), () -> 1)),
                watch,
                executor);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private void open(String id, Address address, Post... posts) {
        Conversation conversation = new Conversation(id, "hedge", address, now, 0, List.of());
        stores.conversations().create(conversation, digest(id, address), entry(id), List.of(posts));
    }

    private void more(String id, Post... posts) {
        stores.conversations().append(id, ++version, digest(id, ROOM), entry(id + version), List.of(posts));
    }

    private ConversationSummary digest(String id, Address address) {
        return new ConversationSummary(
                id, "hedge", address, "t", ConversationSummary.State.OPEN, "", "", "", now, now, OpenDecision.LOGGED);
    }

    private Entry entry(String key) {
        return new Entry(key, ANA, now, "", new UserInput.Opened(""), List.of());
    }

    private static Post post(String key, String text) {
        Post.Place place = key.equals(Post.ROOT) ? new Post.Root() : new Post.Thread();
        return new Post(key, place, List.of(new Block.Paragraph(Text.plain(text))), text);
    }

    @Test
    void sendsInOrderAndNotesTheThread() {
        open("a", ROOM, post("root", "1"), post("q", "2"));
        Rounds.all(dispatcher);
        assertEquals(List.of("root=1", "q=2"), sent);
        assertEquals(
                Optional.of("a"),
                stores.conversations().digest(ROOM.withThread("th")).map(ConversationSummary::id));
        assertEquals(Optional.of("ref2"), stores.outbox().reference("a", "q"));
        assertEquals(0, stores.outbox().waiting());
    }

    @Test
    void onlyTheNewestEditIsSent() {
        open("a", ROOM, post("root", "1"));
        Rounds.all(dispatcher);
        more("a", post("root", "2"), post("q", "x"));
        more("a", post("root", "3"));
        Rounds.all(dispatcher);
        assertEquals(List.of("root=1", "q=x", "root=3 for ref1"), sent);
    }

    @Test
    void theFirstPostIsSentAlthoughAnEditWaits() {
        open("a", ROOM, post("root", "1"), post("q", "x"), post("root", "2"));
        Rounds.all(dispatcher);
        assertEquals(List.of("root=1", "q=x", "root=2 for ref1"), sent);
    }

    @Test
    void whoMustWaitHoldsUpOnlyItsOwnConsultation() {
        open("a", ROOM, post("root", "a1"), post("q", "a2"));
        open("b", ROOM, post("root", "b1"));
        answers.add(new Outcome.Later(Duration.ofSeconds(20), "429"));
        Rounds.all(dispatcher);
        assertEquals(List.of("root=a1", "root=b1"), sent);
        now = now.plusSeconds(19);
        assertEquals(0, Rounds.one(dispatcher));
        now = now.plusSeconds(3);
        Rounds.all(dispatcher);
        assertEquals(List.of("root=a1", "root=b1", "root=a1", "q=a2"), sent);
    }

    @Test
    void aPictureThatHasToWaitHoldsUpNoWords() {
        open("a", ROOM, post("root", "1"), post("q", "2"));
        Address thread = ROOM.withThread("th");
        answers.add(new Outcome.Partly(new Outcome.Sent("words", thread), Duration.ofSeconds(20), "no files now"));
        Rounds.all(dispatcher);
        assertEquals(List.of("root=1", "q=2"), sent);
        assertEquals(
                Optional.of("a"), stores.conversations().digest(thread).map(ConversationSummary::id), "threads begin");
        assertEquals(Optional.of("words"), stores.outbox().reference("a", "root"));
        assertEquals(1, stores.outbox().waiting(), "the picture is not forgotten");

        now = now.plusSeconds(60);
        Rounds.all(dispatcher);
        assertEquals("root=1 for words", sent.getLast());
        assertEquals(0, stores.outbox().waiting());
    }

    @Test
    void wordsThatChangedMeanwhileTakeThePlaceOfAPictureThatWaits() {
        open("a", ROOM, post("root", "1"));
        answers.add(new Outcome.Partly(
                new Outcome.Sent("words", ROOM.withThread("th")), Duration.ofSeconds(20), "no files now"));
        Rounds.all(dispatcher);
        more("a", post("root", "2"));
        Rounds.all(dispatcher);
        assertEquals(List.of("root=1", "root=2 for words"), sent);
        now = now.plusSeconds(60);
        Rounds.all(dispatcher);
        assertEquals(2, sent.size(), "the old one is not told again");
        assertEquals(0, stores.outbox().waiting());
    }

    @Test
    void aPictureThatNeverComesIsGivenUpAndItsWordsCanStillBeEdited() {
        open("a", ROOM, post("root", "1"));
        for (int i = 0; i < 40; i++) {
            answers.add(new Outcome.Partly(
                    new Outcome.Sent("words", ROOM.withThread("th")), Duration.ZERO, "no files now"));
        }
        while (stores.outbox().waiting() > 0) {
            Rounds.all(dispatcher);
            now = now.plusSeconds(600);
        }
        assertEquals(List.of("root dropped: no files now"), ended);
        answers.clear();
        more("a", post("root", "2"));
        Rounds.all(dispatcher);
        assertEquals("root=2 for words", sent.getLast());
    }

    @Test
    void whatIsRefusedIsDroppedAndTheNextGoesOn() {
        open("a", ROOM, post("root", "1"), post("q", "2"));
        answers.add(new Outcome.Refused("no"));
        Rounds.all(dispatcher);
        assertEquals(List.of("root=1", "q=2"), sent);
    }

    @Test
    void whatThePlatformDoesNotTakeIsTriedForItsTimeAndSetAsideThen() {
        open("a", ROOM, post("root", "1"), post("q", "2"));
        for (int i = 0; i < 40; i++) {
            answers.add(new Outcome.Later(Duration.ZERO, "invalid_auth"));
        }
        while (stores.outbox().backlog().aside() == 0) {
            Rounds.all(dispatcher);
            now = now.plusSeconds(60);
        }
        assertTrue(Duration.between(Instant.EPOCH, now).compareTo(Duration.ofHours(1)) > 0);
        assertTrue(sent.size() > 10, sent::toString);
        assertEquals(List.of("root set aside: invalid_auth", "root tells u1"), ended);
        answers.clear();
        stores.outbox().retry(stores.outbox().stuck(1).getFirst().id());
        sent.clear();
        Rounds.all(dispatcher);
        assertEquals(List.of("root=1", "q=2"), sent);
    }

    @Test
    void aClockThatJumpsAheadGivesNothingUp() {
        open("a", ROOM, post("root", "1"));
        for (int i = 0; i < 5; i++) {
            answers.add(new Outcome.Later(Duration.ZERO, "down"));
        }
        for (int i = 0; i < 6; i++) {
            Rounds.all(dispatcher);
            now = now.plusSeconds(86_400);
        }
        assertEquals(0, stores.outbox().waiting());
        assertEquals(List.of(), ended);
    }

    @Test
    void aRefusalIsToldToWhoAskedInAnotherWay() {
        open("a", ROOM, post("root", "1"));
        answers.add(new Outcome.Refused("is_archived"));
        Rounds.all(dispatcher);
        assertEquals(List.of("root dropped: is_archived", "root tells u1"), ended);
    }

    @Test
    void aCallThatHangsHoldsUpNoOtherConsultation() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(9);
        Delivery slow = new Delivery() {
            @Override
            public String channel() {
                return "slack";
            }

            @Override
            public Outcome deliver(Outbox.Item item) {
                if (item.conversation().equals("c0")) {
                    await(hanging);
                } else {
                    others.countDown();
                }
                return new Outcome.Sent("r", item.address());
            }
        };
        for (int i = 0; i < 10; i++) {
            open("c" + i, new Address("slack", "T" + i / 5, "C", "t" + i, ""), post("q", "1"));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            OutboxDispatcher two = dispatcher(slow, 3, 2, threads);
            Semaphore freed = new Semaphore(0);
            for (int taken = two.round(freed::release); others.getCount() > 0; taken = two.round(freed::release)) {
                assertTrue(taken > 0 || freed.tryAcquire(20, TimeUnit.SECONDS), "the others go on");
            }
            assertFalse(two.finish(Duration.ofMillis(10)), "one hangs still");
            hanging.countDown();
            assertTrue(two.finish(Duration.ofSeconds(20)));
        }
        assertEquals(0, stores.outbox().waiting());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void postsOfChannelsWithoutDeliveryCountAsSent() {
        open("w", new Address("teams", "T9", "w", "", ""), post("root", "1"), post("q", "2"));
        Rounds.all(dispatcher);
        assertTrue(sent.isEmpty());
        assertEquals(0, stores.outbox().waiting());
    }
}
