package dev.tunewise.slack.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import dev.tunewise.channel.HeldBody;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls to Slack's Web API, with everything that may go wrong as a value. Only the synchronous client is used: the other one queues calls of a
 * whole team behind one busy channel, and makes windows wait until they can no longer open.
 */
public final class SlackApi {
    private static final Set<String> PASSING = Set.of("""
            internal_error fatal_error service_unavailable request_timeout team_added_to_org
            ratelimited_app accesslimited two_factor_setup_required unknown_error
            """.strip().split("\\s+"));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Slack slack;
    private final HttpClient http;

    public SlackApi(Slack slack) {
        this.slack = slack;
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

    @FunctionalInterface
    public interface Call<T> {
        T run(MethodsClient methods) throws IOException, SlackApiException;
    }

    public <T extends SlackApiTextResponse> SlackResult<T> call(String token, Call<T> call) {
        return call(token, call, _ -> List.of());
    }

    /** `details`: reads from a refusal what Slack says about it. */
    public <T extends SlackApiTextResponse> SlackResult<T> call(
            String token, Call<T> call, Function<T, List<String>> details) {
        try {
            T response = call.run(slack.methods(token));
            if (response.isOk()) {
                return new SlackResult.Done<>(response);
            }
            String error = response.getError() == null ? "unknown_error" : response.getError();
            return refused(error, details.apply(response));
        } catch (SlackApiException failed) {
            return failed(failed);
        } catch (IOException unreachable) {
            return new SlackResult.Unreachable<>(String.valueOf(unreachable.getMessage()));
        } catch (JsonParseException page) {
            return new SlackResult.Unreachable<>("an answer that is no JSON");
        }
    }

    /**
     * Calls a method with a body of ours. For what is sent often: the SDK builds its readers anew for each call and writes
     * blocks twice, which costs a hundred times more than this.
     *
     * @param method such as `chat.postMessage`
     * @param held whether it may still be sent; asked again right before it leaves
     * @return the answer as Slack gave it
     */
    public SlackResult<JsonObject> send(String token, String method, JsonObject body, BooleanSupplier held) {
        if (!held.getAsBoolean()) {
            return new SlackResult.Unreachable<>(HeldBody.LOST);
        }
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(slack.getConfig().getMethodsEndpointUrlPrefix() + method))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HeldBody.of(body.toString().getBytes(StandardCharsets.UTF_8), held))
                .build();
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
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

    private static SlackResult<JsonObject> judged(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 429) {
            return new SlackResult.Limited<>(
                    seconds(response.headers().firstValue("Retry-After").orElse(null)));
        }
        JsonObject answer = json(response.body());
        if (status >= 500 || answer == null || !answer.has("ok")) {
            // A page of a proxy says nothing about the message.
            return new SlackResult.Unreachable<>("HTTP " + status + (answer == null ? " and no JSON" : ""));
        }
        if (answer.get("ok").getAsBoolean()) {
            return new SlackResult.Done<>(answer);
        }
        JsonElement error = answer.get("error");
        return refused(error == null ? "unknown_error" : error.getAsString(), details(answer));
    }

    private static @Nullable JsonObject json(String body) {
        try {
            return JsonParser.parseString(body) instanceof JsonObject object ? object : null;
        } catch (JsonParseException page) {
            return null;
        }
    }

    private static List<String> details(JsonObject answer) {
        List<String> details = new ArrayList<>();
        if (answer.get("errors") instanceof JsonArray errors) {
            errors.forEach(error -> details.add(error.isJsonPrimitive() ? error.getAsString() : error.toString()));
        }
        if (answer.get("response_metadata") instanceof JsonObject metadata
                && metadata.get("messages") instanceof JsonArray messages) {
            messages.forEach(
                    message -> details.add(message.isJsonPrimitive() ? message.getAsString() : message.toString()));
        }
        return details;
    }

    private static <T> SlackResult<T> refused(String error, List<String> details) {
        if (error.equals("ratelimited") || error.equals("rate_limited")) {
            return new SlackResult.Limited<>(Duration.ofSeconds(30));
        }
        return PASSING.contains(error)
                ? new SlackResult.Unreachable<>(error)
                : new SlackResult.Refused<>(error, details);
    }

    private static <T> SlackResult<T> failed(SlackApiException failed) {
        int status = failed.getResponse().code();
        if (status == 429) {
            return new SlackResult.Limited<>(seconds(failed.getResponse().header("Retry-After")));
        }
        if (status >= 500) {
            return new SlackResult.Unreachable<>("HTTP " + status);
        }
        // Without an error of Slack's own it is a proxy that speaks, and a proxy knows nothing of what was asked.
        return failed.getError() == null || failed.getError().getError() == null
                ? new SlackResult.Unreachable<>("HTTP " + status)
                : refused(failed.getError().getError(), List.of());
    }

    private static Duration seconds(@Nullable String header) {
        return Duration.ofSeconds(
                header != null && header.matches("\\d{1,5}") ? Math.max(1, Long.parseLong(header)) : 30);
    }

    /** Sends bytes to an address that Slack gave us, and gives the HTTP status; 0 when nobody answered. */
    public int post(String address, String contentType, byte[] body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(PATIENCE.multipliedBy(3))
                    .header("Content-Type", contentType)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException | IllegalArgumentException unreachable) {
            return 0;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
