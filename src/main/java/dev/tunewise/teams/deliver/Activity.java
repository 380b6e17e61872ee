package dev.tunewise.teams.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.channel.JsonText;
import dev.tunewise.chat.Captions;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came from Teams, read leniently: whatever is missing is empty, whatever is unknown is left alone. New kinds of entities and fields arrive
 * without notice, and a bot that fails on them gets no more activities.
 */
public record Activity(JsonNode json) {
    /** What a body holds; empty when it is no JSON object. */
    public static Optional<Activity> read(byte[] body) {
        return Optional.of(JsonText.read(body)).filter(JsonNode::isObject).map(Activity::new);
    }

    public static Optional<Activity> read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    /** What stands at a place such as `from/id`; empty where nothing plain does. */
    private String text(String place) {
        return json.at("/" + place).asText("");
    }

    public String type() {
        return text("type");
    }

    /** Says whether somebody edited, or restored, a message that was sent before; it keeps its id. */
    public boolean isEdit() {
        return type().equals("messageUpdate");
    }

    /** Says whether somebody deleted a message, whose id it carries. */
    public boolean isDeletion() {
        return type().equals("messageDelete");
    }

    /** What happened to a team or channel, for example `channelDeleted`. */
    public String eventType() {
        return text("channelData/eventType");
    }

    /** The channel that an event is about; empty when it is about none. */
    public String eventChannel() {
        return text("channelData/channel/id");
    }

    /** When it happened, as written; tells one edit of a message from another. */
    public String stamp() {
        return json.path("timestamp").asText(json.path("localTimestamp").asText(""));
    }

    /** For invokes what is wanted, for updates of the installation `add` or `remove`. */
    public String name() {
        return text("name");
    }

    public String action() {
        return text("action");
    }

    public String id() {
        return text("id");
    }

    public String channelId() {
        return text("channelId");
    }

    public String serviceUrl() {
        return text("serviceUrl");
    }

    public String typed() {
        return text("text");
    }

    public String replyToId() {
        return text("replyToId");
    }

    public JsonNode value() {
        return json.path("value");
    }

    public String from() {
        return text("from/id");
    }

    public String fromName() {
        String name = text("from/name");
        return name.isBlank() ? Captions.SOMEBODY : name;
    }

    /** Id of our bot in Teams. */
    public String bot() {
        return text("recipient/id");
    }

    /** Whether only the sender sees it: a slash command. */
    public boolean targeted() {
        return json.path("recipient").path("isTargeted").asBoolean(false);
    }

    public String conversation() {
        return text("conversation/id");
    }

    public String tenant() {
        String tenant = text("conversation/tenantId");
        return tenant.isEmpty() ? text("channelData/tenant/id") : tenant;
    }

    ConversationReference.Kind kind() {
        return switch (text("conversation/conversationType")) {
            case "channel" -> ConversationReference.Kind.CHANNEL;
            case "groupChat" -> ConversationReference.Kind.GROUP;
            case "personal" -> ConversationReference.Kind.PERSONAL;
            default ->
                conversation().contains("@thread.tacv2") || conversation().contains(ConversationReference.MESSAGE)
                        ? ConversationReference.Kind.CHANNEL
                        : json.path("conversation").path("isGroup").asBoolean(false)
                                ? ConversationReference.Kind.GROUP
                                : ConversationReference.Kind.PERSONAL;
        };
    }

    public String team() {
        return text("channelData/team/id");
    }

    public Instant at(Instant otherwise) {
        try {
            return OffsetDateTime.parse(text("timestamp")).toInstant();
        } catch (DateTimeException none) {
            return otherwise;
        }
    }

    public List<Mention> mentions() {
        List<Mention> mentions = new ArrayList<>();
        for (JsonNode entity : json.path("entities")) {
            if ("mention".equals(entity.path("type").asText(""))) {
                JsonNode mentioned = entity.path("mentioned");
                mentions.add(new Mention(
                        mentioned.path("id").asText(""),
                        mentioned.path("name").asText(""),
                        entity.path("text").asText("")));
            }
        }
        return mentions;
    }

    /** Whether we are mentioned; only the entities say so, never the text. */
    public boolean mentionsUs() {
        return mentions().stream().anyMatch(mention -> mention.id().equals(bot()));
    }

    public List<String> added() {
        return people("membersAdded");
    }

    public List<String> removed() {
        return people("membersRemoved");
    }

    private List<String> people(String name) {
        List<String> ids = new ArrayList<>();
        json.path(name).forEach(member -> ids.add(member.path("id").asText("")));
        return ids;
    }

    public record Mention(String id, String name, String text) {}
}
