package dev.tunewise.app.session;

import dev.tunewise.session.inbox.InboxWorker;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Takes up requests of the platforms that were left behind, while the service runs. */
@Singleton
@Requires(beans = InboxWorker.class)
record InboxSweep(List<InboxWorker> workers) {
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    @Scheduled(fixedDelay = "1s")
    void run() {
        workers.forEach(InboxWorker::sweep);
    }

    @PreDestroy
    void end() {
        workers.forEach(worker -> worker.end(FAREWELL));
    }
}
