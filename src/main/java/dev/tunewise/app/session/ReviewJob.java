package dev.tunewise.app.session;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.tunewise.session.log.DueReviews;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every few minutes for the reviews that are due; of several processes on one database one does it. */
final class ReviewJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReviewJob.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Scheduler scheduler;

    ReviewJob(DataSource database, DueReviews reviews, InstantSource clock) {
        RecurringTask<Void> task = Tasks.recurring("reviews", Schedules.fixedDelay(EVERY))
                .execute((instance, context) -> run(reviews, clock));
        scheduler = Scheduler.create(database)
                .startTasks(task)
                .pollingInterval(Duration.ofMinutes(1))
                .shutdownMaxWait(Duration.ofSeconds(10))
                .threads(1)
                .build();
        scheduler.start();
    }

    private static void run(DueReviews reviews, InstantSource clock) {
        int asked = reviews.ask(clock.instant());
        if (asked > 0) {
            LOG.info("{} teams were asked whether their answer still holds", asked);
        }
    }

    static void failed(String conversation, RuntimeException error) {
        LOG.warn("The review of consultation {} could not be asked; it is tried again", conversation, error);
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
