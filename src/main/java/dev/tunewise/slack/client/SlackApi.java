package dev.tunewise.slack.client;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls to Slack's Web API, with everything that may go wrong as a value. Only the synchronous client is used: the other one queues calls of a
 * whole team behind one busy channel, and makes windows wait until they can no longer open.
 */
public final class SlackApi {
    private static final Set<String> PASSING =
            Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Slack slack;
    private final HttpClient http;

    public SlackApi(Slack slack) {
        this.slack = slack;
        this.http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
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
        // The listeners log whole requests and answers, tokens and people's words among them.
        config.getHttpClientResponseHandlers().clear();
        return Slack.getInstance(config);
    }

    Slack slack() {
        return slack;
    }

    /** A call of a method; throws what the SDK throws. */
    @FunctionalInterface
    public interface Call<T> {
        T run(MethodsClient methods) throws IOException, SlackApiException;
    }

    public <T extends SlackApiTextResponse> SlackResult<T> call(String token, Call<T> call) {
        return call(token, call, _ -> List.of());
    }

    /**
     * Calls a method.
     *
     * @param details reads from a refusal what Slack says about it
     */
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
        }
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
        String error = failed.getError() == null || failed.getError().getError() == null
                ? "http_" + status
                : failed.getError().getError();
        return refused(error, List.of());
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
