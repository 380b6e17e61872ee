package dev.tunewise.slack.deliver;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.model.ErrorResponseMetadata;
import dev.tunewise.slack.block.RenderedMessage;
import dev.tunewise.slack.client.SlackApi;
import dev.tunewise.slack.client.SlackBot;
import dev.tunewise.slack.client.SlackErrors;
import dev.tunewise.slack.client.SlackResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends and edits messages; a message that Slack refuses for its blocks goes again with older blocks, then without, then as text. */
public final class SlackMessageSender {
    private static final Logger LOG = LoggerFactory.getLogger(SlackMessageSender.class);
    private static final int TRIES = 4;

    private final SlackApi api;

    public SlackMessageSender(SlackApi api) {
        this.api = api;
    }

    /** Posts; gives the timestamp of the new message. The thread may be empty. */
    public SlackResult<String> post(SlackBot bot, String channel, String thread, RenderedMessage message) {
        return persistently(message, form -> {
            ChatPostMessageRequest request = ChatPostMessageRequest.builder()
                    .channel(channel)
                    .threadTs(thread.isEmpty() ? null : thread)
                    .text(form.text())
                    .blocksAsString(form.hasBlocks() ? form.blocks() : null)
                    .unfurlLinks(false)
                    .unfurlMedia(false)
                    .build();
            SlackResult<ChatPostMessageResponse> reply = api.call(
                    bot.token(),
                    methods -> methods.chatPostMessage(request),
                    response -> details(response.getErrors(), response.getResponseMetadata()));
            return reply.map(ChatPostMessageResponse::getTs);
        });
    }

    /** Edits; gives the timestamp of the message. */
    SlackResult<String> update(SlackBot bot, String channel, String timestamp, RenderedMessage message) {
        return persistently(message, form -> {
            ChatUpdateRequest request = ChatUpdateRequest.builder()
                    .channel(channel)
                    .ts(timestamp)
                    .text(form.text())
                    .blocksAsString(form.hasBlocks() ? form.blocks() : "[]")
                    .build();
            SlackResult<ChatUpdateResponse> reply = api.call(
                    bot.token(),
                    methods -> methods.chatUpdate(request),
                    response -> details(null, response.getResponseMetadata()));
            return reply.map(_ -> timestamp);
        });
    }

    /** Shows a message to one person; gives nothing to edit it by. */
    SlackResult<String> whisper(SlackBot bot, String channel, String thread, String person, RenderedMessage message) {
        return persistently(
                message,
                form -> api.call(
                                bot.token(),
                                methods -> methods.chatPostEphemeral(r -> r.channel(channel)
                                        .user(person)
                                        .threadTs(thread.isEmpty() ? null : thread)
                                        .text(form.text())
                                        .blocksAsString(form.hasBlocks() ? form.blocks() : null)))
                        .map(_ -> ""));
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

    private static List<String> details(@Nullable List<String> errors, @Nullable ErrorResponseMetadata metadata) {
        List<String> details = new ArrayList<>();
        if (errors != null) {
            details.addAll(errors);
        }
        if (metadata != null && metadata.getMessages() != null) {
            details.addAll(metadata.getMessages());
        }
        return details;
    }
}
