package dev.tunewise.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tokens by client credentials, kept until five minutes before they end. One POST with four fields; msal4j would need an https authority
 * that it knows, which shuts out both a local server in tests and private clouds.
 */
final class ClientCredentials implements AccessTokens {
    private static final Duration BEFORE_END = Duration.ofMinutes(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final URI tokenEndpoint;
    private final String form;
    private final HttpClient http;
    private final InstantSource clock;
    private final ObjectMapper json = new ObjectMapper();
    private String token = "";
    private Instant until = Instant.EPOCH;

    /**
     * @param tokenEndpoint for example `https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token`
     * @param scope for the public cloud `https://api.botframework.com/.default`
     */
    ClientCredentials(
            URI tokenEndpoint, String appId, String secret, String scope, HttpClient http, InstantSource clock) {
        this.tokenEndpoint = tokenEndpoint;
        this.form = Map.of(
                        "grant_type", "client_credentials", "client_id", appId, "client_secret", secret, "scope", scope)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        this.http = http;
        this.clock = clock;
    }

    @Override
    public synchronized String current() throws TokenException {
        if (!clock.instant().isBefore(until)) {
            fetch();
        }
        return token;
    }

    @Override
    public synchronized void refused(String refused) {
        if (token.equals(refused)) {
            until = Instant.EPOCH;
        }
    }

    private void fetch() throws TokenException {
        HttpRequest request = HttpRequest.newBuilder(tokenEndpoint)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = json.readTree(response.body());
            String fresh = body.path("access_token").asText("");
            if (response.statusCode() != 200 || fresh.isEmpty()) {
                // Only the error's code is shown: descriptions repeat ids, and bodies may hold tokens.
                throw new TokenException("The token server answered " + response.statusCode() + " "
                        + body.path("error").asText("without a token")
                        + ": check tunewise.teams.app-id, app-secret and tenant-id");
            }
            token = fresh;
            until = clock.instant()
                    .plusSeconds(body.path("expires_in").asLong(3600))
                    .minus(BEFORE_END);
        } catch (IOException unreachable) {
            throw new TokenException(
                    "The token server " + tokenEndpoint.getHost() + " could not be reached or understood");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TokenException("Interrupted while waiting for a token");
        }
    }
}
