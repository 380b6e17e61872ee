package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.channel.ChannelFrame;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.Interpreter;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.conversation.wording.DigestReplies;
import dev.tunewise.conversation.wording.LogReplies;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.conversation.wording.WatchReplies;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.result.ExtractedAnswer;
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
import dev.tunewise.session.store.StateCache;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.EngineRegistry;
import dev.tunewise.session.turn.Proposer;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.HttpLine;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.SocketModeLine;
import dev.tunewise.slack.fake.SocketServer;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.slack.receive.SlackRequestReceiver;
import dev.tunewise.slack.receive.SocketModeConnection;
import dev.tunewise.storage.Database;
import dev.tunewise.testing.Hedge;
import dev.tunewise.testing.Unheeded;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The adapter with real consultations behind it and a Slack of our own before it, without a container. */
public final class Stage implements AutoCloseable {
    public static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    public static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    private final Time time;
    private final FakeSlack slack;
    private final Database stores;
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicReference<byte[]> picture = new AtomicReference<>(PNG);
    private final SlackSettings settings;
    private final SlackModule.Out out;
    private final Consultations consultations;
    private final TeamSettings chosen;
    private final SummaryRouter summaries;
    private final CommandReplies notices = new CommandReplies(Messages.english());
    private final OutboxDispatcher dispatcher;
    private final DigestService digests;
    private final AtomicReference<ConversationEngine> machine =
            new AtomicReference<>(Hedge.machine(ears(), (_, _) -> Optional.empty()));
    private final SlackModule.In in;
    private AutoCloseable transport = () -> {};

    /** How requests reach the adapter. */
    public enum Transport {
        HTTP,
        SOCKET
    }

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

    public Stage(Transport transport) {
        this(transport, settings("xoxb-one", "", ""));
    }

    public Stage(Transport kind, SlackSettings wanted) {
        this(
                kind,
                wanted,
                new World(new Time(), Unheeded.quotas()),
                "",
                Executors.newVirtualThreadPerTaskExecutor(),
                Runnable::run);
    }

    /** A stage where only so much is taken. */
    public Stage(Quotas quotas) {
        this(
                Transport.HTTP,
                settings("xoxb-one", "", ""),
                new World(new Time(), quotas),
                "",
                Executors.newVirtualThreadPerTaskExecutor(),
                Runnable::run);
    }

    /** What outlives a process. */
    private record World(Time time, FakeSlack slack, Database stores, Quotas quotas) {
        private World(Time time, Quotas quotas) {
            this(time, new FakeSlack(time), Database.inMemory(time), quotas);
        }
    }

    /** The process that comes after this one died; it works with that executor only. */
    Stage successor(String process, Executor executor) throws Exception {
        transport.close();
        return new Stage(
                Transport.HTTP,
                settings,
                new World(time, slack, stores, Unheeded.quotas()),
                process,
                executor,
                executor);
    }

    private Stage(
            Transport kind, SlackSettings wanted, World world, String process, Executor receiving, Executor sending) {
        time = world.time();
        slack = world.slack();
        stores = world.stores();
        settings = withAddress(wanted, slack.api().address() + "/api/");
        Attachments attachments = new Attachments() {
            @Override
            public Optional<byte[]> picture(String conversation, String chart) {
                return Optional.ofNullable(picture.get());
            }

            @Override
            public Optional<byte[]> file(String conversation, String export) {
                return Optional.of(("# Record ä → " + export).getBytes(StandardCharsets.UTF_8));
            }
        };
        out = SlackModule.Out.of(settings, stores.secrets(), stores.settings(), () -> attachments, time);
        chosen = new TeamSettings(stores.settings(), out.directory(), stores.audit());
        summaries = new SummaryRouter(chosen, out.directory(), out.links(), "Open the thread");
        EngineRegistry machines = flow -> flow.equals("hedge") ? Optional.of(machine.get()) : Optional.empty();
        StateCache folds = StateCache.recent(50);
        consultations = new dev.tunewise.session.turn.TurnService(
                stores.conversations(),
                machines,
                folds,
                Proposer.NONE,
                summaries,
                () -> process + "c" + ids.incrementAndGet(),
                new dev.tunewise.session.turn.TurnTraffic(() -> {}));
        dispatcher = new OutboxDispatcher(
                stores.outbox(),
                stores.conversations(),
                folds,
                List.of(new SummaryWatch(out.delivery(), chosen, notices, time, stores.announcements())),
                new OutboxDispatcher.Policy(
                        new ProcessId("stage" + process, () -> () -> true),
                        20,
                        20,
                        Duration.ofDays(1),
                        new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), () -> 0)),
                Unheeded.watch(),
                sending);
        digests = new DigestService(
                chosen,
                new DigestComposer(
                        stores.decisions(),
                        stores.conversations(),
                        machines,
                        summaries,
                        out.links(),
                        new DigestReplies(Messages.english())),
                stores.announcements(),
                owners());
        ForgetService forget = new ForgetService(stores.erasure(), folds, stores.audit());
        ChannelFrame frame = new ChannelFrame(
                consultations,
                stores.conversations(),
                summaries,
                chosen,
                forget,
                out.directory(),
                new LogService(
                        stores.decisions(),
                        out.directory(),
                        summaries,
                        out.links(),
                        new LogReplies(Messages.english())),
                stores.inbox(),
                new ProcessId("stage" + process, () -> () -> true),
                world.quotas(),
                List::of,
                new CommandReplies(Messages.english()));
        in = SlackModule.in(settings, out, frame, time, receiving);
        if (kind == Transport.HTTP) {
            openHttp();
        } else {
            openSocket();
        }
    }

    private void openHttp() {
        DoorServer server = new DoorServer(in.doorway());
        slack.reachBy(new HttpLine(server.address(), SECRET, time));
        transport = server;
    }

    private void openSocket() {
        SocketServer server = new SocketServer();
        slack.api().sockets(server.address());
        SocketModeConnection line = new SocketModeConnection(out.sdk(), "xapp-one", in.doorway(), 8);
        line.open();
        slack.reachBy(new SocketModeLine(server));
        transport = line;
    }

    public static SlackSettings settings(String botToken, String clientId, String clientSecret) {
        return new SlackSettings(
                "http",
                botToken,
                SECRET,
                "xapp-one",
                clientId,
                clientSecret,
                "",
                "hedge",
                "",
                "https://slack.com/oauth/v2/authorize",
                16,
                500);
    }

    private static SlackSettings withAddress(SlackSettings wanted, String address) {
        return new SlackSettings(
                wanted.mode(),
                wanted.botToken(),
                wanted.signingSecret(),
                wanted.appToken(),
                wanted.clientId(),
                wanted.clientSecret(),
                wanted.redirectUrl(),
                wanted.flow(),
                address,
                wanted.authorizeUrl(),
                wanted.concurrency(),
                wanted.queue());
    }

    /** Ears that hear lengths in metres. */
    private static Interpreter ears() {
        Pattern metres = Pattern.compile("(\\d+) (?:metres|mètres|メートル)");
        return (text, setting) -> {
            Matcher found = metres.matcher(text);
            if (!found.find()) {
                return Interpretation.NOTHING;
            }
            Value value = Value.Quantity.of(Double.parseDouble(found.group(1)));
            return Interpretation.answers(List.of(new ExtractedAnswer("length", value, found.group(), false)));
        };
    }

    /** Waits until everything that was delivered is worked off, and sends the result. */
    public void settle() {
        if (!in.worker().finish(Duration.ofSeconds(20))) {
            throw new AssertionError("requests are still in work after 20 seconds");
        }
        Rounds.all(dispatcher);
    }

    /** Somebody gives a command in a channel, and all that follows is done. */
    void slash(Member member, String channel, String text) {
        assertEquals(200, member.slash(channel, text));
        settle();
    }

    /** What we said in a channel. */
    List<Message> said(String channel) {
        return slack.workspace().messages().stream()
                .filter(message ->
                        message.channel().equals(channel) && message.user().equals(FakeSlack.BOT))
                .toList();
    }

    /** Time goes by; what was put off is tried again, posts first. */
    public void recover() {
        time.pass(Duration.ofMinutes(5));
        Rounds.all(dispatcher);
        in.worker().sweep();
        settle();
    }

    public FakeSlack slack() {
        return slack;
    }

    /** What the service does every hour about rooms and workspaces that are no more. */
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

    /** Reminders as the service sends them. */
    ReminderService reminders() {
        return new ReminderService(
                new TeamSettings(stores.settings(), WorkspaceDirectory.local(), stores.audit()),
                stores.decisions(),
                consultations);
    }

    /** From now on consultations follow another flow, or the same with other prices. */
    void follow(ConversationEngine other) {
        machine.set(other);
    }

    /** The watch as the service runs it, as of one of its processes. */
    WatchService watch() {
        return new WatchService(
                stores.decisions(),
                stores.conversations(),
                _ -> Optional.of(machine.get()),
                chosen,
                new WatchedRooms(stores.announcements(), summaries),
                consultations,
                new WatchReplies(Messages.english()),
                (_, e) -> {
                    throw e;
                });
    }

    /** Digests as the service sends them. */
    DigestService digests() {
        return digests;
    }

    /** Asks for the reviews that are due, at nine in UTC; returns for how many. */
    private Owners owners() {
        return new Owners(stores.decisions(), out.directory(), consultations);
    }

    int askForReviews() {
        return new DueReviews(
                        stores.decisions(),
                        consultations,
                        ZoneId.of("UTC"),
                        LocalTime.of(9, 0),
                        chosen::away,
                        owners(),
                        (_, e) -> {
                            throw e;
                        })
                .ask(time.instant());
    }

    public Database stores() {
        return stores;
    }

    Consultations consultations() {
        return consultations;
    }

    TeamSettings chosen() {
        return chosen;
    }

    SummaryRouter summaries() {
        return summaries;
    }

    public SlackModule.Out out() {
        return out;
    }

    public SlackSettings settings() {
        return settings;
    }

    public SlackRequestReceiver doorway() {
        return in.doorway();
    }

    InboxWorker worker() {
        return in.worker();
    }

    OutboxDispatcher dispatcher() {
        return dispatcher;
    }

    public Time time() {
        return time;
    }

    public void picture(byte[] png) {
        picture.set(png);
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        slack.close();
        stores.close();
    }
}
