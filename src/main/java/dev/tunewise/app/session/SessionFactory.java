package dev.tunewise.app.session;

import dev.tunewise.access.Grants;
import dev.tunewise.access.Secrets;
import dev.tunewise.access.Visibility;
import dev.tunewise.app.encoder.ChoiceProposers;
import dev.tunewise.app.encoder.EncoderSettings;
import dev.tunewise.app.encoder.ExampleProposer;
import dev.tunewise.app.flow.FlowRegistry;
import dev.tunewise.app.price.ModelCatalogue;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.proposal.ModelProposer;
import dev.tunewise.session.command.ForgetService;
import dev.tunewise.session.lease.ProcessId;
import dev.tunewise.session.outbox.Backoff;
import dev.tunewise.session.outbox.Delivery;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.outbox.OutboxDispatcher;
import dev.tunewise.session.outbox.SummaryWatch;
import dev.tunewise.session.quota.Quotas;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Announcements;
import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ErasureStore;
import dev.tunewise.session.store.SecretStore;
import dev.tunewise.session.store.StateCache;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.EngineRegistry;
import dev.tunewise.session.turn.Proposer;
import dev.tunewise.session.turn.ServedFlow;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.ThreadLinks;
import dev.tunewise.session.turn.TurnService;
import dev.tunewise.session.turn.TurnTraffic;
import dev.tunewise.storage.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Import;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes turns and sends what they leave in the outbox. */
@Factory
@Import(
        annotated = "*",
        classes = {CommandReplies.class, TeamSettings.class, Visibility.class})
final class SessionFactory {
    private static final int FOLDS_AT_HAND = 2_000;
    private static final int ID_BYTES = 16;

    /** A post that the platform does not take is tried for a day, soon every ten minutes, before it is set aside. */
    private static OutboxDispatcher.Policy policy(ProcessId process, SecureRandom random) {
        return new OutboxDispatcher.Policy(
                process,
                64,
                24,
                Duration.ofDays(1),
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10), random::nextDouble));
    }

    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    @Singleton
    Grants grants(SecretStore secrets, SecureRandom random, InstantSource clock) {
        return new Grants(secrets, random, clock);
    }

    @Singleton
    Quotas quotas(QuotaSettings settings, Database database) {
        return settings.quotas(database.counts());
    }

    @Singleton
    StateCache folds() {
        return StateCache.recent(FOLDS_AT_HAND);
    }

    @Singleton
    EngineRegistry machines(FlowRegistry shelf) {
        return flow -> shelf.find(flow).map(ServedFlow::machine);
    }

    @Singleton
    @Primary
    WorkspaceDirectory directory(@Named("platform") List<WorkspaceDirectory> platforms) {
        return new DirectoryOfPlatforms(platforms);
    }

    @Singleton
    Messages messages() {
        return Messages.english();
    }

    /** Where threads of any platform can be read. */
    @Singleton
    @Primary
    ThreadLinks links(@Named("platform") List<ThreadLinks> platforms) {
        return (conversation, address) -> platforms.stream()
                .flatMap(each -> each.link(conversation, address).stream())
                .findFirst();
    }

    @Singleton
    SummaryRouter summaries(TeamSettings settings, WorkspaceDirectory directory, ThreadLinks links) {
        return new SummaryRouter(settings, directory, links, "Open the thread");
    }

    @Context
    @Bean(preDestroy = "close")
    OutboxRelay courier(
            Outbox outbox,
            ConversationStore store,
            StateCache folds,
            List<Delivery> deliveries,
            TeamSettings settings,
            Announcements announcements,
            CommandReplies notices,
            ProcessId process,
            MeterRegistry metrics,
            InstantSource clock,
            SecureRandom random) {
        // Deliveries wait for networks: virtual threads cost nothing while they do.
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
        List<Delivery> watched = deliveries.stream()
                .<Delivery>map(delivery -> new SummaryWatch(delivery, settings, notices, clock, announcements))
                .toList();
        OutboxRelay courier = new OutboxRelay(new OutboxDispatcher(
                outbox, store, folds, watched, policy(process, random), new DeliveryLog(metrics), senders));
        courier.start();
        return courier;
    }

    @Singleton
    ForgetService forget(ErasureStore store, StateCache folds, AuditTrail audit, FlowRegistry flows) {
        return new ForgetService(store, folds, audit, () -> flows.all().forEach(ServedFlow::forget));
    }

    /** Made at the start, which loads nothing, so that the log says then where rules read alone. */
    @Context
    @Bean(preDestroy = "close")
    ChoiceProposers choiceProposers(EncoderSettings settings) {
        return new ChoiceProposers(settings);
    }

    /** Examples propose; a language model is asked only where somebody says which. */
    @Singleton
    Proposer proposer(ModelSettings settings, ModelCatalogue models, FlowRegistry flows, ChoiceProposers choices) {
        Proposer model = settings.isOn() ? new ModelProposer(settings.endpoint(), models) : Proposer.NONE;
        return new ExampleProposer(flow -> flows.find(flow.id()).map(ServedFlow::reader), choices).and(model);
    }

    @Singleton
    Consultations consultations(
            ConversationStore store,
            EngineRegistry machines,
            StateCache folds,
            SummaryRouter summaries,
            OutboxRelay courier,
            Proposer proposer,
            SecureRandom random) {
        return new TurnService(
                store, machines, folds, proposer, summaries, ids(random), new TurnTraffic(courier::nudge));
    }

    static Supplier<String> ids(SecureRandom random) {
        // An id that begins with a hyphen would be taken for an option on a command line.
        return () -> Stream.generate(() -> Secrets.random(random, ID_BYTES))
                .filter(id -> !id.startsWith("-"))
                .findFirst()
                .orElseThrow();
    }
}
