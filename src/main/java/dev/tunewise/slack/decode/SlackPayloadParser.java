package dev.tunewise.slack.decode;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Reads what Slack sends, so that each request is parsed once. */
public final class SlackPayloadParser {
    private static final Set<String> KNOWN = Set.of(
            SlackInteraction.COMMAND, SlackInteraction.CLICK, SlackInteraction.WINDOW, SlackInteraction.SHORTCUT);

    /**
     * A request as it arrived or was kept: the body of HTTP or the payload of Socket Mode.
     *
     * @return nothing for what nobody knows or can read
     */
    public Optional<SlackRequest> parse(String body) {
        try {
            return parse(body.startsWith("{") ? JsonParser.parseString(body).getAsJsonObject() : form(body));
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    public Optional<SlackRequest> parse(JsonObject payload) {
        return switch (SlackEvent.at(payload, "type")) {
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
            default ->
                Optional.<SlackRequest>of(new SlackInteraction(payload))
                        .filter(_ -> KNOWN.contains(new SlackInteraction(payload).type()));
        };
    }

    /** Over HTTP a command is a form, and everything else stands in one field of a form. */
    private static JsonObject form(String body) {
        JsonObject fields = new JsonObject();
        for (String field : body.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.addProperty(
                        URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields.has("payload")
                ? JsonParser.parseString(fields.get("payload").getAsString()).getAsJsonObject()
                : fields;
    }
}
