package dev.tunewise.app;

import dev.tunewise.proposal.ModelProposer;
import dev.tunewise.session.Backoff;
import dev.tunewise.session.Consultations;
import dev.tunewise.session.ConversationStore;
import dev.tunewise.session.Delivery;
import dev.tunewise.session.Folds;
import dev.tunewise.session.Machines;
import dev.tunewise.session.Outbox;
import dev.tunewise.session.OutboxDispatcher;
import dev.tunewise.session.Proposer;
import dev.tunewise.session.Settings;
import dev.tunewise.session.Summaries;
import dev.tunewise.session.ThreadLinks;
import dev.tunewise.session.Turns;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Makes turns and sends what they leave in the outbox. */
@Factory
final class Sessions {
    private static final int FOLDS_AT_HAND = 2_000;
    private static final int ID_BYTES = 16;

    /** A post is tried for about a day before it is given up: 40 attempts, soon half an hour apart. */
    private static OutboxDispatcher.Policy policy(SecureRandom random) {
        return new OutboxDispatcher.Policy(
                20,
                Duration.ofMinutes(2),
                40,
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(30), random::nextDouble));
    }

    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    @Singleton
    Folds folds() {
        return Folds.recent(FOLDS_AT_HAND);
    }

    @Singleton
    Machines machines(Shelf shelf) {
        return flow -> shelf.find(flow).map(Edition::machine);
    }

    @Singleton
    Summaries summaries(Settings settings, List<ThreadLinks> links) {
        return new Summaries(
                settings,
                (conversation, address) -> links.stream()
                        .flatMap(each -> each.link(conversation, address).stream())
                        .findFirst(),
                "Open the thread");
    }

    @Context
    @Bean(preDestroy = "close")
    Courier courier(
            Outbox outbox,
            ConversationStore store,
            Folds folds,
            List<Delivery> deliveries,
            InstantSource clock,
            SecureRandom random) {
        // Deliveries wait for networks: virtual threads cost nothing while they do.
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
        Courier courier =
                new Courier(new OutboxDispatcher(outbox, store, folds, deliveries, policy(random), clock, senders));
        courier.start();
        return courier;
    }

    /** Nobody is asked unless somebody says whom. */
    @Singleton
    Proposer proposer(ModelSettings settings, ModelShelf models) {
        return settings.isOn() ? new ModelProposer(settings.endpoint(), models) : Proposer.NONE;
    }

    @Singleton
    Consultations consultations(
            ConversationStore store,
            Machines machines,
            Folds folds,
            Summaries summaries,
            Courier courier,
            Proposer proposer,
            SecureRandom random) {
        Turns turns = new Turns(store, machines, folds, proposer, summaries, ids(random));
        return new Prompt(turns, courier);
    }

    private static Supplier<String> ids(SecureRandom random) {
        return () -> {
            byte[] bytes = new byte[ID_BYTES];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }
}
