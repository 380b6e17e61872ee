package dev.tunewise.teams.registration;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks Entra for a token as the app: a POST with the app's id and a proof that it is the app. */
public final class ClientCredentials implements TokenRequests {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final TeamsSettings settings;
    private final String scope;
    private final Proof proof;

    public ClientCredentials(TeamsSettings settings, String scope, Proof proof) {
        this.settings = settings;
        this.scope = scope;
        this.proof = proof;
    }

    /** What proves that we are the app. */
    public interface Proof {
        Map<String, String> fields() throws AccessTokens.TokenException;

        /** Its setting without the prefix. */
        String setting();

        static Proof secret(String secret) {
            return new Proof() {
                @Override
                public Map<String, String> fields() {
                    return Map.of("client_secret", secret);
                }

                @Override
                public String setting() {
                    return "app-secret";
                }
            };
        }

        /** The fields that carry a signed statement. */
        static Map<String, String> assertion(String statement) {
            return Map.of(
                    "client_assertion_type",
                    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                    "client_assertion",
                    statement);
        }
    }

    @Override
    public HttpRequest next() throws AccessTokens.TokenException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", settings.appId());
        fields.put("scope", scope);
        fields.putAll(proof.fields());
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(settings.tokenEndpoint().toString()))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    @Override
    public String settings() {
        return "tunewise.teams.app-id, tenant-id and " + proof.setting();
    }
}
