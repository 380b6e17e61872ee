package dev.tunewise.teams.handle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.teams.deliver.OutgoingActivities;

/** What an invoke is answered with, in the body of the response. */
public final class InvokeResponse {
    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode nothing() {
        return object();
    }

    static ObjectNode card(JsonNode card) {
        return object().put("statusCode", 200)
                .put("type", OutgoingActivities.CARD)
                .set("value", card);
    }

    static ObjectNode toast(String sentence) {
        return object().put("statusCode", 200)
                .put("type", "application/vnd.microsoft.activity.message")
                .put("value", sentence);
    }

    public static ObjectNode error(int status, String code, String message) {
        ObjectNode reply = object().put("statusCode", status).put("type", "application/vnd.microsoft.error");
        reply.putObject("value").put("code", code).put("message", message);
        return reply;
    }

    static ObjectNode dialog(String title, JsonNode card) {
        ObjectNode reply = object();
        ObjectNode task = reply.putObject("task").put("type", "continue");
        ObjectNode value = task.putObject("value")
                .put("title", title)
                .put("height", "large")
                .put("width", "medium");
        value.set("card", OutgoingActivities.attachment(card));
        return reply;
    }

    static ObjectNode said(String sentence) {
        ObjectNode reply = object();
        reply.putObject("task").put("type", "message").put("value", sentence);
        return reply;
    }
}
