package dev.tunewise.slack.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.channel.FormText;
import dev.tunewise.channel.JsonText;
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
        return parse(body.startsWith("{") ? JsonText.read(body) : form(body));
    }

    public Optional<SlackRequest> parse(JsonNode payload) {
        return switch (payload.path("type").asText("")) {
            case "event_callback" ->
                payload.path("event").isObject() ? Optional.of(new SlackEvent(payload)) : Optional.empty();
            case "url_verification" ->
                Optional.of(payload.path("challenge"))
                        .filter(JsonNode::isTextual)
                        .map(challenge -> new SlackRequest.Challenge(challenge.asText()));
            // Older versions kept the body in an object that also told where it came from.
            case String _
            when payload.has("socket") && payload.path("body").isTextual() ->
                parse(payload.path("body").asText());
            default ->
                Optional.<SlackRequest>of(new SlackInteraction(payload))
                        .filter(_ -> KNOWN.contains(new SlackInteraction(payload).type()));
        };
    }

    /** Over HTTP a command is a form, and everything else stands in one field of a form. */
    private static JsonNode form(String body) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        FormText.read(body).forEach((name, values) -> fields.put(name, values.getLast()));
        return fields.has("payload") ? JsonText.read(fields.path("payload").asText()) : fields;
    }
}
