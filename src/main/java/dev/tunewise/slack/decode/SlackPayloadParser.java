package dev.tunewise.slack.decode;

import com.google.gson.JsonParseException;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads bodies with Bolt's own parser. */
public final class SlackPayloadParser {
    private final SlackRequestParser bolt;

    public SlackPayloadParser(AppConfig config) {
        this.bolt = new SlackRequestParser(config);
    }

    /** What Slack asks for; empty for what Bolt does not know or cannot read. */
    public Optional<Request<?>> parse(StoredRequest received) {
        Map<String, List<String>> headers = received.retry() > 0
                ? Map.of("X-Slack-Retry-Num", List.of(String.valueOf(received.retry())))
                : Map.of();
        try {
            return Optional.ofNullable(bolt.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri("")
                    .queryString(Map.of())
                    .requestBody(received.body())
                    .headers(new RequestHeaders(headers))
                    .remoteAddress("")
                    .socketMode(received.socket())
                    .build()));
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | NullPointerException
                | ClassCastException
                | UnsupportedOperationException unreadable) {
            return Optional.empty();
        }
    }
}
