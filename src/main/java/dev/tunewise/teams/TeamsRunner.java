package dev.tunewise.teams;

import dev.tunewise.diagnostics.log.FailureLine;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up activities that were left behind, while the service runs. */
@Singleton
@Requires(property = "tunewise.teams.mode")
@Requires(property = "tunewise.teams.mode", notEquals = "off")
final class TeamsRunner implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(TeamsRunner.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final TeamsModule.In in;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("teams-sweep").factory());

    TeamsRunner(TeamsModule.In in) {
        this.in = in;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        sweeper.scheduleWithFixedDelay(this::sweep, 0, SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        try {
            in.worker().sweep();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Activities that were left behind could not be looked up; it is tried again: {}",
                    FailureLine.of(failed));
        }
    }

    @PreDestroy
    void stop() {
        sweeper.shutdown();
        in.worker().end(FAREWELL);
    }
}
