package dev.tunewise.slack;

import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.model.Conversation;

/** Whether we may write in a channel. */
final class Room {
    private final SlackApi api;

    Room(SlackApi api) {
        this.api = api;
    }

    /** False only when Slack says so: where it says nothing, the message itself is the test. */
    boolean mayWrite(Bot bot, String channel) {
        Reply<ConversationsInfoResponse> reply =
                api.call(bot.token(), methods -> methods.conversationsInfo(r -> r.channel(channel)));
        if (reply instanceof Reply.Refused<ConversationsInfoResponse>(String error, var _)) {
            return !Refusals.ofRoom(error);
        }
        if (reply instanceof Reply.Done<ConversationsInfoResponse>(ConversationsInfoResponse response)) {
            Conversation channelInfo = response.getChannel();
            return channelInfo == null || channelInfo.isIm() || channelInfo.isMember();
        }
        return true;
    }
}
