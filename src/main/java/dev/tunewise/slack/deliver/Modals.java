package dev.tunewise.slack.deliver;

import com.slack.api.methods.SlackApiTextResponse;
import dev.tunewise.chat.Captions;
import dev.tunewise.slack.client.SlackApi;
import dev.tunewise.slack.client.SlackBot;
import dev.tunewise.slack.client.SlackResult;
import dev.tunewise.slack.decode.SlackClick;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens windows; one that comes too late is told so. */
public record Modals(SlackApi api, EphemeralMessages whispers) {
    private static final Logger LOG = LoggerFactory.getLogger(Modals.class);

    /** Opens a window, on top of the one that was clicked in. */
    public void open(SlackBot bot, SlackClick click, String view) {
        SlackResult<? extends SlackApiTextResponse> reply = click.window()
                ? api.call(
                        bot.token(),
                        methods -> methods.viewsPush(
                                r -> r.triggerId(click.trigger()).viewAsString(view)))
                : api.call(
                        bot.token(),
                        methods -> methods.viewsOpen(
                                r -> r.triggerId(click.trigger()).viewAsString(view)),
                        response -> response.getResponseMetadata() == null
                                        || response.getResponseMetadata().getMessages() == null
                                ? List.of()
                                : response.getResponseMetadata().getMessages());
        if (reply instanceof SlackResult.Done<?>) {
            return;
        }
        LOG.warn("A window could not be opened: {}", reply);
        whispers.tell(bot, click.person(), click.room(), click.thread(), Captions.CLICK_AGAIN);
    }
}
