package dev.tunewise.slack.handle;

import static dev.tunewise.slack.decode.SlackEvent.inner;
import static dev.tunewise.slack.decode.SlackEvent.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import dev.tunewise.diagnostics.log.FailureLine;
import dev.tunewise.session.inbox.Unreadable;
import dev.tunewise.slack.decode.SlackEvent;
import dev.tunewise.slack.decode.SlackRequest;
import dev.tunewise.slack.install.UninstallHandler;

/**
 * Finds who handles a request; the handlers translate for the desks. Verification, authorization and acknowledgement have happened at the door,
 * so Bolt lends its classes of requests here, and none of its middleware.
 */
public record BoltDispatcher(
        SlackMessageHandler messages,
        SlashCommandHandler commands,
        InteractionRouter clicks,
        HomeTabHandler home,
        UninstallHandler removals) {
    /** Subtype of what stays of a deleted message in whose thread others stand. */
    private static final String TOMBSTONE = "tombstone";

    /**
     * Works off one request; what it throws means that it should be tried again.
     *
     * @throws Unreadable if it is not what Slack says it sends
     */
    public void work(SlackRequest request) {
        try {
            switch (request) {
                case SlackEvent event -> happened(event);
                case SlackRequest.Interaction(Request<?> bolt) -> done(bolt);
                case SlackRequest.Challenge _ -> {}
            }
        } catch (NullPointerException missing) {
            // Slack leaves out no such field, so no later try would find it.
            throw new Unreadable("a field is missing: " + FailureLine.of(missing));
        }
    }

    private void done(Request<?> bolt) {
        switch (bolt) {
            case BlockActionRequest click -> clicks.clicked(click.getPayload());
            case ViewSubmissionRequest filled -> clicks.submitted(filled.getPayload());
            case SlashCommandRequest typed -> commands.given(typed.getPayload());
            case MessageShortcutRequest chosen -> commands.asked(chosen.getPayload());
            default -> {}
        }
    }

    private void happened(SlackEvent happened) {
        JsonObject event = happened.event();
        switch (happened.type()) {
            case "message" -> message(happened, event);
            case "app_mention" -> messages.written(SlackMessageHandler.Written.of(happened, event));
            case "app_home_opened" ->
                home.opened(happened.person(text(event, "user")), text(event, "tab"), text(event, "channel"));
            case "app_uninstalled" -> removals.removed(happened.workspace(), happened.at());
            case "tokens_revoked" -> {
                if (inner(event, "tokens").get("bot") instanceof JsonArray bots && !bots.isEmpty()) {
                    removals.removed(happened.workspace(), happened.at());
                }
            }
            case "channel_deleted", "group_deleted" ->
                messages.channelDeleted(happened.workspace(), text(event, "channel"), happened.at());
            case "channel_shared", "channel_unshared" ->
                messages.sharing(
                        happened.workspace(), text(event, "channel"), text(event, "event_ts"), happened.at());
            default -> {}
        }
    }

    private void message(SlackEvent happened, JsonObject event) {
        JsonObject changed = inner(event, "message");
        String edited = text(inner(changed, "edited"), "ts");
        switch (text(event, "subtype")) {
            case "message_deleted" -> deleted(happened, text(event, "deleted_ts"), inner(event, "previous_message"));
            case "message_changed" -> {
                if (text(changed, "subtype").equals(TOMBSTONE)) {
                    deleted(happened, text(changed, "ts"), changed);
                } else if (!edited.isEmpty()) {
                    // Previews of links and reactions change messages too; only an edit carries who edited it and when.
                    messages.corrected(SlackMessageHandler.Written.of(happened, changed), edited);
                }
            }
            default -> messages.written(SlackMessageHandler.Written.of(happened, event));
        }
    }

    private void deleted(SlackEvent happened, String timestamp, JsonObject before) {
        String room = text(happened.event(), "channel");
        messages.deleted(happened.workspace(), room, timestamp, text(before, "thread_ts"), happened.at());
    }
}
