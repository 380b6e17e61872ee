package dev.tunewise.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.session.quota.QuotaExceeded;
import dev.tunewise.session.quota.Quotas;
import dev.tunewise.session.quota.Quotas.Kind;
import dev.tunewise.session.quota.Quotas.Limits;
import dev.tunewise.session.store.Address;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two replicas hold a quota together on one PostgreSQL. */
@ExtendWith(PostgresServer.Extension.class)
class ReplicaQuotasTest {
    private static final Address ROOM = new Address("slack", "T1", "C1", "", "");
    private static final Map<Kind, Limits> LIMITS = Map.of(Kind.TURN, new Limits(12, 40, 100));

    @Test
    void twoReplicasTakeNoMoreThanOne(PostgresServer server) throws Exception {
        String url = server.newDatabase();
        try (Database first = Database.open(url, "postgres", "", "");
                Database second = Database.open(url, "postgres", "", "");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Quotas> replicas = List.of(quotas(first, threads), quotas(second, threads));
            AtomicInteger taken = new AtomicInteger();
            IntFunction<Callable<Boolean>> person = i -> () -> {
                try {
                    replicas.get(i % 2).check(Kind.TURN, "e" + i, ROOM, "U" + i % 6);
                    taken.incrementAndGet();
                    return true;
                } catch (QuotaExceeded over) {
                    return false;
                }
            };
            for (Future<Boolean> each :
                    threads.invokeAll(IntStream.range(0, 240).mapToObj(person).toList())) {
                each.get();
            }
            // Two who come for the last place in the same moment are both refused; it stays free for who asks next.
            for (int i = 240; i < 252; i++) {
                person.apply(i).call();
            }
            // An eighth may be taken by each before they hear of one another, if all come in the same moment.
            assertTrue(taken.get() >= 40 && taken.get() <= 45, taken + " of 40");
        }
    }

    @Test
    void aFileNeedsNoCountsOfOthers() {
        try (Database alone = Database.inMemory()) {
            assertEquals(true, alone.counts().isEmpty());
        }
    }

    private static Quotas quotas(Database database, ExecutorService threads) {
        return new Quotas(LIMITS, System::nanoTime, database.counts().orElseThrow(), threads);
    }
}
