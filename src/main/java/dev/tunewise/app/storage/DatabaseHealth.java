package dev.tunewise.app.storage;

import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.storage.Database;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** The service is up as long as its database answers; how many posts wait to be sent is told as well. */
@Singleton
final class DatabaseHealth implements HealthIndicator {
    private final Database database;
    private final Outbox outbox;

    DatabaseHealth(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        HealthResult.Builder result = HealthResult.builder("database");
        return Publishers.just(
                database.answers()
                        ? result.status(HealthStatus.UP)
                                .details(Map.of("posts-waiting", outbox.waiting()))
                                .build()
                        : result.status(HealthStatus.DOWN).build());
    }
}
