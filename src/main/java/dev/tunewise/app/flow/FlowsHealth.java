package dev.tunewise.app.flow;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.reactivestreams.Publisher;

/** Tells which editions of which flows are in service, and how many folders were refused since and keep an older one. */
@Singleton
record FlowsHealth(FlowRegistry shelf) implements HealthIndicator {
    @Override
    public Publisher<HealthResult> getResult() {
        Map<String, Object> details = new TreeMap<>();
        shelf.all()
                .forEach(served -> details.put(served.flow().id(), served.flow().fingerprint()));
        // An older edition in service is a task for the operator, and no reason to take the service away from its
        // users.
        details.put("refused", shelf.refused());
        return Publishers.just(
                HealthResult.builder("flows", HealthStatus.UP).details(details).build());
    }
}
