package dev.tunewise.teams.registration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.channel.HttpCalls;
import dev.tunewise.channel.JsonText;
import dev.tunewise.channel.MonotonicClock;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Tokens that are kept until five minutes before they end; callers who come at the same time share one request.
 *
 * <p>msal4j was weighed twice and left out: it takes an https authority only, so neither a token server of the tests nor a proxy on this machine
 * can stand in for Entra; its callers do not share a request; and asking is one POST, in which only the proof of who asks differs (see {@link TokenRequests}).
 */
public final class CachedAccessTokens implements AccessTokens {
    private static final Duration BEFORE_END = Duration.ofMinutes(5);

    private final TokenRequests requests;
    private final HttpClient http;
    private final InstantSource clock;
    private String token = "";
    private Instant until = Instant.EPOCH;

    public CachedAccessTokens(TokenRequests requests, HttpClient http, InstantSource clock) {
        this.requests = requests;
        this.http = http;
        this.clock = new MonotonicClock(clock);
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
        var request = requests.next();
        try {
            HttpResponse<String> response = HttpCalls.send(http, request);
            JsonNode body = JsonText.read(response.body());
            String fresh = body.path("access_token").asText("");
            if (response.statusCode() != 200 || fresh.isEmpty()) {
                // Only the error's code is shown: descriptions repeat ids, and bodies may hold tokens.
                throw new TokenException("The token server answered " + response.statusCode() + " "
                        + body.path("error").asText("without a token") + ": check " + requests.names());
            }
            token = fresh;
            until = clock.instant()
                    .plusSeconds(body.path("expires_in").asLong(3600))
                    .minus(BEFORE_END);
        } catch (IOException unreachable) {
            throw new TokenException("The token server " + request.uri().getHost()
                    + " could not be reached or understood; it is asked by " + requests.names());
        }
    }
}
