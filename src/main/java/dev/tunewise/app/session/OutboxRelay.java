package dev.tunewise.app.session;

import dev.tunewise.diagnostics.log.FailureLine;
import dev.tunewise.diagnostics.log.QuietLog;
import dev.tunewise.session.outbox.OutboxDispatcher;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the outbox moving: at once after a turn on this machine, and every so often for what waits or was left by another. */
final class OutboxRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final OutboxDispatcher dispatcher;
    private final QuietLog faults = new QuietLog();
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private volatile boolean ending;

    OutboxRelay(OutboxDispatcher dispatcher) {
        this.dispatcher = dispatcher;
        this.thread = Thread.ofPlatform().name("outbox").daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Something was put into the outbox, or a place to send from has become free. */
    void nudge() {
        nudges.release();
    }

    private void run() {
        while (!ending) {
            Duration pause = PAUSE;
            try {
                if (dispatcher.round(this::nudge) > 0) {
                    continue;
                }
            } catch (RuntimeException fault) {
                faults.say(() -> LOG.error(
                        "The outbox could not be read; it is tried again every {} s: {}",
                        PAUSE_AFTER_FAULT.toSeconds(),
                        FailureLine.of(fault)));
                pause = PAUSE_AFTER_FAULT;
            }
            rest(pause);
        }
    }

    private void rest(Duration pause) {
        try {
            boolean nudged = nudges.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            if (nudged) {
                nudges.drainPermits();
            }
        } catch (InterruptedException told) {
            ending = true;
        }
    }

    /** Takes nothing more, and lets what is in delivery end. */
    @Override
    public void close() {
        ending = true;
        nudge();
        try {
            if (thread.isAlive() && !thread.join(FAREWELL)) {
                thread.interrupt();
            }
            if (!dispatcher.finish(FAREWELL)) {
                LOG.warn(
                        "Some posts were still in delivery when the service ended; another process looks whether they arrived");
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException databaseAway) {
            LOG.warn("What was sent last could not be noted: {}", FailureLine.of(databaseAway));
        }
    }
}
