package dev.tunewise.app.signin;

import dev.tunewise.access.Identity;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ways to sign in with an account elsewhere. */
@Singleton
public record SignInWays(OidcSettings settings, OidcClient client, SecureRandom random) {
    private static final Logger LOG = LoggerFactory.getLogger(SignInWays.class);

    public record Way(String name, String label) {}

    /** A sign-in that has begun. `cookie`: what it keeps meanwhile. */
    public record Begun(URI address, String cookie) {}

    /** Somebody who came back. `next`: where they wanted to go. */
    public record Returned(Identity identity, String next) {}

    public boolean any() {
        return !settings.issuers().isEmpty();
    }

    public List<Way> all() {
        return settings.issuers().stream()
                .map(issuer -> new Way(issuer.name(), issuer.label()))
                .toList();
    }

    /** Begins; empty when there is no such way, or its issuer does not answer. */
    public Optional<Begun> begin(String name, String next) {
        Optional<OidcSettings.Issuer> issuer = settings.find(name);
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        OidcState state = OidcState.fresh(name, next, random);
        try {
            return Optional.of(new Begun(client.authorize(issuer.get(), state), state.text()));
        } catch (OidcClient.NotSignedIn | IllegalArgumentException failed) {
            LOG.warn("Nobody can sign in with {}: {}", name, failed.getMessage());
            return Optional.empty();
        }
    }

    /** Whoever came back with a code to the browser that keeps this cookie; empty when they may not come in. */
    public Optional<Returned> end(String cookie, Map<String, String> brought) {
        Optional<OidcState> state =
                OidcState.read(cookie).filter(kept -> kept.state().equals(brought.get("state")));
        Optional<OidcSettings.Issuer> issuer = state.flatMap(kept -> settings.find(kept.provider()));
        String code = brought.getOrDefault("code", "");
        if (issuer.isEmpty() || code.isBlank()) {
            return Optional.empty();
        }
        try {
            return settings.identity(issuer.get(), client.claims(issuer.get(), state.get(), code))
                    .map(identity -> new Returned(identity, state.get().next()));
        } catch (OidcClient.NotSignedIn failed) {
            LOG.warn("Somebody could not sign in with {}: {}", issuer.get().name(), failed.getMessage());
            return Optional.empty();
        }
    }
}
