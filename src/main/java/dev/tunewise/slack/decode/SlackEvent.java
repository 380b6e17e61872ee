package dev.tunewise.slack.decode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.session.inbox.Unreadable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Something that happened in Slack, its fields read by name out of the one tree that its text was parsed into.
 *
 * @param payload the whole callback, with the event in it
 */
public record SlackEvent(JsonNode payload) implements SlackRequest {
    /** Longer ones do not fit into what we would send back with them. */
    private static final int LONGEST_ID = 255;

    public JsonNode event() {
        return payload.path("event");
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
        JsonNode time = payload.path("event_time");
        try {
            return time.isValueNode() && !time.isNull()
                    ? Instant.ofEpochSecond(Long.parseLong(time.asText()))
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
        JsonNode all = payload.path("authorizations");
        JsonNode first = all.isEmpty() ? payload : all.path(0);
        return SlackUser.workspace(
                !all.isEmpty() && is(first, "is_enterprise_install"), id(first, "enterprise_id"), id(first, "team_id"));
    }

    /** Id of our own user there; empty where Slack does not say. */
    public String bot() {
        return payload.path("authorizations")
                .valueStream()
                .filter(each -> is(each, "is_bot"))
                .findFirst()
                .map(each -> id(each, "user_id"))
                .orElse("");
    }

    private static boolean is(JsonNode object, String name) {
        return text(object, name).equals("true");
    }

    /**
     * A field; empty where it is missing.
     *
     * @throws Unreadable if it holds anything but a plain value
     */
    public static String text(JsonNode object, String name) {
        JsonNode field = object.path(name);
        if (field.isContainerNode()) {
            throw new Unreadable("a field holds what Slack does not send there: " + name);
        }
        return field.asText("");
    }

    /**
     * A field that holds an id or a time, which of Slack's are short; empty where it is missing.
     *
     * @throws Unreadable if it holds anything else
     */
    public static String id(JsonNode object, String name) {
        String id = text(object, name);
        if (id.length() > LONGEST_ID) {
            throw new Unreadable("a field holds what Slack does not send there: " + name);
        }
        return id;
    }

    /** The first plain value at one of these places, each a path such as `view/id`; empty where there is none. */
    static String at(JsonNode from, String... places) {
        return Stream.of(places)
                .map(place -> from.at("/" + place).asText(""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
