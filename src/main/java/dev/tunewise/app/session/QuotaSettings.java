package dev.tunewise.app.session;

import dev.tunewise.session.quota.Quotas;
import dev.tunewise.session.quota.SharedCounts;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * How much is taken within a minute by all processes on one database; 0 for any amount. What is too much is acknowledged to the platform,
 * told once and not done.
 *
 * @param personTurns messages, clicks and commands of one person on a chat platform
 * @param personOpenings new consultations of one person on a chat platform
 * @param requests requests of one person or token over the API and the web pages; this machine itself may send any amount
 */
@ConfigurationProperties("tunewise.quota")
record QuotaSettings(
        @Bindable(defaultValue = "60") int personTurns,
        @Bindable(defaultValue = "300") int channelTurns,
        @Bindable(defaultValue = "3000") int workspaceTurns,
        @Bindable(defaultValue = "6") int personOpenings,
        @Bindable(defaultValue = "20") int channelOpenings,
        @Bindable(defaultValue = "200") int workspaceOpenings,
        @Bindable(defaultValue = "6000") int requests) {
    private static final Executor LATER = CompletableFuture.delayedExecutor(
            250,
            TimeUnit.MILLISECONDS,
            work -> Thread.ofVirtual().name("quotas").start(work));

    Quotas quotas(Optional<SharedCounts> shared) {
        Map<Quotas.Kind, Quotas.Limits> limits = Map.of(
                Quotas.Kind.TURN, limits("turns", personTurns, channelTurns, workspaceTurns),
                Quotas.Kind.OPENING, limits("openings", personOpenings, channelOpenings, workspaceOpenings),
                Quotas.Kind.REQUEST, limits("requests", requests, 0, 0));
        return shared.map(counts -> new Quotas(limits, System::nanoTime, counts, LATER))
                .orElseGet(() -> new Quotas(limits, System::nanoTime));
    }

    private static Quotas.Limits limits(String what, int person, int channel, int workspace) {
        if (person < 0 || channel < 0 || workspace < 0) {
            throw new ConfigurationException("A quota of " + what + " (tunewise.quota) is below 0: person " + person
                    + ", channel " + channel + ", workspace " + workspace + "; expected 0 for any amount, or more.");
        }
        return new Quotas.Limits(person, channel, workspace);
    }
}
