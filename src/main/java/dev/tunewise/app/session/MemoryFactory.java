package dev.tunewise.app.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tunewise.app.flow.FlowRegistry;
import dev.tunewise.conversation.wording.DigestReplies;
import dev.tunewise.conversation.wording.LogReplies;
import dev.tunewise.conversation.wording.WatchReplies;
import dev.tunewise.session.digest.DigestComposer;
import dev.tunewise.session.digest.DigestService;
import dev.tunewise.session.digest.ReminderService;
import dev.tunewise.session.digest.WatchService;
import dev.tunewise.session.digest.WatchedRooms;
import dev.tunewise.session.log.DueReviews;
import dev.tunewise.session.log.LogService;
import dev.tunewise.session.log.Owners;
import dev.tunewise.session.outbox.HeldPosts;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.EngineRegistry;
import dev.tunewise.storage.Database;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Import;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a team remembers of its decisions, and what it is told without asking. */
@Factory
@Import(
        annotated = "*",
        classes = {
            DigestComposer.class,
            DigestReplies.class,
            DigestService.class,
            HeldPosts.class,
            LogReplies.class,
            LogService.class,
            Owners.class,
            ReminderService.class,
            WatchReplies.class,
            WatchedRooms.class
        })
final class MemoryFactory {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryFactory.class);

    private static final int WATCHED_AT_ONCE = 100;

    @Singleton
    DueReviews reviews(
            DecisionLog log, Consultations consultations, ReviewSettings settings, TeamSettings chosen, Owners owners) {
        return new DueReviews(
                log,
                consultations,
                settings.zone(),
                LocalTime.of(settings.hour(), 0),
                chosen::away,
                owners,
                MemoryFactory::unasked);
    }

    private static void unasked(String conversation, RuntimeException error) {
        LOG.warn("The review of consultation {} could not be asked; it is tried again", conversation, error);
    }

    @Singleton
    WatchService watch(
            DecisionLog log,
            ConversationStore store,
            EngineRegistry machines,
            TeamSettings settings,
            WatchedRooms rooms,
            WatchReplies replies,
            Consultations consultations) {
        return new WatchService(
                log, store, machines, settings, rooms, consultations, replies, MemoryFactory::unwatched);
    }

    private static void unwatched(String conversation, RuntimeException error) {
        LOG.warn("Consultation {} could not be computed again", conversation, error);
    }

    /** Looks at all decisions, a few at a time and one after the other; turns that are made meanwhile go first. */
    private static void watch(WatchService watch, FlowRegistry flows, InstantSource clock, BooleanSupplier goesOn) {
        String current = flows.all().stream()
                .map(flow ->
                        flow.machine().flow().fingerprint() + flow.machine().prices())
                .sorted()
                .collect(Collectors.joining("+"));
        String edition = UUID.nameUUIDFromBytes(current.getBytes(UTF_8)).toString();
        boolean more = true;
        while (more && goesOn.getAsBoolean()) {
            more = watch.look(edition, clock.instant(), WATCHED_AT_ONCE) == WATCHED_AT_ONCE;
        }
    }

    @Context
    @Bean(preDestroy = "close")
    ScheduledWork scheduled(
            Database database,
            DigestService digests,
            DueReviews reviews,
            ReminderService reminders,
            WatchService watch,
            FlowRegistry flows,
            HeldPosts held,
            OutboxRelay courier,
            InstantSource clock) {
        ScheduledWork work = new ScheduledWork(
                database,
                clock,
                ScheduledWork.POLLING,
                List.of(
                        ScheduledWork.Job.quick("digests", Duration.ofMinutes(1), now -> {
                            if (digests.send(now) > 0) {
                                courier.nudge();
                            }
                        }),
                        ScheduledWork.Job.quick("held", Duration.ofMinutes(1), _ -> {
                            if (held.release() > 0) {
                                courier.nudge();
                            }
                        }),
                        ScheduledWork.Job.quick("reviews", Duration.ofMinutes(5), reviews::ask),
                        ScheduledWork.Job.quick("reminders", Duration.ofMinutes(10), reminders::remind),
                        new ScheduledWork.Job(
                                "search-words",
                                Duration.ofMinutes(5),
                                new SearchWordsJob(database.searchIndex()),
                                true),
                        new ScheduledWork.Job(
                                "watch",
                                Duration.ofSeconds(5),
                                (_, goesOn) -> watch(watch, flows, clock, goesOn),
                                true)));
        work.start();
        return work;
    }
}
