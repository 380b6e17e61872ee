package dev.tunewise.slack.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.session.lease.LeaseKeeper;
import dev.tunewise.session.lease.ProcessId;
import dev.tunewise.session.outbox.Backoff;
import dev.tunewise.session.outbox.Delivery;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.outbox.OutboxDispatcher;
import dev.tunewise.session.outbox.Rounds;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.StateCache;
import dev.tunewise.slack.Stage;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.storage.Samples;
import dev.tunewise.testing.Unheeded;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes that send from one outbox: the first stands still with a post in its hands until the other has sent that one and the next. */
class TakeoverTest {
    private static final Duration SILENCE = Duration.ofSeconds(8);
    private static final String GENERAL = "C0GENERAL";

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final Address room = new Address("slack", "T1", GENERAL, "", "");
    private long nanos;
    private final LeaseKeeper first = keeper("first");
    private final LeaseKeeper second = keeper("second");

    private LeaseKeeper keeper(String name) {
        return new LeaseKeeper(stage.stores().leases(), name, SILENCE, () -> nanos);
    }

    @BeforeEach
    void begin() {
        first.beat();
        second.beat();
        Conversation conversation = new Conversation("c1", "hedge", room, Samples.NOON, 0, List.of());
        stage.stores()
                .conversations()
                .create(
                        conversation,
                        Samples.digest("c1", room),
                        Samples.entry("c1"),
                        List.of(post(Post.ROOT, new Post.Root(), "one"), post("q", new Post.Thread(), "two")));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static Post post(String key, Post.Place place, String words) {
        return new Post(key, place, List.of(new Block.Paragraph(Text.plain(words))), words);
    }

    private OutboxDispatcher sender(String name, Supplier<BooleanSupplier> hold, Delivery delivery) {
        return new OutboxDispatcher(
                stage.stores().outbox(),
                stage.stores().conversations(),
                StateCache.recent(1),
                List.of(delivery),
                new OutboxDispatcher.Policy(
                        new ProcessId(name, hold),
                        9,
                        9,
                        Duration.ofDays(1),
                        new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), () -> 0)),
                Unheeded.watch(),
                Runnable::run);
    }

    /** What the other does while the first stands still; then the first gives a sign of life before it does anything else. */
    private void takeOver() {
        for (int second = 0; second < 12; second += 2) {
            this.second.beat();
            nanos += Duration.ofSeconds(2).toNanos();
        }
        Rounds.all(sender("second", second::hold, stage.out().delivery()));
        first.beat();
    }

    /** Does it once, before the first thing that is asked for. */
    private static Runnable once(Runnable what) {
        boolean[] done = new boolean[1];
        return () -> {
            if (!done[0]) {
                done[0] = true;
                what.run();
            }
        };
    }

    private static Delivery before(Runnable what, Delivery delivery) {
        return new Delivery() {
            @Override
            public String channel() {
                return delivery.channel();
            }

            @Override
            public Outcome deliver(Outbox.Item item) {
                what.run();
                return delivery.deliver(item);
            }
        };
    }

    private List<String> shown() {
        return stage.slack().workspace().messages().stream().map(Message::text).toList();
    }

    @Test
    void whoStoodStillWithAPostDoesNotSendItWhenItWakesUp() {
        Rounds.all(sender(
                "first", first::hold, before(once(this::takeOver), stage.out().delivery())));
        assertEquals(List.of("one", "two"), shown());
    }

    @Test
    void whoStoodStillAfterItHadLookedDoesNotSendItEither() {
        // The first look finds that all is well; the process stands still right after it.
        Runnable still = once(this::takeOver);
        UnaryOperator<BooleanSupplier> stalls = held -> () -> {
            boolean sure = held.getAsBoolean();
            still.run();
            return sure;
        };
        Rounds.all(sender("first", () -> stalls.apply(first.hold()), stage.out().delivery()));
        assertEquals(List.of("one", "two"), shown());
    }

    @Test
    void anOldEditDoesNotCoverANewerOne() {
        Rounds.all(sender("first", first::hold, stage.out().delivery()));
        edit(1, "older");
        Runnable still = once(() -> {
            edit(2, "newer");
            takeOver();
        });
        Rounds.all(sender("first", first::hold, before(still, stage.out().delivery())));
        assertEquals(List.of("one", "newer"), shown());
    }

    private void edit(int version, String words) {
        stage.stores()
                .conversations()
                .append(
                        "c1",
                        version,
                        Samples.digest("c1", room),
                        Samples.entry("c1" + version),
                        List.of(post("q", new Post.Thread(), words)));
    }
}
