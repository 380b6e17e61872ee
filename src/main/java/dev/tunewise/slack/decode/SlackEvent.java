package dev.tunewise.slack.decode;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.tunewise.session.inbox.Unreadable;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in Slack, its fields read by name out of the one tree that its text was parsed into.
 *
 * @param payload the whole callback, with the event in it
 */
public record SlackEvent(JsonObject payload) implements SlackRequest {
    public JsonObject event() {
        return inner(payload, "event");
    }

    public String type() {
        return text(event(), "type");
    }

    /**
     * When it happened; the end of time where Slack does not say.
     *
     * @throws Unreadable if it is no time
     */
    public Instant at() {
        try {
            return payload.get("event_time") instanceof JsonPrimitive time
                    ? Instant.ofEpochSecond(time.getAsLong())
                    : Instant.MAX;
        } catch (NumberFormatException | DateTimeException noTime) {
            throw new Unreadable("a field holds what Slack does not send there: event_time");
        }
    }

    public SlackUser person(String user) {
        return new SlackUser(workspace(), user, "");
    }

    /** The installation that an event is for, which in a shared channel need not be the workspace it comes from. */
    public String workspace() {
        JsonArray all = authorizations();
        JsonObject first = all.isEmpty() ? payload : object(all.get(0));
        String enterprise = text(first, "enterprise_id");
        return SlackUser.workspace(
                !all.isEmpty() && is(first, "is_enterprise_install"),
                enterprise.isEmpty() ? null : enterprise,
                text(first, "team_id"));
    }

    /** Id of our own user there; empty where Slack does not say. */
    public String bot() {
        for (JsonElement each : authorizations()) {
            if (is(object(each), "is_bot")) {
                return text(object(each), "user_id");
            }
        }
        return "";
    }

    private JsonArray authorizations() {
        return payload.get("authorizations") instanceof JsonArray all ? all : new JsonArray();
    }

    private static boolean is(JsonObject object, String name) {
        return text(object, name).equals("true");
    }

    /**
     * A field; empty where it is missing.
     *
     * @throws Unreadable if it holds anything but a plain value
     */
    public static String text(JsonObject object, String name) {
        JsonElement element = object.get(name);
        if (element == null || element.isJsonNull()) {
            return "";
        }
        if (!element.isJsonPrimitive()) {
            throw new Unreadable("a field holds what Slack does not send there: " + name);
        }
        return element.getAsString();
    }

    /** The first plain value at one of these places, each a path such as `view/id`; empty where there is none. */
    static String at(JsonElement from, String... places) {
        for (String place : places) {
            JsonElement found = from;
            for (String name : place.split("/")) {
                found = found instanceof JsonObject object ? object.get(name) : null;
            }
            if (found instanceof JsonPrimitive value && !value.getAsString().isEmpty()) {
                return value.getAsString();
            }
        }
        return "";
    }

    /** An object in another; without fields where it is missing. */
    public static JsonObject inner(JsonObject object, String name) {
        return object(object.get(name));
    }

    private static JsonObject object(@Nullable JsonElement element) {
        return element instanceof JsonObject found ? found : new JsonObject();
    }
}
