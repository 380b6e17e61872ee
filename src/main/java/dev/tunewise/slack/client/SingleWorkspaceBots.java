package dev.tunewise.slack.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.channel.MonotonicClock;
import dev.tunewise.diagnostics.log.QuietLog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one workspace whose token stands in the configuration. Slack is asked once who we are there. */
public final class SingleWorkspaceBots implements SlackBots {
    private static final Logger LOG = LoggerFactory.getLogger(SingleWorkspaceBots.class);

    private final SlackApi api;
    private final String token;
    private final InstantSource clock;
    private final QuietLog quiet = new QuietLog();
    private volatile @Nullable SlackBot bot;
    private Instant refusedUntil = Instant.EPOCH;

    public SingleWorkspaceBots(SlackApi api, String token, InstantSource clock) {
        this.api = api;
        this.token = token;
        this.clock = new MonotonicClock(clock);
    }

    @Override
    public Optional<SlackBot> find(String workspace) {
        SlackBot known = bot;
        return known != null ? Optional.of(known) : ask();
    }

    private synchronized Optional<SlackBot> ask() {
        SlackBot known = bot;
        if (known != null) {
            return Optional.of(known);
        }
        if (clock.instant().isBefore(refusedUntil)) {
            return Optional.empty();
        }
        SlackResult<JsonNode> reply = api.call(token, "auth.test", Map.of());
        if (reply instanceof SlackResult.Done<JsonNode>(JsonNode me)) {
            SlackBot found = SlackBot.of(token, me);
            bot = found;
            return Optional.of(found);
        }
        if (reply instanceof SlackResult.Refused<JsonNode>(String error, var _)) {
            quiet.say(() -> LOG.error(
                    "Slack refuses the bot token (tunewise.slack.bot-token): {}. Install the app again and copy the"
                            + " token.",
                    error));
            refusedUntil = clock.instant().plusSeconds(5);
            return Optional.empty();
        }
        // Slack cannot be reached now; calls with the token will say so themselves.
        return Optional.of(new SlackBot(token, "", "Tunewise", ""));
    }

    @Override
    public boolean gone(String workspace) {
        return false;
    }

    @Override
    public void expired(String workspace) {
        bot = null;
    }
}
