package dev.tunewise.app.http;

import dev.tunewise.session.store.AuditTrail;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes guessing slow and visible: the more tokens were wrong in the last minute, the longer the next answer takes; one line a minute says so. */
@Singleton
final class RefusedAttempts {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedAttempts.class);
    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final int MOST_STEPS = 20;

    private final Duration step;
    private final AuditTrail audit;
    private final InstantSource clock;
    private Instant until = Instant.EPOCH;
    private int attempts;

    RefusedAttempts(
            @Property(name = "tunewise.refused-attempt-delay", defaultValue = "100ms") Duration step,
            AuditTrail audit,
            InstantSource clock) {
        this.step = step;
        this.audit = audit;
        this.clock = clock;
    }

    /** A wrong token was shown; returns after the delay. */
    void happened(String remote) {
        Duration delay;
        synchronized (this) {
            Instant now = clock.instant();
            if (now.isAfter(until)) {
                until = now.plus(SPAN);
                LOG.warn(
                        "A wrong access token was shown from {}; {} more were in the minute before that",
                        remote,
                        Math.max(0, attempts - 1));
                audit.note(new AuditTrail.Event(now, remote, AuditTrail.Action.REFUSED, "sign-in", "wrong token"));
                attempts = 0;
            }
            attempts++;
            delay = step.multipliedBy(Math.min(attempts, MOST_STEPS));
        }
        LockSupport.parkNanos(delay.toNanos());
    }
}
