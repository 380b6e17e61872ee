package dev.tunewise.slack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import dev.tunewise.channel.FormText;
import dev.tunewise.channel.GuardedBody;
import dev.tunewise.channel.HttpCalls;
import dev.tunewise.channel.JsonText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Calls to Slack's Web API, with everything that may go wrong as a value. Not by the SDK's clients: one queues calls of a whole team behind one busy
 * channel, the other builds its readers again for each call and writes blocks twice, which costs a hundred times more than this.
 */
public final class SlackApi {
    private static final Set<String> PASSING = Set.of("""
        internal_error fatal_error service_unavailable request_timeout team_added_to_org
        ratelimited_app accesslimited two_factor_setup_required unknown_error
        """.strip().split("\\s+"));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String address;
    private final HttpClient http;

    public SlackApi(Slack sdk) {
        this.address = sdk.getConfig().getMethodsEndpointUrlPrefix();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /**
     * The SDK, set up once: every further configuration would start threads of its own for statistics that nobody reads.
     *
     * @param address where the Web API is, ending in a slash
     */
    public static Slack sdk(String address) {
        SlackConfig config = new SlackConfig();
        config.setStatsEnabled(false);
        config.setMethodsEndpointUrlPrefix(address);
        config.setHttpClientReadTimeoutMillis((int) PATIENCE.toMillis());
        config.setHttpClientWriteTimeoutMillis((int) PATIENCE.toMillis());
        config.setHttpClientCallTimeoutMillis((int) PATIENCE.toMillis());
        // The listeners log whole requests and answers, tokens and people's words among them.
        config.getHttpClientResponseHandlers().clear();
        return Slack.getInstance(config);
    }

    /**
     * Calls a method with fields in a form, which every method takes.
     *
     * @param token empty for a method that needs none
     * @param method such as `users.info`
     */
    public SlackResult<JsonNode> call(String token, String method, Map<String, String> fields) {
        return exchange(
                token,
                method,
                "application/x-www-form-urlencoded",
                HttpRequest.BodyPublishers.ofString(FormText.write(fields)));
    }

    /** What stands under a name in a list that comes in pages, as far as Slack gives them; asked for page by page. */
    public Stream<JsonNode> list(String token, String method, Map<String, String> fields, String name, int pages) {
        return Stream.iterate(page(token, method, fields, ""), page -> !page.isMissingNode(), page -> {
                    String cursor =
                            page.path("response_metadata").path("next_cursor").asText("");
                    return cursor.isEmpty() ? MissingNode.getInstance() : page(token, method, fields, cursor);
                })
                .limit(pages)
                .flatMap(page -> page.path(name).valueStream());
    }

    private JsonNode page(String token, String method, Map<String, String> fields, String cursor) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("limit", "999");
        if (!cursor.isEmpty()) {
            all.put("cursor", cursor);
        }
        return call(token, method, all).done().orElse(MissingNode.getInstance());
    }

    /**
     * Calls a method with a body of ours, for what people see.
     *
     * @param method such as `chat.postMessage`
     * @param held whether it may still be sent; asked again right before it leaves
     * @return the answer as Slack gave it
     */
    public SlackResult<JsonNode> send(String token, String method, ObjectNode body, BooleanSupplier held) {
        if (!held.getAsBoolean()) {
            return new SlackResult.Unreachable<>(GuardedBody.LOST);
        }
        return exchange(
                token,
                method,
                "application/json; charset=utf-8",
                GuardedBody.of(body.toString().getBytes(StandardCharsets.UTF_8), held));
    }

    private SlackResult<JsonNode> exchange(
            String token, String method, String contentType, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + method))
                .timeout(PATIENCE)
                .header("Content-Type", contentType)
                .POST(body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
        try {
            // The client's own limit ends with the headers; an answer that comes in drops has to end as well.
            return judged(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            answer.cancel(true);
            return new SlackResult.Unreachable<>("no whole answer within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException broken) {
            Throwable cause = broken.getCause() == null ? broken : broken.getCause();
            return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
                    ? new SlackResult.Limited<>(Duration.ofSeconds(2))
                    : new SlackResult.Unreachable<>(cause.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new SlackResult.Unreachable<>("interrupted");
        }
    }

    private static SlackResult<JsonNode> judged(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 429) {
            String header = response.headers().firstValue("Retry-After").orElse("");
            return new SlackResult.Limited<>(
                    Duration.ofSeconds(header.matches("\\d{1,5}") ? Math.max(1, Long.parseLong(header)) : 30));
        }
        JsonNode answer = JsonText.read(response.body());
        if (status >= 500 || !answer.has("ok")) {
            // A page of a proxy says nothing about the message.
            return new SlackResult.Unreachable<>("HTTP " + status + (answer.isObject() ? "" : " and no JSON"));
        }
        return answer.path("ok").asBoolean()
                ? new SlackResult.Done<>(answer)
                : refused(answer.path("error").asText("unknown_error"), details(answer));
    }

    private static List<String> details(JsonNode answer) {
        return Stream.of(answer.path("errors"), answer.path("response_metadata").path("messages"))
                .flatMap(JsonNode::valueStream)
                .map(each -> each.asText().isEmpty() ? each.toString() : each.asText())
                .toList();
    }

    private static <T> SlackResult<T> refused(String error, List<String> details) {
        if (error.equals("ratelimited") || error.equals("rate_limited")) {
            return new SlackResult.Limited<>(Duration.ofSeconds(30));
        }
        return PASSING.contains(error)
                ? new SlackResult.Unreachable<>(error)
                : new SlackResult.Refused<>(error, details);
    }

    /** Sends bytes to an address that Slack gave us, and gives the HTTP status; 0 when nobody answered. */
    public int post(String address, String contentType, byte[] body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(PATIENCE.multipliedBy(3))
                    .header("Content-Type", contentType)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            return HttpCalls.status(http, request);
        } catch (IOException | IllegalArgumentException unreachable) {
            return 0;
        }
    }
}
