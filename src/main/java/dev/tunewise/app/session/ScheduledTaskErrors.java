package dev.tunewise.app.session;

import dev.tunewise.diagnostics.log.FailureLine;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.scheduling.DefaultTaskExceptionHandler;
import io.micronaut.scheduling.TaskExceptionHandler;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in one line that a scheduled task failed, for example because the database was away; it runs again at its next time. */
@Primary
@Singleton
@Replaces(DefaultTaskExceptionHandler.class)
final class ScheduledTaskErrors implements TaskExceptionHandler<Object, Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledTaskErrors.class);

    @Override
    public void handle(@Nullable Object task, Throwable failure) {
        LOG.warn(
                "{} failed and runs again at its next time: {}",
                task == null ? "A scheduled task" : task.getClass().getSimpleName(),
                FailureLine.of(failure));
    }
}
