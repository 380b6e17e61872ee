package dev.tunewise.app.storage;

import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.storage.Database;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.reactivestreams.Publisher;

/** The service is up as long as its database takes writes and has room for more; how many posts wait to be sent is told as well. */
@Singleton
record DatabaseHealth(Database database, LeaseHeartbeat heartbeat, Outbox outbox, DatabaseSettings settings)
        implements HealthIndicator {
    private static final String NAME = "database";

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(trouble().map(DatabaseHealth::down).orElseGet(this::up));
    }

    private Optional<String> trouble() {
        return database.trouble(settings.leastFree())
                .or(() -> heartbeat.failure().map(_ -> "the database takes no writes; the log says why"))
                .or(() -> database.answers() ? Optional.empty() : Optional.of("the database does not answer"));
    }

    private static HealthResult down(String trouble) {
        return HealthResult.builder(NAME)
                .status(HealthStatus.DOWN)
                .details(Map.of("trouble", trouble))
                .build();
    }

    private HealthResult up() {
        try {
            return HealthResult.builder(NAME)
                    .status(HealthStatus.UP)
                    .details(Map.of("posts-waiting", outbox.waiting()))
                    .build();
        } catch (RuntimeException gone) {
            return down("the database does not answer");
        }
    }
}
