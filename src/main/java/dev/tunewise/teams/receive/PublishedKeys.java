package dev.tunewise.teams.receive;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import dev.tunewise.channel.HttpCalls;
import dev.tunewise.channel.JsonText;
import dev.tunewise.channel.MonotonicClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys as the Bot Framework publishes them: kept for a day, fetched again for an unknown key at most once an hour, so that forged key
 * ids cannot make us fetch at will. The library drops the `endorsements` of a key, hence they are read from the JSON beside it.
 */
public final class PublishedKeys {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);
    private static final Duration FRESH = Duration.ofHours(24);
    private static final Duration BETWEEN_FETCHES = Duration.ofHours(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final URI metadata;
    private final HttpClient http;
    private final InstantSource clock;
    private Map<String, SigningKey> keys = Map.of();
    private Instant fetched = Instant.EPOCH;
    private Instant notBefore = Instant.EPOCH;

    /** `metadata`: the OpenID configuration that names the key document. */
    public PublishedKeys(URI metadata, HttpClient http, InstantSource clock) {
        this.metadata = metadata;
        this.http = http;
        this.clock = new MonotonicClock(clock);
    }

    record SigningKey(RSAPublicKey key, Set<String> endorsements) {
        public SigningKey {
            endorsements = Set.copyOf(endorsements);
        }
    }

    /** The key with this id, fetched when it is not known yet. */
    synchronized Optional<SigningKey> find(String keyId) {
        Instant now = clock.instant();
        boolean stale = now.isAfter(fetched.plus(FRESH));
        if ((stale || !keys.containsKey(keyId)) && !now.isBefore(notBefore)) {
            fetch(now);
        }
        return Optional.ofNullable(keys.get(keyId));
    }

    private void fetch(Instant now) {
        try {
            String document = get(metadata).path("jwks_uri").asText();
            keys = parse(get(metadata.resolve(document)));
            fetched = now;
            notBefore = now.plus(BETWEEN_FETCHES);
        } catch (IOException | IllegalArgumentException failed) {
            // The old keys stay in use: a short outage of the key server must not cut us off.
            LOG.warn(
                    "Could not fetch the signing keys of the Bot Framework from {}: {}", metadata, failed.getMessage());
            notBefore = now.plus(AFTER_FAILURE);
        }
    }

    private JsonNode get(URI uri) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
        HttpResponse<String> response = HttpCalls.send(http, request);
        JsonNode document = JsonText.read(response.body());
        if (response.statusCode() != 200 || !document.isObject()) {
            throw new IOException(uri + " answered " + response.statusCode()
                    + (document.isObject() ? "" : " and something that is not JSON"));
        }
        return document;
    }

    private static Map<String, SigningKey> parse(JsonNode document) {
        Map<String, SigningKey> found = new HashMap<>();
        for (JsonNode key : document.path("keys")) {
            try {
                Set<String> endorsements = new HashSet<>();
                key.path("endorsements").forEach(channel -> endorsements.add(channel.asText()));
                RSAKey rsa = RSAKey.parse(key.toString());
                if (rsa.getKeyID() != null) {
                    found.put(rsa.getKeyID(), new SigningKey(rsa.toRSAPublicKey(), endorsements));
                }
            } catch (ParseException | JOSEException otherKind) {
                LOG.debug("A key that is no RSA key was left out");
            }
        }
        return Map.copyOf(found);
    }
}
