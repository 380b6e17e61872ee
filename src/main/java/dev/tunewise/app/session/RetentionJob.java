package dev.tunewise.app.session;

import dev.tunewise.session.command.DeletedRooms;
import dev.tunewise.session.command.ForgetService;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Erasure;
import dev.tunewise.session.store.WorkspaceSettings;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets every hour what is older than its workspace chose, and rooms that nobody can restore any more. Several replicas may do so at once: what is gone stays gone. */
@Singleton
record RetentionJob(WorkspaceSettings settings, TeamSettings chosen, ForgetService forget, InstantSource clock) {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

    @Scheduled(fixedDelay = "1h", initialDelay = "2m")
    void run() {
        DeletedRooms rooms = new DeletedRooms(forget, chosen);
        rooms.retry(clock.instant());
        new TrustedClock(settings, clock).now().ifPresent(now -> {
            rooms.forget(now);
            forget(now);
        });
    }

    private void forget(Instant now) {
        for (Address place : chosen.places(TeamSettings.Name.RETENTION)) {
            chosen.ofRoom(place, TeamSettings.Name.RETENTION)
                    .filter(choice -> !choice.off() && choice.value().matches("\\d{1,5}"))
                    .ifPresent(choice -> forget(place, Long.parseLong(choice.value()), now));
        }
    }

    /** What another process forgot stays in nobody's memory for long. */
    @Scheduled(fixedDelay = "10m", initialDelay = "10m")
    void emptyMemory() {
        forget.emptyMemory();
    }

    private void forget(Address place, long days, Instant now) {
        // The scope is the mark of the whole workspace, followed by the part of it that chose.
        String part = place.room().substring(WorkspaceSettings.WHOLE_WORKSPACE.length());
        int gone = forget.forget(
                new Erasure.Unchanged(place.channel(), place.workspace(), part, now.minus(Duration.ofDays(days))),
                "retention",
                now);
        if (gone > 0) {
            LOG.info(
                    "{} consultations of {}/{} were forgotten after {} days",
                    gone,
                    place.channel(),
                    place.workspace(),
                    days);
        }
    }
}
