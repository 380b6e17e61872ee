package dev.tunewise.slack.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.methods.response.users.UsersConversationsResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What Slack says about channels: whether we may write there, how they are called, who is in them. */
public final class SlackChannels {
    private static final Pattern ID = Pattern.compile("[CGD][A-Z0-9]{6,20}");
    private static final Pattern REFERENCE = Pattern.compile("<#([CGD][A-Z0-9]{1,20})(?:\\|[^<>]*)?>");
    private static final int PAGES = 5;

    private final SlackApi api;

    /** Channels that we could write to a moment ago, so that a busy one does not cost a question each time. */
    private final Cache<String, Boolean> writable = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();

    public SlackChannels(SlackApi api) {
        this.api = api;
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Text in which references to channels, as Slack writes them in commands, are their ids. */
    public static String ids(String text) {
        return REFERENCE.matcher(text).replaceAll("$1");
    }

    /** False only when Slack says so: where it says nothing, the message itself is the test. */
    public boolean mayWrite(SlackBot bot, String channel) {
        String key = bot.token() + " " + channel;
        boolean known = writable.getIfPresent(key) != null;
        boolean may = known || asksWhetherToWrite(bot, channel);
        if (may && !known) {
            writable.put(key, true);
        }
        return may;
    }

    private boolean asksWhetherToWrite(SlackBot bot, String channel) {
        SlackResult<ConversationsInfoResponse> reply = info(bot, channel);
        if (reply instanceof SlackResult.Refused<ConversationsInfoResponse>(String error, var _)) {
            return !SlackErrors.ofRoom(error);
        }
        if (reply instanceof SlackResult.Done<ConversationsInfoResponse>(ConversationsInfoResponse response)) {
            Conversation channelInfo = response.getChannel();
            return channelInfo == null || channelInfo.isIm() || channelInfo.isMember();
        }
        return true;
    }

    /** What people call a channel; its id where Slack does not tell. */
    public String name(SlackBot bot, String channel) {
        Optional<String> name = info(bot, channel)
                        instanceof SlackResult.Done<ConversationsInfoResponse>(ConversationsInfoResponse response)
                ? Optional.ofNullable(response.getChannel()).map(Conversation::getName)
                : Optional.empty();
        return name.map(found -> "#" + found).orElse(channel);
    }

    /** The channels that a person is in and we may know of. */
    public Set<String> of(SlackBot bot, String person) {
        Set<String> channels = new HashSet<>();
        String cursor = "";
        for (int page = 0; page < PAGES; page++) {
            String from = cursor;
            SlackResult<UsersConversationsResponse> reply = api.call(
                    bot.token(),
                    methods -> methods.usersConversations(r -> r.user(person)
                            .types(new ArrayList<>(
                                    List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL)))
                            .excludeArchived(true)
                            .limit(999)
                            .cursor(from.isEmpty() ? null : from)));
            if (!(reply instanceof SlackResult.Done<UsersConversationsResponse>(UsersConversationsResponse response))) {
                return channels;
            }
            response.getChannels().forEach(channel -> channels.add(channel.getId()));
            cursor = response.getResponseMetadata() == null
                            || response.getResponseMetadata().getNextCursor() == null
                    ? ""
                    : response.getResponseMetadata().getNextCursor();
            if (cursor.isEmpty()) {
                return channels;
            }
        }
        return channels;
    }

    SlackResult<ConversationsInfoResponse> info(SlackBot bot, String channel) {
        return api.call(bot.token(), methods -> methods.conversationsInfo(r -> r.channel(channel)));
    }
}
