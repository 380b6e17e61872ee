package dev.tunewise.app.session;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.tunewise.channel.MonotonicClock;
import dev.tunewise.diagnostics.log.FailureLine;
import dev.tunewise.diagnostics.log.QuietLog;
import dev.tunewise.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what is due from time to time, on one of the replicas that share a database. What it leads to is kept under a key of its own, so a run that
 * a crash cut short is simply run again.
 */
final class ScheduledWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledWork.class);
    static final Duration POLLING = Duration.ofSeconds(10);

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Scheduler scheduler;

    /** `polling`: between two looks for what is due. */
    ScheduledWork(Database database, InstantSource clock, Duration polling, List<Job> jobs) {
        scheduler = Scheduler.create(database.dataSource())
                // The library waits by it; one that is set back by an hour would have it wait for an hour.
                .clock(new MonotonicClock(clock)::instant)
                .startTasks(jobs.stream().map(job -> task(job, clock)).toList())
                .pollingInterval(polling)
                .executorService(
                        threads(1 + (int) jobs.stream().filter(Job::takesLong).count()))
                // A process that was asked to end waits for no job; another process does it again.
                .shutdownMaxWait(FAREWELL)
                .build();
    }

    /** Each job runs once at a time: however long the long ones take, one is left for all others. */
    private static ExecutorService threads(int count) {
        QuietLog quiet = new QuietLog();
        return Executors.newFixedThreadPool(
                count,
                Thread.ofPlatform()
                        .name("scheduled-", 1)
                        .daemon(true)
                        // The library throws where a job cannot be marked as taken up, as on a full disk.
                        .uncaughtExceptionHandler((_, failed) -> quiet.say(() -> LOG.error(
                                "Scheduled work could not begin; it is tried again every {} s: {}",
                                POLLING.toSeconds(),
                                FailureLine.of(failed))))
                        .factory());
    }

    /**
     * Something that is done from time to time.
     *
     * @param name stands in the database; it is kept for good
     * @param pause between the end of a run and the next one
     * @param run given the present, and whether it may go on for long
     * @param takesLong whether a run may take minutes, so that it gets a thread of its own
     */
    record Job(String name, Duration pause, BiConsumer<Instant, BooleanSupplier> run, boolean takesLong) {
        /** One whose runs are short. */
        static Job quick(String name, Duration pause, Consumer<Instant> run) {
            return new Job(name, pause, (now, _) -> run.accept(now), false);
        }
    }

    private static RecurringTask<Void> task(Job job, InstantSource clock) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.pause())).execute((_, context) -> {
            try {
                job.run()
                        .accept(
                                clock.instant(),
                                () -> !context.getSchedulerState().isShuttingDown());
            } catch (RuntimeException failed) {
                LOG.error("{} failed; it is tried again in {}: {}", job.name(), job.pause(), FailureLine.of(failed));
            }
        });
    }

    void start() {
        scheduler.start();
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
