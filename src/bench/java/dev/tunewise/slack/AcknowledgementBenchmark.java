package dev.tunewise.slack;

import com.google.gson.JsonObject;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.HttpLine;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.testing.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/**
 * How long Slack waits for an acknowledgement while the service works: signed requests over HTTP to the whole service with its SQLite file, from
 * eight senders at once, each request kept before it is acknowledged and worked off behind it. The figure to look at is p0.99, in milliseconds; Slack
 * gives up after 3,000, we want to stay under 200.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(8)
public class AcknowledgementBenchmark {
    private static final String GENERAL = "C0GENERAL";

    private FakeSlack slack;
    private Service service;
    private Message root;

    @Setup(Level.Trial)
    public void start() {
        slack = new FakeSlack(InstantSource.system());
        service = Service.start(
                folder(),
                Map.of(
                        "tunewise.slack.mode",
                        "http",
                        "tunewise.slack.bot-token",
                        "xoxb-one",
                        "tunewise.slack.signing-secret",
                        Stage.SECRET,
                        "tunewise.slack.api-url",
                        slack.api().address() + "/api/"));
        slack.reachBy(new HttpLine(service.at("/slack/events"), Stage.SECRET, InstantSource.system()));
        slack.member("U1", "Ana").slash(GENERAL, "Our classifier drifts, should we fine-tune?");
        while (slack.workspace().messages().isEmpty()) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        root = slack.root(GENERAL);
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

    /** Somebody writes in the thread of a consultation. */
    @Benchmark
    public int reply() {
        return slack.event(event(root.ts(), "about 50,000 calls a day, I think"));
    }

    /** Talk in the channel that does not concern us. */
    @Benchmark
    public int talk() {
        return slack.event(event("", "lunch?"));
    }

    private JsonObject event(String thread, String text) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("user", "U1");
        event.addProperty("channel", GENERAL);
        event.addProperty("channel_type", "channel");
        event.addProperty("text", text);
        event.addProperty("ts", slack.workspace().timestamp());
        if (!thread.isEmpty()) {
            event.addProperty("thread_ts", thread);
        }
        return event;
    }
}
