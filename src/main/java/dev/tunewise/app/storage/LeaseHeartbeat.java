package dev.tunewise.app.storage;

import dev.tunewise.diagnostics.log.FailureLine;
import dev.tunewise.session.lease.LeaseKeeper;
import dev.tunewise.session.lease.LeaseStore;
import dev.tunewise.session.lease.ProcessId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says every other second that this process lives, and so finds out at once when the database takes no writes. */
final class LeaseHeartbeat implements AutoCloseable {
    static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(8);
    private static final Logger LOG = LoggerFactory.getLogger(LeaseHeartbeat.class);

    private final ProcessId process;
    private final LeaseKeeper keeper;
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("leases").daemon(true).factory());
    private volatile @Nullable String failure;

    LeaseHeartbeat(LeaseStore leases, String owner) {
        keeper = new LeaseKeeper(leases, owner, SILENCE, System::nanoTime);
        process = new ProcessId(owner, keeper::hold);
        // The first one at once: what is taken before it would look like the work of nobody.
        beat();
        beats.scheduleWithFixedDelay(this::beat, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            int dead = keeper.beat();
            if (dead > 0) {
                LOG.warn("{} other process(es) on this database fell silent; what they held is taken over", dead);
            }
            if (failure != null) {
                LOG.info("The database takes writes again; everything that waited goes on");
                failure = null;
            }
        } catch (RuntimeException noWrites) {
            String why = FailureLine.of(noWrites);
            if (failure == null) {
                LOG.error("The database takes no writes, so nothing is accepted until it does: {}", why);
            }
            failure = why;
        }
    }

    /** This process; whoever works under its id ends before the leases do. */
    ProcessId process() {
        return process;
    }

    /** Why the database takes no writes; empty while it does. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Gives back what this process holds. */
    @Override
    public void close() {
        beats.shutdown();
        try {
            keeper.end();
        } catch (RuntimeException databaseAway) {
            LOG.warn("Leases could not be given back, others take them over soon: {}", FailureLine.of(databaseAway));
        }
    }
}
