package dev.tunewise.slack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
        return switch (info(bot, channel)) {
            case SlackResult.Refused<JsonNode>(String error, var _) -> !SlackErrors.ofRoom(error);
            case SlackResult.Done<JsonNode>(JsonNode response) -> {
                JsonNode found = response.path("channel");
                yield found.isMissingNode()
                        || found.path("is_im").asBoolean()
                        || found.path("is_member").asBoolean();
            }
            default -> true;
        };
    }

    /** What people call a channel; its id where Slack does not tell. */
    public String name(SlackBot bot, String channel) {
        return info(bot, channel)
                .done()
                .map(found -> found.path("channel").path("name").asText(""))
                .filter(name -> !name.isEmpty())
                .map(name -> "#" + name)
                .orElse(channel);
    }

    /** The channels that a person is in and we may know of. */
    public Set<String> of(SlackBot bot, String person) {
        Map<String, String> fields =
                Map.of("user", person, "types", "public_channel,private_channel", "exclude_archived", "true");
        return api.list(bot.token(), "users.conversations", fields, "channels", PAGES)
                .map(channel -> channel.path("id").asText())
                .collect(Collectors.toSet());
    }

    SlackResult<JsonNode> info(SlackBot bot, String channel) {
        return api.call(bot.token(), "conversations.info", Map.of("channel", channel));
    }
}
