package dev.tunewise.storage;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.state.LoggedDecision.Status;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.wording.DigestReplies;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.money.Range;
import dev.tunewise.session.digest.DigestComposer;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.session.store.DecisionLog.Filter;
import dev.tunewise.session.store.DecisionLog.Place;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.ThreadLinks;
import dev.tunewise.testing.ShippedMachine;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The log of decisions with 100,000 of them in 50 rooms on the embedded default: each look stays under 200 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DecisionLogBench {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int ROOMS = 50;
    private static final List<String> WORDS = List.of(
            "ticket", "invoice", "support", "legal", "claims", "search", "summary", "drafts", "labels", "routing");

    @Param("100000")
    private int decisions;

    @Param({"sqlite", "postgresql"})
    private String kind;

    private BenchDatabase file;
    private DigestComposer digests;
    private Database database;
    private DecisionLog log;
    private Filter everywhere;
    private Filter room;

    /** Fills the log through the store, as turns do. */
    @Setup
    public void fill() throws IOException {
        file = BenchDatabase.open(kind);
        database = file.database();
        Random random = new Random(16);
        for (int number = 0; number < decisions; number++) {
            Address address = new Address("slack", "T1", "C" + number % ROOMS, "t" + number, "");
            String id = "c" + number;
            Instant at = START.plus(Duration.ofMinutes(15L * number));
            Entry entry =
                    new Entry("k" + number, new Author("U1", "Ada"), at, "", new UserInput.Opened("x"), List.of());
            database.conversations()
                    .create(
                            new Conversation(id, "fine-tuning", address, at, 0, List.of()),
                            summary(id, address, at, random),
                            entry,
                            List.of());
        }
        log = database.decisions();
        ConversationEngine machine = ShippedMachine.now();
        TeamSettings settings = new TeamSettings(database.settings(), WorkspaceDirectory.local(), database.audit());
        digests = new DigestComposer(
                log,
                database.conversations(),
                _ -> Optional.of(machine),
                new SummaryRouter(settings, WorkspaceDirectory.local(), ThreadLinks.none(), ""),
                ThreadLinks.none(),
                new DigestReplies(Messages.english()));
        everywhere = Filter.of(List.of(new Place("slack", "T1", Set.of())), 50);
        room = Filter.of(List.of(new Place("slack", "T1", Set.of("C7"))), 10);
    }

    private static ConversationSummary summary(String id, Address address, Instant at, Random random) {
        Status status = Status.values()[random.nextInt(Status.values().length)];
        boolean open = status == Status.OPEN;
        String title = "Should we tune a model for " + WORDS.get(random.nextInt(WORDS.size())) + " and "
                + WORDS.get(random.nextInt(WORDS.size())) + " number " + id + "?";
        LoggedDecision logged = new LoggedDecision(
                status,
                open ? null : at,
                List.of("Ada", "Person " + random.nextInt(500)),
                open ? null : Range.of(-100, random.nextInt(5000), 9000),
                open ? null : new LoggedDecision.Footing("few-shot", "An option", "Tuned", BigDecimal.TEN, "p", "f"),
                FollowUp.NONE
                        .owned(new Author("U" + random.nextInt(500), "Somebody"))
                        .reviewed(LocalDate.ofInstant(at, ZoneOffset.UTC).plusMonths(6)),
                false,
                "",
                false);
        return new ConversationSummary(
                id,
                "fine-tuning",
                address,
                title,
                open ? ConversationSummary.State.OPEN : ConversationSummary.State.CONCLUDED,
                open ? "" : "not-yet",
                open ? "" : "Not yet: build an evaluation set first.",
                "",
                at,
                at,
                logged);
    }

    @TearDown
    public void close() throws IOException {
        file.close();
    }

    @Benchmark
    public List<ConversationSummary> listTheWorkspace() {
        return log.list(everywhere);
    }

    @Benchmark
    public List<ConversationSummary> listARoom() {
        return log.list(room);
    }

    @Benchmark
    public List<ConversationSummary> filterByStatusAndOwner() {
        return log.list(everywhere.standing(Set.of(Status.DECIDED)).ownedBy("U17"));
    }

    @Benchmark
    public List<ConversationSummary> filterByReviewDue() {
        return log.list(
                everywhere.standing(Set.of(Status.DECIDED, Status.ACTED_ON)).dueBy(LocalDate.of(2024, 9, 1)));
    }

    @Benchmark
    public DecisionLog.Counts countByStatus() {
        return log.counts(everywhere);
    }

    /** The first page of the log with how many there are, as the API and the web page show it. */
    @Benchmark
    public DecisionLog.Page firstPage() {
        return log.page(everywhere);
    }

    @Benchmark
    public DecisionLog.Page firstPageOfACommonWord() {
        return log.page(everywhere.about("invoice"));
    }

    @Benchmark
    public DecisionLog.Page onlyPageOfAnOldDecision() {
        return log.page(everywhere.about("number c7?"));
    }

    /** Of which the web page tells how well estimates held. */
    @Benchmark
    public List<ConversationSummary> fiveHundredActedOn() {
        return log.list(everywhere.standing(Set.of(Status.ACTED_ON)).page(0, 500));
    }

    @Benchmark
    public List<ConversationSummary> searchACommonWord() {
        return log.list(everywhere.about("invoice"));
    }

    @Benchmark
    public List<ConversationSummary> searchAnOldDecision() {
        return log.list(everywhere.about("number c7?"));
    }

    @Benchmark
    public List<ConversationSummary> searchTwoCommonWordsWithTheirBeginnings() {
        return log.list(everywhere.about("invo routi"));
    }

    @Benchmark
    public List<ConversationSummary> searchWhatNobodySaid() {
        return log.list(everywhere.about("quagga"));
    }

    @Benchmark
    public List<ConversationSummary> searchFortyRoomsForOneDecision() {
        Set<String> most =
                IntStream.range(0, 40).mapToObj(number -> "C" + number).collect(Collectors.toSet());
        return log.list(Filter.of(List.of(new Place("slack", "T1", most)), 50).about("c7"));
    }

    /** The digest of a channel with 2,000 decisions, put together as a whole: what is open and which conditions were met are looked up in the threads. */
    @Benchmark
    public Optional<DigestComposer.Digest> wholeDigest() {
        Instant end = START.plus(Duration.ofMinutes(15L * decisions));
        return digests.of(new Address("slack", "T1", "C7", "", ""), end.minus(Duration.ofDays(7)), end, ZoneOffset.UTC);
    }
}
