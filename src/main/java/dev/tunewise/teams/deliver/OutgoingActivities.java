package dev.tunewise.teams.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The activities that we send. */
public final class OutgoingActivities {
    public static final String CARD = "application/vnd.microsoft.card.adaptive";

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ObjectNode card(ConversationReference place, ObjectNode card, String summary) {
        ObjectNode message = object().put("type", "message");
        message.putObject("from").put("id", place.route().bot());
        message.putObject("conversation").put("id", place.conversation());
        message.put("summary", summary.length() > 250 ? summary.substring(0, 249) + "…" : summary);
        message.putArray("attachments").add(attachment(card));
        return message;
    }

    /** A message with something else than a card, whose content the caller fills in. */
    public static ObjectNode attached(ConversationReference place, String contentType, String name, String summary) {
        ObjectNode message = card(place, object(), summary);
        ObjectNode attachment = (ObjectNode) message.path("attachments").path(0);
        attachment.put("contentType", contentType).put("name", name);
        return message;
    }

    public static ObjectNode attachment(JsonNode card) {
        return object().put("contentType", CARD).set("content", card);
    }

    /** The parameters that open a new post in a channel. */
    static ObjectNode post(ConversationReference place, String channel, ObjectNode message) {
        ObjectNode parameters = object().put("isGroup", true).put("tenantId", place.tenant());
        parameters.putObject("bot").put("id", place.route().bot());
        ObjectNode data = parameters.putObject("channelData");
        data.putObject("channel").put("id", channel);
        data.putObject("tenant").put("id", place.tenant());
        message.remove("conversation");
        parameters.set("activity", message);
        return parameters;
    }
}
