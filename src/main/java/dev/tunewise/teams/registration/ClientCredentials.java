package dev.tunewise.teams.registration;

import dev.tunewise.channel.FormText;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks Entra for a token as the app: a POST with the app's id and a proof that it is the app. */
public record ClientCredentials(TeamsSettings settings, String scope, Proof proof) implements TokenRequests {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** What proves that we are the app. `setting`: its setting without the prefix. */
    public record Proof(String setting, Statement statement) {
        /** Makes the fields that prove it now. */
        @FunctionalInterface
        public interface Statement {
            Map<String, String> fields() throws AccessTokens.TokenException;
        }

        public static Proof secret(String secret) {
            return new Proof("app-secret", () -> Map.of("client_secret", secret));
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
        fields.putAll(proof.statement().fields());
        return HttpRequest.newBuilder(URI.create(settings.tokenEndpoint().toString()))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(FormText.write(fields)))
                .build();
    }

    @Override
    public String names() {
        return "tunewise.teams.app-id, tenant-id and " + proof.setting();
    }
}
