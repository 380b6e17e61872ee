package dev.tunewise.app.session;

import dev.tunewise.conversation.wording.DigestReplies;
import dev.tunewise.conversation.wording.LogReplies;
import dev.tunewise.app.flow.FlowRegistry;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.conversation.wording.WatchReplies;
import dev.tunewise.session.digest.DigestComposer;
import dev.tunewise.session.digest.DigestService;
import dev.tunewise.session.digest.ReminderService;
import dev.tunewise.session.digest.WatchService;
import dev.tunewise.session.log.LogService;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Announcements;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.session.store.ErasureStore;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.EngineRegistry;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.ThreadLinks;
import dev.tunewise.storage.Database;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** What a team remembers of its decisions, and what it is told without asking. */
@Factory
final class MemoryFactory {
    /** So few at a time leave the processor to those who wait for an answer. */
    private static final int WATCHED_AT_ONCE = 50;

    @Singleton
    LogService log(
            DecisionLog log, WorkspaceDirectory directory, SummaryRouter summaries, List<ThreadLinks> platforms) {
        return new LogService(
                log, directory, summaries, SessionFactory.links(platforms), new LogReplies(Messages.english()));
    }

    @Singleton
    DigestService digests(
            DecisionLog log,
            ConversationStore store,
            EngineRegistry machines,
            SummaryRouter summaries,
            List<ThreadLinks> platforms,
            ErasureStore chosen,
            TeamSettings settings,
            Announcements announcements) {
        DigestComposer composer = new DigestComposer(
                log,
                store,
                machines,
                summaries,
                SessionFactory.links(platforms),
                new DigestReplies(Messages.english()));
        return new DigestService(chosen, settings, composer, announcements);
    }

    @Singleton
    ReminderService reminders(
            ErasureStore chosen, TeamSettings settings, DecisionLog log, Consultations consultations) {
        return new ReminderService(chosen, settings, log, consultations);
    }

    @Singleton
    WatchService watch(
            DecisionLog log,
            ConversationStore store,
            EngineRegistry machines,
            TeamSettings settings,
            Announcements announcements,
            Consultations consultations) {
        return new WatchService(
                log,
                store,
                machines,
                settings,
                announcements,
                consultations,
                new WatchReplies(Messages.english()));
    }

    /** Names the flows in use; prices are those that the process began with, so that each start looks once. */
    private static String editions(FlowRegistry flows) {
        return flows.all().stream()
                .map(flow -> flow.machine().flow().fingerprint())
                .sorted()
                .collect(Collectors.joining("+"));
    }

    @Context
    @Bean(preDestroy = "close")
    ScheduledWork scheduled(Database database, DigestService digests, ReminderService reminders, WatchService watch, FlowRegistry flows, OutboxRelay courier, InstantSource clock) {
        ScheduledWork work = new ScheduledWork(
                database, clock, List.of(new ScheduledWork.Job("digests", Duration.ofMinutes(1), now -> {
                    if (digests.send(now) > 0) {
                        courier.nudge();
                    }
                }), new ScheduledWork.Job("reminders", Duration.ofMinutes(10), reminders::remind),
                new ScheduledWork.Job("watch", Duration.ofSeconds(30), now -> watch.look(editions(flows), now, WATCHED_AT_ONCE))));
        work.start();
        return work;
    }
}
