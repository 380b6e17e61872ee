package dev.tunewise.slack.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.slack.block.BlockKit;
import dev.tunewise.slack.block.RenderedMessage;
import dev.tunewise.slack.client.SlackApi;
import dev.tunewise.slack.client.SlackBot;
import dev.tunewise.slack.client.SlackErrors;
import dev.tunewise.slack.client.SlackResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends and edits messages; a message that Slack refuses for its blocks goes again with older blocks, then without, then as text.
 *
 * @param held whether what is sent is surely still this process's to send
 */
public record SlackMessageSender(SlackApi api, BooleanSupplier held) {
    private static final Logger LOG = LoggerFactory.getLogger(SlackMessageSender.class);
    private static final int TRIES = 4;
    private static final int NEWEST = 200;
    private static final String EVENT = "tunewise_post";
    private static final String MARK = "post";

    /** Posts; gives the timestamp of the new message. The thread may be empty. */
    public SlackResult<String> post(SlackBot bot, String channel, String thread, RenderedMessage message) {
        return post(bot, new Spot(channel, thread, false), message, "");
    }

    /**
     * Where something is posted.
     *
     * @param thread its root; empty for the channel itself
     * @param broadcast whether the channel shows what the thread gets
     */
    record Spot(String channel, String thread, boolean broadcast) {}

    /** `mark`: what {@link #find} finds the message by; empty for none. */
    SlackResult<String> post(SlackBot bot, Spot spot, RenderedMessage message, String mark) {
        return persistently(message, form -> {
            ObjectNode body = body(spot.channel(), form);
            if (!spot.thread().isEmpty()) {
                body.put("thread_ts", spot.thread());
            }
            if (spot.broadcast()) {
                body.put("reply_broadcast", true);
            }
            body.put("unfurl_links", false);
            body.put("unfurl_media", false);
            if (!mark.isEmpty()) {
                ObjectNode metadata = body.putObject("metadata").put("event_type", EVENT);
                metadata.putObject("event_payload").put(MARK, mark);
            }
            return api.send(bot.token(), "chat.postMessage", body, held).map(SlackMessageSender::timestamp);
        });
    }

    /** Looks whether a message with this mark is there, in a channel among the newest ones; gives its timestamp, or nothing. */
    SlackResult<String> find(SlackBot bot, String channel, String thread, String mark) {
        ObjectNode body =
                BlockKit.object().put("channel", channel).put("limit", NEWEST).put("include_all_metadata", true);
        if (!thread.isEmpty()) {
            body.put("ts", thread);
        }
        return find(bot, thread.isEmpty() ? "conversations.history" : "conversations.replies", body, mark);
    }

    private SlackResult<String> find(SlackBot bot, String method, ObjectNode body, String mark) {
        return api.send(bot.token(), method, body, () -> true).then(page -> {
            Optional<JsonNode> found = page.path("messages")
                    .valueStream()
                    .filter(each -> each.at("/metadata/event_payload/" + MARK)
                            .asText("")
                            .equals(mark))
                    .findFirst();
            String cursor = page.path("response_metadata").path("next_cursor").asText("");
            // A thread is told from its oldest message on, a channel from its newest.
            return found.isEmpty() && body.has("ts") && !cursor.isEmpty()
                    ? find(bot, method, body.put("cursor", cursor), mark)
                    : new SlackResult.Done<>(
                            found.map(SlackMessageSender::timestamp).orElse(""));
        });
    }

    private static String timestamp(JsonNode answer) {
        return answer.path("ts").asText("");
    }

    private static ObjectNode body(String channel, RenderedMessage form) {
        ObjectNode body = BlockKit.object().put("channel", channel).put("text", form.text());
        if (form.hasBlocks()) {
            body.set("blocks", form.array());
        }
        return body;
    }

    /** Edits; gives the timestamp of the message. */
    SlackResult<String> update(SlackBot bot, String channel, String timestamp, RenderedMessage message) {
        return persistently(message, form -> {
            ObjectNode body = body(channel, form).put("ts", timestamp);
            body.withArray("blocks");
            return api.send(bot.token(), "chat.update", body, held).map(_ -> timestamp);
        });
    }

    /** Shows a message to one person; gives nothing to edit it by. */
    SlackResult<String> whisper(SlackBot bot, String channel, String thread, String person, RenderedMessage message) {
        return persistently(message, form -> {
            ObjectNode body = body(channel, form).put("user", person);
            if (!thread.isEmpty()) {
                body.put("thread_ts", thread);
            }
            return api.send(bot.token(), "chat.postEphemeral", body, held).map(_ -> "");
        });
    }

    private static SlackResult<String> persistently(
            RenderedMessage message, Function<RenderedMessage, SlackResult<String>> send) {
        RenderedMessage form = message;
        SlackResult<String> reply = send.apply(form);
        for (int i = 1;
                i < TRIES && reply instanceof SlackResult.Refused<String>(String error, List<String> details);
                i++) {
            if (!form.hasBlocks() || !(SlackErrors.ofBlocks(error) || SlackErrors.ofLength(error))) {
                return reply;
            }
            LOG.warn("Slack refused blocks of a message ({}), which goes again without them: {}", error, details);
            Set<Integer> refused = SlackErrors.positions(details);
            boolean all = refused.isEmpty() || i == TRIES - 1;
            form = all ? form.textOnly() : form.without(refused);
            reply = send.apply(form);
        }
        return reply;
    }
}
