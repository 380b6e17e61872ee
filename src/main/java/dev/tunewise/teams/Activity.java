package dev.tunewise.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tunewise.chat.Captions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came from Teams, read leniently: whatever is missing is empty, whatever is unknown is left alone. New kinds of entities and fields arrive
 * without notice, and a bot that fails on them gets no more activities.
 *
 * @param json the activity
 */
record Activity(JsonNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Reads a body; empty when it is no JSON object. */
    static Optional<Activity> read(byte[] body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            return json != null && json.isObject() ? Optional.of(new Activity(json)) : Optional.empty();
        } catch (java.io.IOException broken) {
            return Optional.empty();
        }
    }

    static Optional<Activity> read(String text) {
        try {
            return Optional.of(new Activity(MAPPER.readTree(text)));
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    private String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    String type() {
        return text(json, "type");
    }

    /** For invokes what is wanted, for updates of the installation `add` or `remove`. */
    String name() {
        return text(json, "name");
    }

    String action() {
        return text(json, "action");
    }

    String id() {
        return text(json, "id");
    }

    String channelId() {
        return text(json, "channelId");
    }

    String serviceUrl() {
        return text(json, "serviceUrl");
    }

    String typed() {
        return text(json, "text");
    }

    String replyToId() {
        return text(json, "replyToId");
    }

    JsonNode value() {
        return json.path("value");
    }

    String from() {
        return text(json.path("from"), "id");
    }

    String fromName() {
        String name = text(json.path("from"), "name");
        return name.isBlank() ? Captions.SOMEBODY : name;
    }

    /** Id of our bot in Teams. */
    String bot() {
        return text(json.path("recipient"), "id");
    }

    /** Whether only the sender sees it: a slash command. */
    boolean targeted() {
        return json.path("recipient").path("isTargeted").asBoolean(false);
    }

    String conversation() {
        return text(json.path("conversation"), "id");
    }

    String tenant() {
        String tenant = text(json.path("conversation"), "tenantId");
        return tenant.isEmpty() ? text(json.path("channelData").path("tenant"), "id") : tenant;
    }

    Place.Kind kind() {
        return switch (text(json.path("conversation"), "conversationType")) {
            case "channel" -> Place.Kind.CHANNEL;
            case "groupChat" -> Place.Kind.GROUP;
            case "personal" -> Place.Kind.PERSONAL;
            default ->
                conversation().contains("@thread.tacv2") || conversation().contains(Place.MESSAGE)
                        ? Place.Kind.CHANNEL
                        : json.path("conversation").path("isGroup").asBoolean(false)
                                ? Place.Kind.GROUP
                                : Place.Kind.PERSONAL;
        };
    }

    String team() {
        return text(json.path("channelData").path("team"), "id");
    }

    Instant at(Instant otherwise) {
        try {
            return OffsetDateTime.parse(text(json, "timestamp")).toInstant();
        } catch (DateTimeException none) {
            return otherwise;
        }
    }

    /** Mentions of people and bots. */
    List<Mention> mentions() {
        List<Mention> mentions = new ArrayList<>();
        for (JsonNode entity : json.path("entities")) {
            if ("mention".equals(text(entity, "type"))) {
                JsonNode mentioned = entity.path("mentioned");
                mentions.add(new Mention(text(mentioned, "id"), text(mentioned, "name"), text(entity, "text")));
            }
        }
        return mentions;
    }

    /** Whether we are mentioned; only the entities say so, never the text. */
    boolean mentionsUs() {
        return mentions().stream().anyMatch(mention -> mention.id().equals(bot()));
    }

    List<String> added() {
        List<String> ids = new ArrayList<>();
        json.path("membersAdded").forEach(member -> ids.add(text(member, "id")));
        return ids;
    }

    /** A mention and the piece of text that it is. */
    record Mention(String id, String name, String text) {}
}
