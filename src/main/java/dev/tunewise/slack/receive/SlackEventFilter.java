package dev.tunewise.slack.receive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.session.inbox.Unreadable;
import dev.tunewise.slack.decode.SlackEvent;
import dev.tunewise.slack.decode.SlackInteraction;
import dev.tunewise.slack.decode.SlackRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Lets through what could concern us. The rest, most of all messages that bots wrote and talk in channels outside of threads, is acknowledged and
 * forgotten before anything is stored.
 */
final class SlackEventFilter {
    private static final String CHANGED = "message_changed";
    private static final String DELETED = "message_deleted";
    private static final Set<String> OTHERS = Set.of("""
        app_home_opened app_uninstalled tokens_revoked channel_deleted group_deleted channel_shared
        channel_unshared
        """.strip().split("\\s+"));
    private static final Set<String> SUBTYPES = Set.of("", "file_share", "thread_broadcast", CHANGED, DELETED);
    private static final Set<String> CONVERTED = Set.of("channel_convert_to_private", "channel_convert_to_public");

    /**
     * The lane in which a request is processed: what people write and click in one thread stays in order.
     *
     * @return the lane, its name empty for requests that wait for no other; nothing for requests that do not concern us
     */
    static Optional<String> lane(SlackRequest request) {
        if (request instanceof SlackInteraction clicks) {
            return Optional.of(lane(clicks));
        }
        if (!(request instanceof SlackEvent happened)) {
            return Optional.of("");
        }
        try {
            JsonNode event = happened.event();
            return switch (happened.type()) {
                case "message" -> message(event);
                // Of people it matters alone that they left.
                case "user_change" ->
                    SlackEvent.text(event.path("user"), "deleted").equals("true") ? Optional.of("") : Optional.empty();
                case "app_mention" -> event.has("bot_id") ? Optional.empty() : Optional.of(thread(event, event));
                case String type -> OTHERS.contains(type) ? Optional.of("") : Optional.empty();
            };
        } catch (Unreadable setAside) {
            // It is kept, so that an operator sees it.
            return Optional.of("");
        }
    }

    private static String lane(SlackInteraction clicks) {
        String channel = clicks.text("container/channel_id");
        String thread = clicks.text("container/thread_ts", "container/message_ts");
        return channel.isEmpty() || thread.isEmpty() ? "" : channel + "/" + thread;
    }

    private static Optional<String> message(JsonNode event) {
        String subtype = SlackEvent.text(event, "subtype");
        if (CONVERTED.contains(subtype)) {
            return Optional.of("");
        }
        if (!SUBTYPES.contains(subtype)) {
            return Optional.empty();
        }
        if (subtype.equals(DELETED)) {
            return deletion(event);
        }
        JsonNode message = subtype.equals(CHANGED) ? event.path("message") : event;
        boolean written =
                !message.has("bot_id") && !SlackEvent.id(message, "user").isEmpty();
        boolean threaded = !SlackEvent.id(message, "thread_ts").isEmpty();
        return written && (direct(event) || threaded) ? Optional.of(thread(event, message)) : Optional.empty();
    }

    private static boolean direct(JsonNode event) {
        return SlackEvent.text(event, "channel_type").equals("im");
    }

    private static String thread(JsonNode event, JsonNode message) {
        String thread = SlackEvent.id(message, "thread_ts");
        return SlackEvent.id(event, "channel") + "/" + (thread.isEmpty() ? SlackEvent.id(message, "ts") : thread);
    }

    /** One that stood in a thread, or of which Slack says no more than that it is gone. */
    private static Optional<String> deletion(JsonNode event) {
        JsonNode before = event.path("previous_message");
        String thread = SlackEvent.id(before, "thread_ts");
        boolean known = direct(event) || !thread.isEmpty() || before.isEmpty();
        return before.has("bot_id") || !known
                ? Optional.empty()
                : Optional.of(SlackEvent.id(event, "channel") + "/"
                        + (thread.isEmpty() ? SlackEvent.id(event, "deleted_ts") : thread));
    }
}
