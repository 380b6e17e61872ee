package dev.tunewise.session.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.wording.DigestReplies;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.session.log.DueReviews;
import dev.tunewise.session.log.Owners;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.StateCache;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.session.turn.Proposer;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.ThreadLinks;
import dev.tunewise.session.turn.TurnService;
import dev.tunewise.session.turn.TurnTraffic;
import dev.tunewise.storage.Database;
import dev.tunewise.storage.PostgresServer;
import dev.tunewise.storage.secret.KeySettings;
import dev.tunewise.testing.Hedge;
import dev.tunewise.testing.PostText;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
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

/** Two services on one PostgreSQL look at the same moment for what is due: one digest is kept, and each review is asked once. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@ExtendWith(PostgresServer.Extension.class)
class TwoReplicasMemoryTest {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final Address ROOM = new Address("slack", "T1", "C1", "", "");
    private static final Instant FRIDAY = Instant.parse("2026-11-27T10:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-30T09:00:00Z");
    private static final int DECISIONS = 10;

    @Test
    void oneDigestAndOneReviewOfEachOfTenDecisionsOfOneOwner(PostgresServer server) throws Exception {
        String url = server.newDatabase();
        try (Database one = Database.open(url, "postgres", "", KeySettings.of(KEY));
                Database two = Database.open(url, "postgres", "", KeySettings.of(KEY))) {
            List<Replica> replicas = List.of(new Replica("one", one), new Replica("two", two));
            replicas.getFirst().decide();
            long before = one.outbox().waiting();
            List<Integer> digests = together(replicas, Replica::digests);
            assertEquals(1, digests.stream().mapToInt(Integer::intValue).sum(), digests.toString());
            assertEquals(before + 1, two.outbox().waiting(), "one message for ten decisions");

            List<Integer> asked = together(replicas, Replica::reviews);
            assertEquals(DECISIONS, asked.stream().mapToInt(Integer::intValue).sum(), asked.toString());
            for (ConversationSummary decision : two.conversations().list("slack", "T1", 20)) {
                assertEquals(
                        1,
                        two.conversations().posts(decision.id()).stream()
                                .filter(each -> PostText.of(each.post()).contains("time to look at this again"))
                                .count());
            }
            assertTrue(replicas.stream().allMatch(replica -> replica.reviews() == 0), "nor later");
        }
    }

    private static List<Integer> together(List<Replica> replicas, Work work) throws Exception {
        CyclicBarrier arrival = new CyclicBarrier(2);
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> running = replicas.stream()
                    .map(replica -> executor.submit(() -> {
                        arrival.await(30, TimeUnit.SECONDS);
                        return work.of(replica);
                    }))
                    .toList();
            return List.of(running.get(0).get(), running.get(1).get());
        }
    }

    private interface Work {
        int of(Replica replica);
    }

    private static final class Replica {
        private final String name;
        private final Database stores;
        private final TurnService turns;
        private final DigestService digests;
        private int number;

        Replica(String name, Database stores) {
            this.name = name;
            this.stores = stores;
            ConversationEngine machine = Hedge.listening();
            TeamSettings settings = new TeamSettings(stores.settings(), WorkspaceDirectory.local(), stores.audit());
            SummaryRouter summaries =
                    new SummaryRouter(settings, WorkspaceDirectory.local(), ThreadLinks.none(), "Thread");
            turns = new TurnService(
                    stores.conversations(),
                    _ -> Optional.of(machine),
                    StateCache.recent(20),
                    Proposer.NONE,
                    summaries,
                    () -> name + ++number,
                    new TurnTraffic(() -> {}));
            DigestComposer composer = new DigestComposer(
                    stores.decisions(),
                    stores.conversations(),
                    _ -> Optional.of(machine),
                    summaries,
                    ThreadLinks.none(),
                    new DigestReplies(Messages.english()));
            digests = new DigestService(settings, composer, stores.announcements(), owners());
        }

        private InboundEvent event(String key, UserInput input) {
            return new InboundEvent(key, Hedge.BEN, FRIDAY, "", input);
        }

        void decide() {
            new TeamSettings(stores.settings(), WorkspaceDirectory.local(), stores.audit())
                    .setForRoom(ROOM, TeamSettings.Name.DIGEST, "weekly monday 09:00 UTC", Hedge.BEN, FRIDAY, "");
            for (int count = 1; count <= DECISIONS; count++) {
                turns.open(
                        "hedge",
                        ROOM.withThread("t" + count),
                        event("open" + count, new UserInput.Opened("Hedge " + count + "?")));
                String id = name + count;
                turns.take(id, event("answer" + count, Hedge.answer("purpose", "noise")));
                turns.take(id, event("own" + count, new UserInput.Said("I own this, review on 1 December 2026")));
            }
        }

        int digests() {
            return digests.send(MONDAY) + digests.send(MONDAY.plusSeconds(60));
        }

        private Owners owners() {
            return new Owners(stores.decisions(), WorkspaceDirectory.local(), turns);
        }

        int reviews() {
            return new DueReviews(
                            stores.decisions(),
                            turns,
                            ZoneOffset.UTC,
                            LocalTime.of(9, 0),
                            _ -> false,
                            owners(),
                            (_, e) -> {
                                throw e;
                            })
                    .ask(Instant.parse("2026-12-01T09:00:00Z"));
        }
    }
}
