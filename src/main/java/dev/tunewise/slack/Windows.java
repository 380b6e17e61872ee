package dev.tunewise.slack;

import com.slack.api.methods.SlackApiTextResponse;
import dev.tunewise.chat.Captions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens windows; one that comes too late is told so. */
final class Windows {
    private static final Logger LOG = LoggerFactory.getLogger(Windows.class);

    private final SlackApi api;
    private final Whispers whispers;

    Windows(SlackApi api, Whispers whispers) {
        this.api = api;
        this.whispers = whispers;
    }

    /** Opens a window, on top of the one that was clicked in. */
    void open(Bot bot, Click click, String view) {
        Reply<? extends SlackApiTextResponse> reply = click.window()
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
        if (reply instanceof Reply.Done<?>) {
            return;
        }
        LOG.warn("A window could not be opened: {}", reply);
        whispers.tell(bot, click.person(), click.room(), click.thread(), Captions.CLICK_AGAIN);
    }
}
