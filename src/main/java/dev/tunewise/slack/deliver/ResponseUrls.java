package dev.tunewise.slack.deliver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tunewise.slack.block.BlockKit;
import dev.tunewise.slack.block.RenderedMessage;
import dev.tunewise.slack.client.SlackApi;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The addresses on which Slack takes private answers to a person in a channel, also where we are no member: good for five answers within thirty
 * minutes. They live in memory only; losing them costs a private answer, never the consultation.
 */
public final class ResponseUrls {
    private static final Set<String> HOSTS = Set.of("hooks.slack.com", "hooks.slack-gov.com");
    private static final int USES = 5;
    private static final Duration KEPT = Duration.ofMinutes(29);

    private final SlackApi api;
    private final String own;
    private final Cache<String, Left> urls =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();

    private record Left(String url, AtomicInteger uses) {}

    /** `apiUrl`: where Slack's methods are; the addresses may lie there too, for a Slack of our own. */
    public ResponseUrls(SlackApi api, String apiUrl) {
        this.api = api;
        this.own = authority(apiUrl);
    }

    /** What a person is told privately goes to Slack alone, whoever wrote the address. */
    private boolean trusted(String url) {
        String authority = authority(url);
        return (url.startsWith("https://") && HOSTS.contains(authority)) || (!own.isEmpty() && own.equals(authority));
    }

    /** Host and port; empty where there is none, or somebody's name before it. */
    private static String authority(String url) {
        try {
            URI address = new URI(url);
            String scheme = String.valueOf(address.getScheme());
            boolean plain = address.getRawUserInfo() == null && scheme.startsWith("http");
            return plain && address.getRawAuthority() != null
                    ? address.getRawAuthority().toLowerCase(Locale.ROOT)
                    : "";
        } catch (URISyntaxException none) {
            return "";
        }
    }

    /** Keeps the address that came with a command, click or shortcut. */
    public void keep(String room, String person, @Nullable String url) {
        if (url != null && trusted(url)) {
            urls.put(key(room, person), new Left(url, new AtomicInteger(USES)));
        }
    }

    /** Answers a person privately; false when there is no address left that works. */
    public boolean answer(String room, String person, RenderedMessage message) {
        Left left = urls.getIfPresent(key(room, person));
        if (left == null || left.uses().getAndDecrement() <= 0) {
            return false;
        }
        ObjectNode body = BlockKit.object()
                .put("response_type", "ephemeral")
                .put("replace_original", false)
                .put("text", message.text());
        if (message.hasBlocks()) {
            body.set("blocks", message.array());
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return api.post(left.url(), "application/json; charset=utf-8", bytes) == 200;
    }

    private static String key(String room, String person) {
        return room + "/" + person;
    }
}
