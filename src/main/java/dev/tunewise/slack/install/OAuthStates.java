package dev.tunewise.slack.install;

import dev.tunewise.session.store.SecretStore;
import dev.tunewise.slack.deliver.SlackDelivery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** States of installs that have begun: kept by us, good for ten minutes and one use, and bound to the browser by a cookie. */
public record OAuthStates(SecretStore secrets, SecureRandom random, InstantSource clock) {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final String KIND = "slack-oauth-state";
    private static final String NOBODY = "*";

    public String begin() {
        sweep();
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        secrets.put(
                SlackDelivery.CHANNEL,
                NOBODY,
                KIND,
                state,
                clock.instant().plus(LIFE).toString());
        return state;
    }

    /** Whether Slack and the browser bring back the same state, one that we gave and nobody used before. */
    public boolean end(@Nullable String fromSlack, @Nullable String fromBrowser) {
        if (fromSlack == null || fromBrowser == null || fromSlack.length() > 100) {
            return false;
        }
        Optional<String> kept = secrets.get(SlackDelivery.CHANNEL, NOBODY, KIND, fromSlack);
        if (kept.isEmpty()) {
            return false;
        }
        secrets.delete(SlackDelivery.CHANNEL, NOBODY, KIND, fromSlack);
        boolean same = MessageDigest.isEqual(
                fromSlack.getBytes(StandardCharsets.UTF_8), fromBrowser.getBytes(StandardCharsets.UTF_8));
        return same && clock.instant().isBefore(Instant.parse(kept.get()));
    }

    /** Deletes what nobody came back with. */
    private void sweep() {
        for (SecretStore.Name name : secrets.names(SlackDelivery.CHANNEL, KIND)) {
            secrets.get(SlackDelivery.CHANNEL, NOBODY, KIND, name.name())
                    .filter(ends -> clock.instant().isAfter(Instant.parse(ends)))
                    .ifPresent(_ -> secrets.delete(SlackDelivery.CHANNEL, NOBODY, KIND, name.name()));
        }
    }
}
