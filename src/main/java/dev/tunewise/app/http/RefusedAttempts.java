package dev.tunewise.app.http;

import dev.tunewise.channel.MonotonicClock;
import dev.tunewise.session.store.AuditTrail;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes guessing slow and visible: the more tokens were wrong in the last minute, the longer the next answer takes; one line a minute says so. No
 * thread waits meanwhile, or a crowd of guesses would keep everybody else out.
 */
@Singleton
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusedAttempts {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedAttempts.class);
    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final int MOST_STEPS = 20;
    private static final String DELAY = "tunewise.delay";

    private final Duration step;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final InstantSource waits;
    private Instant until = Instant.EPOCH;
    private int attempts;

    RefusedAttempts(
            @Property(name = "tunewise.refused-attempt-delay", defaultValue = "100ms") Duration step,
            AuditTrail audit,
            InstantSource clock) {
        this.step = step;
        this.audit = audit;
        this.clock = clock;
        this.waits = new MonotonicClock(clock);
    }

    /** A wrong token was shown; the answer goes after the delay. */
    void happened(HttpRequest<?> request) {
        request.setAttribute(
                DELAY, delay(request.getRemoteAddress().getAddress().getHostAddress()));
    }

    @ResponseFilter
    CompletionStage<MutableHttpResponse<?>> late(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        CompletableFuture<MutableHttpResponse<?>> later = new CompletableFuture<>();
        request.getAttribute(DELAY, Duration.class)
                .ifPresentOrElse(
                        delay -> later.completeOnTimeout(answer, delay.toMillis(), TimeUnit.MILLISECONDS),
                        () -> later.complete(answer));
        return later;
    }

    private synchronized Duration delay(String remote) {
        Instant now = waits.instant();
        if (now.isAfter(until)) {
            until = now.plus(SPAN);
            LOG.warn(
                    "A wrong access token was shown from {}; {} more were in the minute before that",
                    remote,
                    Math.max(0, attempts - 1));
            audit.note(
                    new AuditTrail.Event(clock.instant(), remote, AuditTrail.Action.REFUSED, "sign-in", "wrong token"));
            attempts = 0;
        }
        attempts++;
        return step.multipliedBy(Math.min(attempts, MOST_STEPS));
    }
}
