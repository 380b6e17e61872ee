package dev.tunewise.slack;

import com.google.gson.JsonObject;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.HttpLine;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.SocketModeLine;
import dev.tunewise.slack.fake.SocketServer;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.testing.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * What Slack waits for an acknowledgement while more comes than can be worked off: 200 requests a second, three in five of them messages in the
 * threads of twenty consultations, the others slash commands and clicks, to the whole service with its SQLite file, before a Slack that takes 300 ms
 * for every call of the Web API. A request counts from the moment at which it was due, so that one that had to wait for others is not counted as fast.
 * Each round prints a line of percentiles for events and one for commands and clicks; the time of the round itself says nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"})
public class AcknowledgementLoad {
    private static final String GENERAL = "C0GENERAL";
    private static final int CONSULTATIONS = 20;
    private static final int A_SECOND = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration LOAD = Duration.ofSeconds(30);

    /** How requests come. */
    @Param({"HTTP", "SOCKET"})
    public String transport;

    private final List<Message> cards = new ArrayList<>();
    private FakeSlack slack;
    private Service service;
    private Member ana;

    @Setup(Level.Trial)
    public void start(BenchmarkParams ignored) {
        slack = new FakeSlack(InstantSource.system());
        SocketServer sockets = new SocketServer();
        slack.api().sockets(sockets.address());
        service = Service.start(folder(), settings());
        slack.reachBy(
                transport.equals("HTTP")
                        ? new HttpLine(service.at("/slack/events"), Stage.SECRET, InstantSource.system())
                        : new SocketModeLine(sockets));
        ana = slack.member("U1", "Ana");
        for (int i = 0; i < CONSULTATIONS; i++) {
            ana.slash(GENERAL, "Classifier number " + i + " drifts, should we fine-tune?");
        }
        List<String> roots = until(
                CONSULTATIONS,
                () -> slack.workspace().messages().stream()
                        .filter(message -> message.thread().isEmpty())
                        .map(Message::ts)
                        .toList());
        roots.forEach(root -> cards.addAll(until(
                1,
                () -> slack.workspace().thread(root).stream()
                        .filter(message -> message.blocks().toString().contains("Why do you ask?"))
                        .toList())));
        slack.api().slow(Duration.ofMillis(300));
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("tunewise.slack.mode", transport.equals("HTTP") ? "http" : "socket");
        settings.put("tunewise.slack.bot-token", "xoxb-one");
        settings.put("tunewise.slack.app-token", "xapp-one");
        settings.put("tunewise.slack.signing-secret", Stage.SECRET);
        settings.put("tunewise.slack.api-url", slack.api().address() + "/api/");
        return settings;
    }

    private static <T> List<T> until(int size, java.util.function.Supplier<List<T>> list) {
        while (list.get().size() < size) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return list.get();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("tunewise-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TearDown(Level.Trial)
    public void stop() {
        service.close();
        slack.close();
    }

    /** One round of the load. */
    @Benchmark
    public int round() {
        Queue<Long> events = new ConcurrentLinkedQueue<>();
        Queue<Long> others = new ConcurrentLinkedQueue<>();
        AtomicInteger refused = new AtomicInteger();
        long step = Duration.ofSeconds(1).toNanos() / A_SECOND;
        long warm = WARM_UP.toNanos() / step;
        long all = warm + LOAD.toNanos() / step;
        long start = System.nanoTime();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < all; i++) {
                long due = start + i * step;
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                boolean event = i % 5 < 3;
                IntSupplier request = request(i);
                Queue<Long> times = event ? events : others;
                boolean counts = i >= warm;
                senders.execute(() -> {
                    if (request.getAsInt() != 200) {
                        refused.incrementAndGet();
                    }
                    if (counts) {
                        times.add(System.nanoTime() - due);
                    }
                });
            }
        }
        print("events", events);
        print("commands and clicks", others);
        System.out.printf("not acknowledged: %d of %d%n", refused.get(), all);
        return refused.get();
    }

    private IntSupplier request(int i) {
        Message card = cards.get(i % CONSULTATIONS);
        return switch (i % 5) {
            case 3 -> () -> ana.slash(GENERAL, "help");
            case 4 -> () -> ana.click(card, "Why do you ask?");
            default -> () -> slack.event(event(card.thread(), "about 50,000 calls a day, I think"));
        };
    }

    private JsonObject event(String thread, String text) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("user", "U1");
        event.addProperty("channel", GENERAL);
        event.addProperty("channel_type", "channel");
        event.addProperty("text", text);
        event.addProperty("ts", slack.workspace().timestamp());
        event.addProperty("thread_ts", thread);
        return event;
    }

    private void print(String what, Queue<Long> times) {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        String figures = Arrays.stream(new double[] {0.5, 0.9, 0.99, 1})
                .mapToObj(part -> "%.0f".formatted(sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e6))
                .reduce((a, b) -> a + " | " + b)
                .orElseThrow();
        System.out.printf(
                "%n| %s, %s | %s |  (p50, p90, p99, max in ms of %d)%n", transport, what, figures, sorted.length);
    }
}
