package dev.tunewise.slack.decode;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import java.util.Map;
import java.util.Optional;

/** Reads what Slack sends: events by themselves, so that each is parsed once, and what people fill and press with Bolt's own parser. */
public final class SlackPayloadParser {
    private final SlackRequestParser bolt = new SlackRequestParser(new AppConfig());

    /**
     * A request as it arrived or was kept: the body of HTTP or the payload of Socket Mode.
     *
     * @return nothing for what nobody knows or can read
     */
    public Optional<SlackRequest> parse(String body) {
        try {
            return body.startsWith("{")
                    ? parse(JsonParser.parseString(body).getAsJsonObject(), body)
                    : interaction(body, false);
        } catch (JsonParseException | IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    /** A request whose text was parsed already. `body`: the same as text. */
    public Optional<SlackRequest> parse(JsonObject payload, String body) {
        String type = payload.get("type") instanceof JsonPrimitive name ? name.getAsString() : "";
        return switch (type) {
            case "event_callback" ->
                payload.get("event") instanceof JsonObject ? Optional.of(new SlackEvent(payload)) : Optional.empty();
            case "url_verification" ->
                payload.get("challenge") instanceof JsonPrimitive challenge
                        ? Optional.of(new SlackRequest.Challenge(challenge.getAsString()))
                        : Optional.empty();
            // Older versions kept the body in an object that also told where it came from.
            case String _
            when payload.has("socket") && payload.get("body") instanceof JsonPrimitive kept ->
                parse(kept.getAsString());
            default -> interaction(body, true);
        };
    }

    /** Only what comes over Socket Mode is bare JSON. */
    private Optional<SlackRequest> interaction(String body, boolean socket) {
        try {
            return Optional.ofNullable(bolt.parse(SlackRequestParser.HttpRequest.builder()
                            .requestUri("")
                            .queryString(Map.of())
                            .requestBody(body)
                            .headers(new RequestHeaders(Map.of()))
                            .remoteAddress("")
                            .socketMode(socket)
                            .build()))
                    .map(SlackRequest.Interaction::new);
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
