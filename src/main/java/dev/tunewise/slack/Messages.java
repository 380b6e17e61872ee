package dev.tunewise.slack;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.model.ErrorResponseMetadata;
import dev.tunewise.slack.kit.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends and edits messages; a message that Slack refuses for its blocks goes again with older blocks, then without, then as text. */
final class Messages {
    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
    private static final int TRIES = 4;

    private final SlackApi api;

    Messages(SlackApi api) {
        this.api = api;
    }

    /** Posts; gives the timestamp of the new message. The thread may be empty. */
    Reply<String> post(Bot bot, String channel, String thread, Rendered message) {
        return persistently(message, form -> {
            ChatPostMessageRequest request = ChatPostMessageRequest.builder()
                    .channel(channel)
                    .threadTs(thread.isEmpty() ? null : thread)
                    .text(form.text())
                    .blocksAsString(form.hasBlocks() ? form.blocks() : null)
                    .unfurlLinks(false)
                    .unfurlMedia(false)
                    .build();
            Reply<ChatPostMessageResponse> reply = api.call(
                    bot.token(),
                    methods -> methods.chatPostMessage(request),
                    response -> details(response.getErrors(), response.getResponseMetadata()));
            return reply.map(ChatPostMessageResponse::getTs);
        });
    }

    /** Edits; gives the timestamp of the message. */
    Reply<String> update(Bot bot, String channel, String timestamp, Rendered message) {
        return persistently(message, form -> {
            ChatUpdateRequest request = ChatUpdateRequest.builder()
                    .channel(channel)
                    .ts(timestamp)
                    .text(form.text())
                    .blocksAsString(form.hasBlocks() ? form.blocks() : "[]")
                    .build();
            Reply<ChatUpdateResponse> reply = api.call(
                    bot.token(),
                    methods -> methods.chatUpdate(request),
                    response -> details(null, response.getResponseMetadata()));
            return reply.map(_ -> timestamp);
        });
    }

    /** Shows a message to one person; gives nothing to edit it by. */
    Reply<String> whisper(Bot bot, String channel, String thread, String person, Rendered message) {
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

    private static Reply<String> persistently(Rendered message, Function<Rendered, Reply<String>> send) {
        Rendered form = message;
        Reply<String> reply = send.apply(form);
        for (int i = 1; i < TRIES && reply instanceof Reply.Refused<String>(String error, List<String> details); i++) {
            if (!form.hasBlocks() || !(Refusals.ofBlocks(error) || Refusals.ofLength(error))) {
                return reply;
            }
            LOG.warn("Slack refused blocks of a message ({}), which goes again without them: {}", error, details);
            Set<Integer> refused = Refusals.positions(details);
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
