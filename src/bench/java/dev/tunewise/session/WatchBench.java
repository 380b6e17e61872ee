package dev.tunewise.session;

import dev.tunewise.conversation.answer.RenderedAdvice.Bearing;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.conversation.wording.WatchReplies;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.session.digest.WatchService;
import dev.tunewise.session.digest.WatchedRooms;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.StateCache;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.session.turn.Proposer;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.ThreadLinks;
import dev.tunewise.session.turn.TurnService;
import dev.tunewise.session.turn.TurnTraffic;
import dev.tunewise.storage.BenchDatabase;
import dev.tunewise.storage.Database;
import dev.tunewise.testing.DrawnAnswers;
import dev.tunewise.testing.ShippedMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Decisions computed again after prices changed: 10,000 in under a minute, beside turns that stay within their bars. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WatchBench {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Author ANA = new Author("U1", "Ana");
    private static final int CASES = 400;
    private static final int ROOMS = 50;
    private static final int WARM_UPS = 150;

    @Param("10000")
    private int decisions;

    /** Whether the watch runs beside the turns that are measured. */
    @Param({"false", "true"})
    private boolean watched;

    @Param({"memory", "postgresql"})
    private String kind;

    private BenchDatabase kept;
    private Database database;
    private WatchService watch;
    private TurnService turns;
    private Thread beside;
    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private final AtomicInteger editions = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();

    /** Keeps decisions with the figures of the shipped prices, and a watch that computes with others. */
    @Setup
    public void fill() throws IOException {
        Path folder = Files.createTempDirectory("tunewise-bench");
        kept = BenchDatabase.open(kind);
        database = kept.database();
        ConversationEngine before = ShippedMachine.whole(PriceFiles.shipped());
        List<ConversationSummary> told = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Answers answers : DrawnAnswers.of(ShippedMachine.flow(), CASES, 16)) {
            List<Change> changes = new ArrayList<>();
            answers.all()
                    .forEach((fact, given) -> changes.add(
                            given.assumed() ? new Change.Assumed(fact) : new Change.Answered(fact, given.value(), "")));
            Entry entry = new Entry("k", ANA, NOON, "", new UserInput.Opened("x"), changes);
            before.bearing(before.state(List.of(entry))).ifPresent(stands -> {
                told.add(told(stands, before));
                entries.add(entry);
            });
        }
        for (int number = 0; number < decisions; number++) {
            int which = number % told.size();
            Address address = new Address("slack", "T1", "C" + number % ROOMS, "t" + number, "");
            String id = "d" + number;
            ConversationSummary one = told.get(which);
            Entry entry = entries.get(which);
            database.conversations()
                    .create(
                            new Conversation(id, "fine-tuning", address, NOON, 0, List.of()),
                            new ConversationSummary(
                                    id,
                                    "fine-tuning",
                                    address,
                                    one.title(),
                                    one.state(),
                                    one.verdict(),
                                    one.headline(),
                                    "",
                                    NOON,
                                    NOON,
                                    one.logged()),
                            new Entry(id, ANA, NOON, "", entry.input(), entry.changes()),
                            List.of());
        }
        ConversationEngine now = ShippedMachine.whole(ShippedMachine.prices(folder, "2.95", "14.9"));
        TeamSettings settings = new TeamSettings(database.settings(), WorkspaceDirectory.local(), database.audit());
        SummaryRouter summaries = new SummaryRouter(settings, WorkspaceDirectory.local(), ThreadLinks.none(), "");
        turns = new TurnService(
                database.conversations(),
                _ -> Optional.of(now),
                StateCache.recent(50),
                Proposer.NONE,
                summaries,
                () -> "turn" + opened.incrementAndGet(),
                new TurnTraffic(() -> {}));
        watch = new WatchService(
                database.decisions(),
                database.conversations(),
                _ -> Optional.of(now),
                settings,
                new WatchedRooms(database.announcements(), summaries),
                turns,
                new WatchReplies(Messages.english()),
                (_, error) -> {
                    throw error;
                });
        if (watched) {
            beside = Thread.ofPlatform().daemon().start(() -> {
                while (goesOn.get()) {
                    watch.look("beside " + editions.get(), NOON, 100);
                    editions.incrementAndGet();
                }
            });
        }
    }

    private static ConversationSummary told(Bearing stands, ConversationEngine machine) {
        LoggedDecision logged = new LoggedDecision(
                LoggedDecision.Status.DECIDED,
                NOON,
                List.of("Ana"),
                stands.gain(),
                new LoggedDecision.Footing(
                        stands.lever(),
                        stands.option(),
                        stands.breakEvenOf(),
                        stands.breakEven(),
                        machine.prices(),
                        machine.flow().fingerprint()),
                FollowUp.NONE,
                false,
                "",
                false);
        return new ConversationSummary(
                "",
                "fine-tuning",
                Address.local("web", ""),
                "Should we tune a model?",
                ConversationSummary.State.CONCLUDED,
                stands.verdict(),
                stands.headline(),
                "",
                NOON,
                NOON,
                logged);
    }

    @TearDown
    public void close() throws InterruptedException, IOException {
        goesOn.set(false);
        if (beside != null) {
            beside.join();
        }
        kept.close();
    }

    /** All of them after one change of prices; only without a watch beside it. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    public int lookAtAll() {
        String edition = "edition " + editions.incrementAndGet();
        int looked = 0;
        int last;
        do {
            last = watched ? 0 : watch.look(edition, NOON, 100);
            looked += last;
        } while (last == 100);
        return looked;
    }

    /**
     * All of them after one change of prices while people go on: every quarter of a second somebody opens a consultation and answers it to its costed
     * verdict. Says how long the watch took and how long each turn did; first how long turns take alone, in a process that is warm.
     */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    public int lookAtAllBesideTurns() throws InterruptedException {
        for (int i = 0; i < WARM_UPS; i++) {
            twoTurns();
        }
        List<Long> alone = new ArrayList<>();
        for (int i = 0; i < WARM_UPS; i++) {
            twoTurns(alone);
        }
        AtomicInteger looked = new AtomicInteger();
        AtomicLong processor = new AtomicLong();
        long start = System.nanoTime();
        Thread all = Thread.ofPlatform().start(() -> {
            looked.set(lookAtAll());
            processor.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        });
        List<Long> waited = new ArrayList<>();
        while (!all.join(Duration.ofMillis(250))) {
            twoTurns(waited);
        }
        long took = System.nanoTime() - start;
        System.out.printf(
                "%n%d decisions in %.1f s, %.1f s of its thread's processor time%nturns alone: %s%nturns beside it: %s%n",
                looked.get(), took / 1e9, processor.get() / 1e9, told(alone), told(waited));
        return looked.get();
    }

    private static String told(List<Long> waited) {
        List<Long> sorted = waited.stream().sorted().toList();
        return "%d, p50 %.0f, p90 %.0f, p99 %.0f, longest %.0f ms"
                .formatted(
                        sorted.size(),
                        sorted.get(sorted.size() / 2) / 1e6,
                        sorted.get(sorted.size() * 9 / 10) / 1e6,
                        sorted.get(sorted.size() * 99 / 100) / 1e6,
                        sorted.getLast() / 1e6);
    }

    /** A consultation opened and answered to its costed verdict: two turns. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public void twoTurns() {
        twoTurns(new ArrayList<>());
    }

    private void twoTurns(List<Long> took) {
        String key = "open" + opened.get();
        long before = System.nanoTime();
        turns.open(
                "fine-tuning",
                new Address("slack", "T1", "C" + opened.get() % ROOMS, key, ""),
                new InboundEvent(key, ANA, NOON, "", new UserInput.Opened("Tickets")));
        long between = System.nanoTime();
        ShippedMachine.decide(turns, "turn" + opened.get(), NOON);
        took.add(between - before);
        took.add(System.nanoTime() - between);
    }
}
