package dev.tunewise.storage;

import static dev.tunewise.storage.Samples.LOCAL;
import static dev.tunewise.storage.Samples.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.session.Conversation;
import dev.tunewise.session.ConversationStore.Appended;
import dev.tunewise.session.Outbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two services on one database get every event, both at once: each event makes one turn, and each answer leaves once, in order. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@ExtendWith(PostgresServer.Extension.class)
class TwoReplicasTest {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final int EVENTS = 20;

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
        List<Database> replicas = List.of(one, two);
        List<String> delivered = Collections.synchronizedList(new ArrayList<>());
        CyclicBarrier arrival = new CyclicBarrier(2);
        List<Integer> turns = together(number -> {
            Database replica = replicas.get(number);
            int made = 0;
            for (int event = 0; event < EVENTS; event++) {
                arrival.await(30, TimeUnit.SECONDS);
                made += turn(replica, event) ? 1 : 0;
                send(replica, delivered);
            }
            return made;
        });
        send(one, delivered);

        assertEquals(EVENTS, turns.get(0) + turns.get(1));
        Conversation found = two.conversations().find(LOCAL).orElseThrow();
        assertEquals(EVENTS, found.version());
        assertEquals(
                IntStream.range(0, EVENTS).mapToObj(event -> "answer " + event).toList(), delivered);
    }

    /** Loads, steps and commits until the event is in, as a turn does; whether this replica was the one that put it in. */
    private static boolean turn(Database replica, int event) {
        while (!Thread.interrupted()) {
            Conversation now = replica.conversations().find(LOCAL).orElse(null);
            Appended appended = now == null
                    ? replica.conversations()
                            .create(
                                    // Each replica draws its own id.
                                    Samples.conversation("id-" + System.identityHashCode(replica), LOCAL),
                                    Samples.digest("id-" + System.identityHashCode(replica), LOCAL),
                                    Samples.entry("event-" + event),
                                    List.of(Samples.post("p", "answer " + event)))
                    : replica.conversations()
                            .append(
                                    now.id(),
                                    now.version(),
                                    Samples.digest(now.id(), LOCAL),
                                    Samples.entry("event-" + event),
                                    List.of(Samples.post("p", "answer " + event)));
            if (!(appended instanceof Appended.Conflict)) {
                return appended instanceof Appended.Done;
            }
        }
        throw new IllegalStateException("Interrupted before event " + event + " was in");
    }

    private static void send(Database replica, List<String> delivered) {
        for (List<Outbox.Item> due = take(replica); !due.isEmpty(); due = take(replica)) {
            for (Outbox.Item item : due) {
                delivered.add(item.post().plain());
                replica.outbox().sent(item.id(), "ref", NOON);
            }
        }
    }

    private static List<Outbox.Item> take(Database replica) {
        return replica.outbox().take(NOON, NOON.plusSeconds(60), 10);
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
