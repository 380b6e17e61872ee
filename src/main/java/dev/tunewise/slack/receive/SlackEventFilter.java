package dev.tunewise.slack.receive;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets through what could concern us. The rest, most of all messages that bots wrote and talk in channels outside of threads, is acknowledged and
 * forgotten before anything is stored.
 */
public final class SlackEventFilter {
    /** Subtype of what stays of a deleted message in whose thread others stand. */
    public static final String TOMBSTONE = "tombstone";

    private static final String CHANGED = "message_changed";
    private static final String DELETED = "message_deleted";
    private static final Set<String> EVENTS = Set.of(
            "message",
            "app_mention",
            "app_home_opened",
            "app_uninstalled",
            "tokens_revoked",
            "channel_deleted",
            "group_deleted");
    private static final Set<String> SUBTYPES = Set.of("", "file_share", "thread_broadcast", CHANGED, DELETED);

    private SlackEventFilter() {}

    /**
     * The lane in which a request is processed: what people write and click in one thread stays in order.
     *
     * @return the lane, its name empty for requests that wait for no other; nothing for requests that do not concern us
     */
    static Optional<String> lane(Request<?> request) {
        if (request instanceof BlockActionRequest clicks) {
            return Optional.of(lane(clicks.getPayload().getContainer()));
        }
        if (!(request instanceof EventRequest event)) {
            return Optional.of("");
        }
        JsonObject body = JsonParser.parseString(event.getRequestBodyAsString())
                .getAsJsonObject()
                .getAsJsonObject("event");
        String type = text(body, "type");
        if (!EVENTS.contains(type)) {
            return Optional.empty();
        }
        return switch (type) {
            case "message" -> message(body);
            case "app_mention" -> body.has("bot_id") ? Optional.empty() : Optional.of(thread(body, body));
            default -> Optional.of("");
        };
    }

    private static String lane(BlockActionPayload.@Nullable Container container) {
        if (container == null || container.getChannelId() == null || container.getMessageTs() == null) {
            return "";
        }
        String thread = container.getThreadTs() == null ? container.getMessageTs() : container.getThreadTs();
        return container.getChannelId() + "/" + thread;
    }

    private static Optional<String> message(JsonObject event) {
        String subtype = text(event, "subtype");
        if (!SUBTYPES.contains(subtype)) {
            return Optional.empty();
        }
        if (subtype.equals(DELETED)) {
            return deletion(event);
        }
        JsonObject message = subtype.equals(CHANGED) ? inner(event, "message") : event;
        boolean written = !message.has("bot_id") && !text(message, "user").isEmpty();
        boolean direct = text(event, "channel_type").equals("im");
        boolean threaded = !text(message, "thread_ts").isEmpty();
        return written && (direct || threaded) ? Optional.of(thread(event, message)) : Optional.empty();
    }

    private static String thread(JsonObject event, JsonObject message) {
        String thread = text(message, "thread_ts");
        return text(event, "channel") + "/" + (thread.isEmpty() ? text(message, "ts") : thread);
    }

    /** One that stood in a thread, or of which Slack says no more than that it is gone. */
    private static Optional<String> deletion(JsonObject event) {
        JsonObject before = inner(event, "previous_message");
        boolean ours = before.has("bot_id");
        boolean direct = text(event, "channel_type").equals("im");
        String thread = text(before, "thread_ts");
        boolean known = direct || !thread.isEmpty() || before.isEmpty();
        return ours || !known
                ? Optional.empty()
                : Optional.of(text(event, "channel") + "/" + (thread.isEmpty() ? text(event, "deleted_ts") : thread));
    }

    private static JsonObject inner(JsonObject event, String name) {
        JsonElement message = event.get(name);
        return message != null && message.isJsonObject() ? message.getAsJsonObject() : new JsonObject();
    }

    private static String text(JsonObject object, String name) {
        JsonElement element = object.get(name);
        return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
    }
}
