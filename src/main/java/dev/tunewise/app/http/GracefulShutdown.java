package dev.tunewise.app.http;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.runtime.server.event.ServerShutdownEvent;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's last seconds, so that nobody who was accepted is cut off. Readiness goes red first, while everything is still answered and each
 * kept connection ends with its answer; then nobody new is accepted; what is in work is finished; only then the parts of the program end.
 * Micronaut's own graceful shutdown begins after parts of the program refuse to be found, so it is begun here, before.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class GracefulShutdown implements ApplicationEventListener<ServerShutdownEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(GracefulShutdown.class);
    private static final Duration PAUSE = Duration.ofMillis(20);
    /** Who keeps a connection and said nothing for so long is not just about to say something. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private static final Duration REGULAR = Duration.ofSeconds(30);

    private final BeanProvider<GracefulShutdownCapable> parts;
    private final Connections connections;
    private final Duration red;
    private final Duration grace;
    private volatile boolean ending;
    private volatile long answered = System.nanoTime();
    private volatile long lookedAt = System.nanoTime() - REGULAR.toNanos();
    private volatile boolean regular;

    /**
     * @param red how long requests are still taken after readiness went red, at most
     * @param grace how long what was accepted may take after that, at most
     */
    GracefulShutdown(
            BeanProvider<GracefulShutdownCapable> parts,
            Connections connections,
            @Property(name = "tunewise.shutdown.red", defaultValue = "5s") Duration red,
            @Property(name = "micronaut.lifecycle.graceful-shutdown.grace-period", defaultValue = "15s")
                    Duration grace) {
        this.parts = parts;
        this.connections = connections;
        this.red = red;
        this.grace = grace;
    }

    /** Whoever looks at the health again and again sends requests by it; and a connection that ends with its answer is not used once more. */
    @ResponseFilter
    void answered(HttpRequest<?> request, MutableHttpResponse<?> response) {
        long now = System.nanoTime();
        answered = now;
        if (request.getPath().startsWith("/health")) {
            regular = now - lookedAt < REGULAR.toNanos();
            lookedAt = now;
        }
        if (ending) {
            response.header(HttpHeaders.CONNECTION, "close");
        }
    }

    @Override
    public void onApplicationEvent(ServerShutdownEvent event) {
        if (!connections.anyListens() || !(event.getSource() instanceof NettyEmbeddedServer server)) {
            return;
        }
        ending = true;
        parts.stream().filter(HealthIndicator.class::isInstance).forEach(GracefulShutdownCapable::shutdownGracefully);
        boolean directed = regular && !past(lookedAt, REGULAR);
        await(red, () -> !directed && idle(server));
        connections.stopListening();
        await(red, () -> idle(server));
        try {
            server.shutdownGracefully().toCompletableFuture().get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unfinished) {
            LOG.warn("Not everything that was accepted could be answered within {} s", grace.toSeconds());
        }
    }

    /** Whether no connection is open, or none was used for a while. */
    private boolean idle(NettyEmbeddedServer server) {
        return server.reportActiveTasks().orElse(0) == 0 || past(answered, QUIET);
    }

    private static void await(Duration most, BooleanSupplier enough) {
        long start = System.nanoTime();
        while (!past(start, most) && !enough.getAsBoolean()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean past(long since, Duration time) {
        return System.nanoTime() - since > time.toNanos();
    }
}
