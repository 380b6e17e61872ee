package dev.tunewise.app.http;

import dev.tunewise.access.Grants;
import dev.tunewise.access.Identity;
import dev.tunewise.access.Role;
import dev.tunewise.access.Secrets;
import dev.tunewise.app.signin.SignInWays;
import dev.tunewise.app.startup.StartupException;
import io.micronaut.context.annotation.Context;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.HttpServerConfiguration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may come in. On a loopback address everybody on this machine may, as long as no door is open that others have to reach and nobody set up
 * a sign-in or a token; otherwise only those who show a token or sign in. The service does not start on another address without either.
 */
@Context
final class AccessPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(AccessPolicy.class);

    private final String token;
    private final Identity tokenHolder;
    private final ExternalEndpoints doors;
    private final SignInWays ways;
    private final Grants grants;

    AccessPolicy(
            ApiSettings settings,
            HttpServerConfiguration server,
            ExternalEndpoints doors,
            SignInWays ways,
            Grants grants) {
        this.doors = doors;
        this.ways = ways;
        this.grants = grants;
        this.token = settings.checkedToken();
        this.tokenHolder = new Identity("token:settings", "API", Role.ADMIN, settings.scopes(), Optional.empty());
        // Without a host the server listens on all addresses.
        String host = server.getHost().orElse("0.0.0.0");
        if (closed() || !LoopbackHosts.isLoopback(host)) {
            boolean nobody = token.isEmpty() && !ways.any() && !tokensMade();
            if (nobody && !LoopbackHosts.isLoopback(host)) {
                throw new StartupException(
                        "The service would listen on " + host + ", which other machines can reach, without an access"
                                + " token: set TUNEWISE_API_TOKEN to a long random text, or listen on 127.0.0.1.");
            }
            if (nobody) {
                LOG.warn(
                        "The web pages and the API are closed, because {} lets others reach this service and there is"
                                + " neither a sign-in nor an access token. Set TUNEWISE_API_TOKEN to a long random text"
                                + " to open them to those who have it.",
                        doors.settings().getFirst());
            }
        }
    }

    /** Whether everybody on this machine may come in, and nobody else can. */
    boolean open() {
        return token.isEmpty() && !ways.any() && doors.settings().isEmpty();
    }

    /** Whether whoever sends this comes in without showing anything. */
    boolean openTo(HttpRequest<?> request) {
        return open() && LocalRequests.doubt(request).isEmpty();
    }

    /** Whether somebody made a token, and so means others to come in with it. */
    boolean tokensMade() {
        return !grants.list(Grants.Kind.TOKEN).isEmpty();
    }

    /** Whether the settings let nobody in; a token that was made may all the same. */
    boolean closed() {
        return token.isEmpty() && !ways.any() && !open();
    }

    /** Whether a platform's requests carry no signature; then they too have to come from this machine. */
    boolean unsignedPlatform() {
        return doors.unsigned();
    }

    /** Whom a token stands for; takes the same time wherever it differs from the one in the settings. */
    Optional<Grants.Grant> holder(String shown) {
        if (!token.isEmpty() && Secrets.same(Grants.hash(token), Grants.hash(shown))) {
            return Optional.of(
                    new Grants.Grant(basis(), tokenHolder, "", java.time.Instant.EPOCH, java.time.Instant.MAX));
        }
        return shown.isBlank() ? Optional.empty() : grants.find(Grants.Kind.TOKEN, shown);
    }

    /** Whom the session of a browser stands for, as long as the token that began it is good. */
    Optional<Identity> session(String secret) {
        return grants.find(Grants.Kind.SESSION, secret)
                .filter(grant -> grant.basis().isEmpty()
                        || (!token.isEmpty() && grant.basis().equals(basis()))
                        || grants.list(Grants.Kind.TOKEN).stream()
                                .anyMatch(basis -> basis.key().equals(grant.basis())))
                .map(Grants.Grant::identity);
    }

    private String basis() {
        return "settings-" + Grants.hash(token).substring(0, 12);
    }
}
