package dev.tunewise.slack.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.chat.Captions;
import dev.tunewise.diagnostics.log.QuietLog;
import dev.tunewise.slack.client.SlackApi;
import dev.tunewise.slack.client.SlackBot;
import dev.tunewise.slack.client.SlackResult;
import dev.tunewise.slack.decode.SlackClick;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens windows; one that comes too late is told so. */
public record Modals(SlackApi api, EphemeralMessages whispers) {
    private static final Logger LOG = LoggerFactory.getLogger(Modals.class);
    private static final QuietLog QUIET = new QuietLog();

    /** Opens a window, on top of the one that was clicked in. */
    public void open(SlackBot bot, SlackClick click, String view) {
        SlackResult<JsonNode> reply = api.call(
                bot.token(),
                click.window() ? "views.push" : "views.open",
                Map.of("trigger_id", click.trigger(), "view", view));
        if (reply instanceof SlackResult.Done<?>) {
            return;
        }
        QUIET.say(unsaid -> LOG.warn("A window could not be opened: {}; {} more since the last line", reply, unsaid));
        whispers.tell(bot, click.person(), click.room(), click.thread(), Captions.CLICK_AGAIN);
    }
}
