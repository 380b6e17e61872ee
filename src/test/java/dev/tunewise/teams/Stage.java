package dev.tunewise.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tunewise.channel.ChannelFrame;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.conversation.wording.DigestReplies;
import dev.tunewise.conversation.wording.LogReplies;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.conversation.wording.WatchReplies;
import dev.tunewise.session.command.DeletedRooms;
import dev.tunewise.session.command.ForgetService;
import dev.tunewise.session.digest.DigestComposer;
import dev.tunewise.session.digest.DigestService;
import dev.tunewise.session.digest.ReminderService;
import dev.tunewise.session.digest.WatchService;
import dev.tunewise.session.digest.WatchedRooms;
import dev.tunewise.session.inbox.InboxWorker;
import dev.tunewise.session.lease.ProcessId;
import dev.tunewise.session.log.DueReviews;
import dev.tunewise.session.log.LogService;
import dev.tunewise.session.log.Owners;
import dev.tunewise.session.outbox.Attachments;
import dev.tunewise.session.outbox.Backoff;
import dev.tunewise.session.outbox.HeldPosts;
import dev.tunewise.session.outbox.OutboxDispatcher;
import dev.tunewise.session.outbox.Rounds;
import dev.tunewise.session.outbox.SummaryWatch;
import dev.tunewise.session.quota.Quotas;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.StateCache;
import dev.tunewise.session.turn.Proposer;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.TurnService;
import dev.tunewise.session.turn.TurnTraffic;
import dev.tunewise.storage.Database;
import dev.tunewise.teams.deliver.FileSigningKey;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.Line;
import dev.tunewise.teams.fake.Member;
import dev.tunewise.teams.receive.TeamsRequestReceiver;
import dev.tunewise.teams.registration.ManagedIdentity;
import dev.tunewise.teams.registration.TeamsSettings;
import dev.tunewise.testing.Hedge;
import dev.tunewise.testing.Unheeded;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The adapter with real consultations behind it and a Teams of our own before it, without a container. */
public final class Stage implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Time time = new Time();
    private final FakeTeams teams = new FakeTeams(time);
    private final Database stores = Database.inMemory(time);
    private final CommandReplies notices = new CommandReplies(Messages.english());
    private final AtomicInteger ids = new AtomicInteger();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final OutboxDispatcher dispatcher;
    private final DigestService digests;
    private final TeamsModule.In in;
    private final TurnService turns;
    private final TeamSettings chosen;
    private final SummaryRouter summaries;
    private final AtomicReference<ConversationEngine> machine = new AtomicReference<>(Hedge.listening());

    /** A clock that stands still until it is moved. */
    public static final class Time implements InstantSource {
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T09:00:00Z"));

        @Override
        public Instant instant() {
            return now.get();
        }

        public void pass(Duration duration) {
            now.updateAndGet(before -> before.plus(duration));
        }
    }

    public Stage() {
        this(true);
    }

    public Stage(boolean readThreads) {
        this(readThreads, Unheeded.quotas());
    }

    public Stage(boolean readThreads, Quotas quotas) {
        TeamsSettings settings = settings(teams, readThreads);
        TeamsModule.Out out = TeamsModule.Out.of(settings, time, true, needs(teams, stores));
        chosen = new TeamSettings(stores.settings(), out.directory(), stores.audit());
        summaries = new SummaryRouter(chosen, out.directory(), out.links(), "Open the thread");
        StateCache folds = StateCache.recent(50);
        turns = new TurnService(
                stores.conversations(),
                flow -> flow.equals("hedge") ? Optional.of(machine.get()) : Optional.empty(),
                folds,
                Proposer.NONE,
                summaries,
                () -> "c" + ids.incrementAndGet(),
                new TurnTraffic(() -> {}));
        digests = digests(out);
        dispatcher = new OutboxDispatcher(
                stores.outbox(),
                stores.conversations(),
                folds,
                List.of(new SummaryWatch(out.delivery(), chosen, notices, time, stores.announcements())),
                new OutboxDispatcher.Policy(
                        new ProcessId("stage", () -> () -> true),
                        20,
                        20,
                        Duration.ofDays(1),
                        new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), () -> 0)),
                Unheeded.watch(),
                Runnable::run);
        in = TeamsModule.in(
                settings,
                out,
                new ChannelFrame(
                        turns,
                        stores.conversations(),
                        summaries,
                        chosen,
                        new ForgetService(stores.erasure(), folds, stores.audit()),
                        out.directory(),
                        new LogService(
                                stores.decisions(),
                                out.directory(),
                                summaries,
                                out.links(),
                                new LogReplies(Messages.english())),
                        stores.inbox(),
                        new ProcessId("stage", () -> () -> true),
                        quotas,
                        List::of,
                        new CommandReplies(Messages.english())),
                stores.settings(),
                time,
                executor);
    }

    private DigestService digests(TeamsModule.Out out) {
        TeamSettings settings = new TeamSettings(stores.settings(), out.directory(), stores.audit());
        return new DigestService(
                settings,
                new DigestComposer(
                        stores.decisions(),
                        stores.conversations(),
                        flow -> Optional.of(machine.get()),
                        new SummaryRouter(settings, out.directory(), out.links(), "Open the thread"),
                        out.links(),
                        new DigestReplies(Messages.english())),
                stores.announcements(),
                new Owners(stores.decisions(), out.directory(), turns));
    }

    /** Files of consultations, short ones. */
    private record Records() implements Attachments {
        @Override
        public Optional<byte[]> picture(String conversation, String chart) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> file(String conversation, String export) {
            return Optional.of(("The record of " + conversation + " as " + export).getBytes(StandardCharsets.UTF_8));
        }
    }

    public static TeamsModule.Needs needs(FakeTeams teams, Database stores) {
        return new TeamsModule.Needs(
                stores.settings(),
                () -> Optional.of(new Records()),
                new FileSigningKey(stores.secrets()),
                new ManagedIdentity.Endpoint(teams.at("/identity"), ""));
    }

    public static TeamsSettings settings(FakeTeams teams, boolean readThreads) {
        return settings(teams, readThreads, "the secret", "", "");
    }

    public static TeamsSettings settings(
            FakeTeams teams, boolean readThreads, String secret, String certificate, String managedIdentity) {
        return new TeamsSettings(
                "on",
                FakeTeams.APP,
                secret,
                certificate,
                managedIdentity,
                FakeTeams.TENANT,
                "https://bot.example.com",
                readThreads,
                "hedge",
                teams.at("/login"),
                "https://api.botframework.com/.default",
                teams.at("/metadata"),
                "https://api.botframework.com",
                16,
                500,
                teams.at("/graph"));
    }

    Line line() {
        return (body, authorization) -> {
            TeamsRequestReceiver.Answer answer =
                    in.doorway().answer(body.getBytes(StandardCharsets.UTF_8), authorization);
            try {
                return new Line.Answer(
                        answer.status(),
                        answer.body() == null
                                ? MissingNode.getInstance()
                                : JSON.readTree(answer.body().toString()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    Member member(String id, String name) {
        return new Member(teams, line(), id, name);
    }

    /** Waits until everything that was delivered is worked off, and sends the result; time passes as the limits want. */
    public void settle() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!in.worker().finish(Duration.ofSeconds(20))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("activities are still in work after 20 seconds");
            }
        }
        for (int i = 0; i < 200 && stores.outbox().waiting() > 0; i++) {
            Rounds.all(dispatcher);
            time.pass(Duration.ofSeconds(1));
        }
    }

    ConversationSummary digest() {
        return stores.conversations().list("teams", FakeTeams.TENANT, 1).getFirst();
    }

    List<ConversationSummary> digests() {
        return stores.conversations().list("teams", FakeTeams.TENANT, 20);
    }

    FakeTeams teams() {
        return teams;
    }

    /** Reminders as the service sends them. */
    ReminderService reminders() {
        return new ReminderService(
                new TeamSettings(stores.settings(), WorkspaceDirectory.local(), stores.audit()),
                stores.decisions(),
                turns);
    }

    /** From now on consultations follow another flow, or the same with other prices. */
    void follow(ConversationEngine other) {
        machine.set(other);
    }

    /** All that stands in the conversations whose ids begin so. */
    String shown(String conversation) {
        return teams.messages().stream()
                .filter(message -> message.conversation().startsWith(conversation))
                .map(FakeTeams.Message::shown)
                .reduce("", (a, b) -> a + "\n" + b);
    }

    /** Has somebody open a consultation in the channel and answer what leads to a verdict; returns its thread. */
    String conclude(Member member, String problem) {
        String thread = member.post(FakeTeams.CHANNEL, problem);
        settle();
        FakeTeams.Message question = teams.in(thread).stream()
                .filter(message -> !Member.inputs(message.card()).isEmpty())
                .findFirst()
                .orElseThrow();
        member.click(question, "Answer", Map.of("What is the hedge for?", "Noise"));
        settle();
        return thread;
    }

    /** The watch as the service runs it, as of one of its processes. */
    WatchService watch() {
        return new WatchService(
                stores.decisions(),
                stores.conversations(),
                _ -> Optional.of(machine.get()),
                chosen,
                new WatchedRooms(stores.announcements(), summaries),
                turns,
                new WatchReplies(Messages.english()),
                (_, e) -> {
                    throw e;
                });
    }

    /** Digests as the service sends them. */
    DigestService digestService() {
        return digests;
    }

    TeamSettings chosen() {
        return chosen;
    }

    void forgetDeleted() {
        DeletedRooms rooms =
                new DeletedRooms(new ForgetService(stores.erasure(), StateCache.recent(1), stores.audit()), chosen);
        rooms.forget(time.instant());
        rooms.retry(time.instant());
    }

    /** What was kept for rooms that took no posts, as the service sends it; gives how many that were. */
    int release() {
        int released = new HeldPosts(stores.outbox(), chosen).release();
        settle();
        return released;
    }

    /** Asks for the reviews that are due, at nine in UTC; returns for how many. */
    int askForReviews() {
        Owners owners = new Owners(stores.decisions(), chosen.directory(), turns);
        return new DueReviews(
                        stores.decisions(),
                        turns,
                        ZoneId.of("UTC"),
                        LocalTime.of(9, 0),
                        chosen::away,
                        owners,
                        (_, e) -> {
                            throw e;
                        })
                .ask(time.instant());
    }

    public Database stores() {
        return stores;
    }

    TurnService turns() {
        return turns;
    }

    public Time time() {
        return time;
    }

    OutboxDispatcher dispatcher() {
        return dispatcher;
    }

    InboxWorker worker() {
        return in.worker();
    }

    @Override
    public void close() {
        executor.close();
        teams.close();
        stores.close();
    }
}
