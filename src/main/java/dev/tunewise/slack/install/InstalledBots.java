package dev.tunewise.slack.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tunewise.slack.client.SlackApi;
import dev.tunewise.slack.client.SlackBot;
import dev.tunewise.slack.client.SlackBots;
import dev.tunewise.slack.client.SlackResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The many workspaces that installed Tunewise. Tokens that rotate are renewed an hour before they end; a refresh token works once, so one request
 * per workspace renews and the others wait for it, and another process that was quicker is believed.
 */
public final class InstalledBots implements SlackBots {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledBots.class);
    private static final Duration EARLY = Duration.ofHours(1);

    private final SlackApi api;
    private final InstallationStore installations;
    private final Client client;
    private final InstantSource clock;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private final Cache<String, Installation> known = Caffeine.newBuilder()
            .maximumSize(5_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** The app, as Slack knows it. */
    public record Client(String id, String secret) {
        /** What is sent for a token. */
        Map<String, String> with(Map<String, String> fields) {
            Map<String, String> all = new HashMap<>(fields);
            all.put("client_id", id);
            all.put("client_secret", secret);
            return all;
        }

        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    public InstalledBots(SlackApi api, InstallationStore installations, Client client, InstantSource clock) {
        this.api = api;
        this.installations = installations;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public Optional<SlackBot> find(String workspace) {
        Installation cached = known.getIfPresent(workspace);
        if (cached != null && !isDue(cached)) {
            return Optional.of(cached.bot());
        }
        synchronized (locks.computeIfAbsent(workspace, _ -> new Object())) {
            Optional<Installation> stored = installations.find(workspace);
            stored.ifPresentOrElse(found -> known.put(workspace, found), () -> known.invalidate(workspace));
            return stored.map(found -> isDue(found) ? renew(found) : found).map(Installation::bot);
        }
    }

    @Override
    public boolean gone(String workspace) {
        return installations.find(workspace).isEmpty();
    }

    @Override
    public void expired(String workspace) {
        known.invalidate(workspace);
        synchronized (locks.computeIfAbsent(workspace, _ -> new Object())) {
            installations.find(workspace).filter(Installation::rotates).ifPresent(this::renew);
        }
    }

    /** Forgets what is remembered of a workspace, after it installed or removed Tunewise. */
    void forget(String workspace) {
        known.invalidate(workspace);
    }

    private boolean isDue(Installation installation) {
        return installation.rotates()
                && clock.instant().isAfter(installation.expiresAt().minus(EARLY));
    }

    private Installation renew(Installation old) {
        SlackResult<JsonNode> reply = api.call(
                "",
                "oauth.v2.access",
                client.with(Map.of("grant_type", "refresh_token", "refresh_token", old.refreshToken())));
        if (reply instanceof SlackResult.Done<JsonNode>(JsonNode given) && given.hasNonNull("access_token")) {
            Instant ends = clock.instant().plusSeconds(given.path("expires_in").asLong(43_200));
            Installation fresh = old.renewed(
                    given.path("access_token").asText(),
                    given.path("refresh_token").asText(old.refreshToken()),
                    ends);
            installations.keep(fresh);
            known.put(old.workspace(), fresh);
            return fresh;
        }
        Installation stored = installations.find(old.workspace()).orElse(old);
        if (!stored.token().equals(old.token())) {
            known.put(old.workspace(), stored);
            return stored;
        }
        // An answer may hold other tokens.
        LOG.warn(
                "The token of {} could not be renewed: {}",
                old.workspace(),
                reply instanceof SlackResult.Done<?> ? "Slack's answer holds no token" : reply);
        return old;
    }
}
