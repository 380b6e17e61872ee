package dev.tunewise.slack;

import dev.tunewise.diagnostics.log.FailureLine;
import dev.tunewise.slack.receive.SocketModeConnection;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the adapter going while the service runs: the connection of Socket Mode, and requests that were left behind. */
@Singleton
@Requires(property = "tunewise.slack.mode")
@Requires(property = "tunewise.slack.mode", notEquals = "off")
final class SlackRunner implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(SlackRunner.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final SlackSettings settings;
    private final SlackModule.Out out;
    private final SlackModule.In in;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("slack-sweep").factory());
    private volatile @Nullable SocketModeConnection line;

    SlackRunner(SlackSettings settings, SlackModule.Out out, SlackModule.In in) {
        this.settings = settings;
        this.out = out;
        this.in = in;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        sweeper.scheduleWithFixedDelay(this::sweep, 0, SWEEP.toMillis(), TimeUnit.MILLISECONDS);
        if (settings.isSocket()) {
            SocketModeConnection socket =
                    new SocketModeConnection(out.sdk(), settings.appToken(), in.doorway(), settings.concurrency());
            line = socket;
            socket.open();
        }
    }

    boolean isConnected() {
        SocketModeConnection socket = line;
        return socket != null && socket.isConnected();
    }

    private void sweep() {
        try {
            in.worker().sweep();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Requests that were left behind could not be looked up; it is tried again: {}",
                    FailureLine.of(failed));
        }
    }

    @PreDestroy
    void stop() {
        sweeper.shutdown();
        SocketModeConnection socket = line;
        if (socket != null) {
            socket.close();
        }
        in.worker().end(FAREWELL);
    }
}
