package dev.tunewise.slack;

import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.slack.deliver.SlackDelivery;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Tells whether Slack is connected and how many acknowledged requests wait; a Slack that is away does not make the service ill. */
@Singleton
@Requires(beans = SlackRunner.class)
record SlackHealth(SlackSettings settings, SlackRunner runner, Inbox inbox) implements HealthIndicator {
    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder("slack")
                .status(HealthStatus.UP)
                .details(Map.of(
                        "mode",
                        settings.mode(),
                        "connected",
                        !settings.isSocket() || runner.isConnected(),
                        "requests-waiting",
                        waiting()))
                .build());
    }

    /** The database says of itself when it is away. */
    private Object waiting() {
        try {
            return inbox.waiting(SlackDelivery.CHANNEL);
        } catch (RuntimeException away) {
            return "unknown";
        }
    }
}
