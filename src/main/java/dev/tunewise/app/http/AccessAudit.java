package dev.tunewise.app.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tunewise.access.Identity;
import dev.tunewise.session.store.AuditTrail;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Notes who read, changed or exported what over the web and the API. Reading the same again within ten minutes is one reading. */
@Singleton
final class AccessAudit {
    private final AuditTrail audit;
    private final InstantSource clock;
    private final Cache<String, Boolean> lately = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    AccessAudit(AuditTrail audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    void note(Identity identity, HttpRequest<?> request, Optional<String> conversation) {
        boolean changes = request.getMethod() != HttpMethod.GET && request.getMethod() != HttpMethod.HEAD;
        if (!identity.known() || (conversation.isEmpty() && !changes)) {
            return;
        }
        AuditTrail.Action action = changes
                ? AuditTrail.Action.CHANGED
                : request.getPath().contains("/export.") ? AuditTrail.Action.EXPORTED : AuditTrail.Action.READ;
        String where = conversation.map(id -> "consultation/" + id).orElse("service");
        boolean again = action == AuditTrail.Action.READ
                && lately.asMap().putIfAbsent(identity.id() + " " + where, true) != null;
        if (!again) {
            audit.note(new AuditTrail.Event(
                    clock.instant(), identity.id(), action, where, conversation.isPresent() ? "" : sent(request)));
        }
    }

    /** By which route the service was changed; routes hold no words of people. */
    private static String sent(HttpRequest<?> request) {
        return request.getMethodName()
                + RouteAttributes.getRouteInfo(request)
                        .map(route -> route instanceof UriRouteInfo<?, ?> known
                                ? " " + known.getUriMatchTemplate().toPathString()
                                : "")
                        .orElse("");
    }
}
