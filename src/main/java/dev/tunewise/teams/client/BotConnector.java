package dev.tunewise.teams.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.channel.GuardedBody;
import dev.tunewise.channel.HttpCalls;
import dev.tunewise.channel.JsonText;
import dev.tunewise.teams.registration.AccessTokens;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The few calls of the Bot Framework connector that we make. Each is tried once; when to try again is the outbox's business.
 *
 * @param held whether what is sent is surely still this process's to send
 */
public record BotConnector(HttpClient http, AccessTokens tokens, ServiceUrls allowed, BooleanSupplier held) {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(2);

    /** Answers after which the connector's own guidance is to try again. */
    private static final Set<Integer> PASSING = Set.of(412, 429, 502, 503, 504);

    /** What proxies answer when they mean themselves. */
    private static final Set<Integer> PROXY = Set.of(403, 404, 407, 408);

    /** Our token is refused even though it is new: an admin has to look at it, and the post waits meanwhile. */
    private static final Duration AFTER_REFUSED_TOKEN = Duration.ofMinutes(1);

    /** The same, which sends only what is surely still ours to send. */
    public BotConnector held(BooleanSupplier by) {
        return new BotConnector(http, tokens, allowed, by);
    }

    /** Sends an activity into a conversation; a channel's thread is named by the conversation id itself. */
    public ConnectorResult send(String serviceUrl, String conversation, JsonNode activity) {
        return call(serviceUrl, "POST", "v3/conversations/" + encoded(conversation) + "/activities", activity);
    }

    public ConnectorResult sendPrivately(String serviceUrl, String conversation, JsonNode activity) {
        return call(
                serviceUrl,
                "POST",
                "v3/conversations/" + encoded(conversation) + "/activities?isTargetedActivity=true",
                activity);
    }

    public ConnectorResult update(String serviceUrl, String conversation, String activityId, JsonNode activity) {
        String path = "v3/conversations/" + encoded(conversation) + "/activities/" + encoded(activityId);
        return call(serviceUrl, "PUT", path, activity);
    }

    /** Opens a conversation: a new post in a channel, or a personal chat. */
    public ConnectorResult open(String serviceUrl, JsonNode parameters) {
        return call(serviceUrl, "POST", "v3/conversations", parameters);
    }

    /** Looks something up, such as `v3/teams/{id}/conversations`; null when it cannot be had. */
    @Nullable
    public JsonNode look(String serviceUrl, String path) {
        HttpResponse<String> response = answer(serviceUrl, path);
        return response != null && response.statusCode() == 200 ? JsonText.read(response.body()) : null;
    }

    /** Whether there is something of that path; empty where the connector does not say. A 404 without a code is a proxy's. */
    public Optional<Boolean> has(String serviceUrl, String path) {
        HttpResponse<String> response = answer(serviceUrl, path);
        return response == null
                ? Optional.empty()
                : response.statusCode() == 200
                        ? Optional.of(true)
                        : Optional.of(false)
                                .filter(_ -> response.statusCode() == 404
                                        && JsonText.read(response.body())
                                                .path("error")
                                                .has("code"));
    }

    @Nullable
    private HttpResponse<String> answer(String serviceUrl, String path) {
        if (!allowed.allows(serviceUrl)) {
            return null;
        }
        try {
            return exchange(serviceUrl, "GET", path, null);
        } catch (IOException | AccessTokens.TokenException unavailable) {
            return null;
        }
    }

    /** The channels of a team as Teams lists them; none where it gives no answer. */
    public List<JsonNode> channels(String serviceUrl, String team) {
        JsonNode list = look(serviceUrl, "v3/teams/" + encoded(team) + "/conversations");
        return list == null
                ? List.of()
                : list.path("conversations").valueStream().toList();
    }

    /** An id as a part of a path: ids hold colons, at signs, semicolons and equals signs. */
    public static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private ConnectorResult call(String serviceUrl, String method, String path, JsonNode body) {
        if (!allowed.allows(serviceUrl)) {
            return new ConnectorResult.Refused(0, "service URL " + serviceUrl + " is not one of Microsoft's");
        }
        if (!held.getAsBoolean()) {
            return new ConnectorResult.Unknown(GuardedBody.LOST);
        }
        try {
            return reply(exchange(serviceUrl, method, path, body), method);
        } catch (AccessTokens.TokenException noToken) {
            return new ConnectorResult.Wait(
                    AFTER_FAULT, noToken.getMessage() == null ? "no token" : noToken.getMessage());
        } catch (ConnectException | HttpConnectTimeoutException unreachable) {
            return new ConnectorResult.Wait(AFTER_FAULT, "the connector could not be reached");
        } catch (IOException broken) {
            return "PUT".equals(method)
                    ? new ConnectorResult.Wait(AFTER_FAULT, "the connection broke; an edit may be repeated")
                    : new ConnectorResult.Unknown("the connection broke after sending");
        }
    }

    private HttpResponse<String> exchange(String serviceUrl, String method, String path, @Nullable JsonNode body)
            throws IOException, AccessTokens.TokenException {
        String token = tokens.current();
        HttpResponse<String> first = HttpCalls.send(http, request(serviceUrl, method, path, body, token));
        if (first.statusCode() != 401) {
            return first;
        }
        tokens.refused(token);
        return HttpCalls.send(http, request(serviceUrl, method, path, body, tokens.current()));
    }

    private HttpRequest request(String serviceUrl, String method, String path, @Nullable JsonNode body, String token) {
        HttpRequest.BodyPublisher content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : GuardedBody.of(body.toString().getBytes(StandardCharsets.UTF_8), held);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(ServiceUrls.normalised(serviceUrl) + "/" + path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json; charset=utf-8")
                .method(method, content);
        return (token.isEmpty() ? request : request.header("Authorization", "Bearer " + token)).build();
    }

    private ConnectorResult reply(HttpResponse<String> response, String method) {
        int status = response.statusCode();
        JsonNode body = JsonText.read(response.body());
        if (status >= 200 && status < 300) {
            return new ConnectorResult.Done(
                    body.path("id").asText(""), body.path("activityId").asText(""));
        }
        String code = body.path("error").path("code").asText("");
        String reason = status + (code.isEmpty() ? "" : " " + code);
        if (PASSING.contains(status)) {
            Duration asked = response.headers()
                    .firstValue("Retry-After")
                    .flatMap(BotConnector::seconds)
                    .orElse(AFTER_FAULT);
            return new ConnectorResult.Wait(asked, reason);
        }
        if (status == 401) {
            return new ConnectorResult.Wait(
                    AFTER_REFUSED_TOKEN, "the connector refuses our token: check tunewise.teams.app-id and app-secret");
        }
        // An answer without a code is none of Teams': a proxy speaks, and what it says passes.
        if (status >= 500 || (code.isEmpty() && PROXY.contains(status))) {
            return "PUT".equals(method)
                    ? new ConnectorResult.Wait(AFTER_FAULT, reason)
                    : new ConnectorResult.Unknown(reason);
        }
        return new ConnectorResult.Refused(status, reason);
    }

    private static Optional<Duration> seconds(String header) {
        try {
            return Optional.of(Duration.ofSeconds(Math.clamp(Long.parseLong(header.strip()), 0, 3600)));
        } catch (NumberFormatException date) {
            return Optional.empty();
        }
    }
}
