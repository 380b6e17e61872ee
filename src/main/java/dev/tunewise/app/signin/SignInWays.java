package dev.tunewise.app.signin;

import dev.tunewise.access.Identity;
import dev.tunewise.diagnostics.log.QuietLog;
import dev.tunewise.web.page.SignInChoice;
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
public final class SignInWays {
    private static final Logger LOG = LoggerFactory.getLogger(SignInWays.class);

    private final OidcSettings settings;
    private final OidcClient client;
    private final SecureRandom random;
    private final QuietLog nobody = new QuietLog();
    private final QuietLog somebody = new QuietLog();

    SignInWays(OidcSettings settings, OidcClient client, SecureRandom random) {
        this.settings = settings;
        this.client = client;
        this.random = random;
    }

    /** A sign-in that has begun. `cookie`: what it keeps meanwhile. */
    public record Begun(URI address, String cookie) {}

    /** Somebody who came back. `next`: where they wanted to go. */
    public record Returned(Identity identity, String next) {}

    public boolean any() {
        return !settings.issuers().isEmpty();
    }

    public List<SignInChoice> all() {
        return settings.issuers().stream()
                .map(issuer -> new SignInChoice(issuer.name(), issuer.label()))
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
            nobody.say(more -> LOG.warn(
                    "Nobody can sign in with {}: {} ({} more since the last line)", name, failed.getMessage(), more));
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
            somebody.say(more -> LOG.warn(
                    "Somebody could not sign in with {}: {} ({} more since the last line)",
                    issuer.get().name(),
                    failed.getMessage(),
                    more));
            return Optional.empty();
        }
    }
}
