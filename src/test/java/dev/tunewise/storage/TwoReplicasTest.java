package dev.tunewise.storage;

import static dev.tunewise.storage.Samples.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.session.lease.ProcessId;
import dev.tunewise.session.outbox.Backoff;
import dev.tunewise.session.outbox.Delivery;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.outbox.OutboxDispatcher;
import dev.tunewise.session.outbox.Rounds;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.StateCache;
import dev.tunewise.session.turn.Consultations.Taken;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.session.turn.Proposer;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.TurnService;
import dev.tunewise.session.turn.TurnTraffic;
import dev.tunewise.testing.Hedge;
import dev.tunewise.testing.Unheeded;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two services on one database, as behind a load balancer that delivers twice: both get every event at the same moment. Each event makes
 * one turn, and each post leaves once, in order.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@ExtendWith(PostgresServer.Extension.class)
class TwoReplicasTest {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final int EVENTS = 15;
    private static final Address ROOM = new Address("slack", "T1", "C1", "", "");

    @Test
    void makeOneTurnOfEachEventOnPostgres(PostgresServer server) throws Exception {
        String url = server.newDatabase();
        try (Database one = Database.open(url, "postgres", "", KEY);
                Database two = Database.open(url, "postgres", "", KEY)) {
            check(one, two);
        }
    }

    @Test
    void makeOneTurnOfEachEventOnOneSqliteFile(@TempDir Path directory) throws Exception {
        String url = "jdbc:sqlite:" + directory.resolve("tunewise.db");
        try (Database one = Database.open(url, "", "", "");
                Database two = Database.open(url, "", "", "")) {
            check(one, two);
        }
    }

    @Test
    void openOneDatabaseTogether(PostgresServer server) throws Exception {
        String url = server.newDatabase();
        List<Boolean> answers = together(number -> {
            try (Database database = Database.open(url, "postgres", "", KEY)) {
                return database.answers();
            }
        });
        assertEquals(List.of(true, true), answers);
    }

    @Test
    void readEachOthersSecrets(PostgresServer server) {
        String url = server.newDatabase();
        try (Database one = Database.open(url, "postgres", "", KEY);
                Database two = Database.open(url, "postgres", "", KEY)) {
            one.secrets().put("slack", "T1", "installation", "bot", "xoxb");
            assertEquals(
                    "xoxb",
                    two.secrets().get("slack", "T1", "installation", "bot").orElseThrow());
        }
    }

    private static void check(Database one, Database two) throws Exception {
        List<Long> delivered = Collections.synchronizedList(new ArrayList<>());
        List<Replica> replicas = List.of(new Replica("one", one, delivered), new Replica("two", two, delivered));
        CyclicBarrier arrival = new CyclicBarrier(2);
        List<List<Taken>> taken = together(number -> {
            List<Taken> mine = new ArrayList<>();
            for (int event = 0; event < EVENTS; event++) {
                arrival.await(30, TimeUnit.SECONDS);
                mine.add(replicas.get(number).take(event));
                Rounds.all(replicas.get(number).sender);
            }
            return mine;
        });
        Rounds.all(replicas.getFirst().sender);

        for (int event = 0; event < EVENTS; event++) {
            List<Taken> both = List.of(taken.get(0).get(event), taken.get(1).get(event));
            assertEquals(1, both.stream().filter(Taken.Done.class::isInstance).count(), "event " + event + ": " + both);
            assertEquals(
                    1, both.stream().filter(Taken.Repeated.class::isInstance).count(), "event " + event + ": " + both);
        }
        String id = one.conversations().list("slack", "T1", 2).getFirst().id();
        assertEquals(1, one.conversations().list("slack", "T1", 2).size());
        List<Entry> entries = two.conversations().find(id).orElseThrow().entries();
        assertEquals(EVENTS, entries.size());
        assertEquals(EVENTS, new HashSet<>(entries.stream().map(Entry::key).toList()).size());

        assertEquals(0, two.outbox().waiting());
        // A post that a newer one with its key overtook need not leave; those that leave do so once and in order.
        assertTrue(delivered.size() >= EVENTS, delivered::toString);
        assertEquals(delivered.stream().distinct().sorted().toList(), delivered);
    }

    /** One service: turns and a sender on a database. */
    private static final class Replica {
        private final Database database;
        private final TurnService turns;
        private final OutboxDispatcher sender;

        Replica(String name, Database database, List<Long> delivered) {
            this.database = database;
            ConversationEngine machine = Hedge.machine();
            StateCache folds = StateCache.recent(10);
            this.turns = new TurnService(
                    database.conversations(),
                    flow -> Optional.of(machine),
                    folds,
                    Proposer.NONE,
                    new SummaryRouter(
                            new TeamSettings(database.settings(), WorkspaceDirectory.local(), database.audit()),
                            WorkspaceDirectory.local(),
                            (conversation, address) -> Optional.empty(),
                            "Thread"),
                    () -> "by-" + name,
                    new TurnTraffic(() -> {}));
            this.sender = new OutboxDispatcher(
                    database.outbox(),
                    database.conversations(),
                    folds,
                    List.of(new Recording(delivered)),
                    new OutboxDispatcher.Policy(
                            new ProcessId(name, () -> () -> true),
                            10,
                            10,
                            Duration.ofMinutes(1),
                            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(9), () -> 0.5)),
                    Unheeded.watch(),
                    Runnable::run);
        }

        Taken take(int event) {
            if (event == 0) {
                return turns.open("hedge", ROOM, inbound(event, new UserInput.Opened("A hedge?")));
            }
            String id =
                    database.conversations().list("slack", "T1", 1).getFirst().id();
            return turns.take(id, inbound(event, new UserInput.Clicked(ConversationCommand.STATUS.action())));
        }

        private static InboundEvent inbound(int event, UserInput input) {
            return new InboundEvent("event-" + event, Hedge.ANA, NOON.plusSeconds(event), "", input);
        }
    }

    /** A platform that takes everything, and remembers it. */
    private record Recording(List<Long> delivered) implements Delivery {
        @Override
        public String channel() {
            return "slack";
        }

        @Override
        public Outcome deliver(Outbox.Item item) {
            delivered.add(item.id());
            return new Outcome.Sent("ref-" + item.id(), item.address().withThread("171.5"));
        }
    }

    private static <T> List<T> together(Work<T> work) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            List<Future<T>> running = List.of(executor.submit(() -> work.by(0)), executor.submit(() -> work.by(1)));
            return List.of(running.get(0).get(), running.get(1).get());
        }
    }

    private interface Work<T> {
        T by(int replica) throws Exception;
    }
}
