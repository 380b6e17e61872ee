package dev.tunewise.slack.handle;

import static dev.tunewise.slack.decode.SlackEvent.id;
import static dev.tunewise.slack.decode.SlackEvent.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.slack.decode.SlackEvent;
import dev.tunewise.slack.decode.SlackInteraction;
import dev.tunewise.slack.decode.SlackRequest;
import dev.tunewise.slack.install.UninstallHandler;

/** Finds who handles a request that was verified and acknowledged at the door. */
public record SlackDispatcher(
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
        switch (request) {
            case SlackEvent event -> happened(event);
            case SlackInteraction done -> done(done);
            case SlackRequest.Challenge _ -> {}
        }
    }

    private void done(SlackInteraction done) {
        switch (done.type()) {
            case SlackInteraction.CLICK -> clicks.clicked(done);
            case SlackInteraction.WINDOW -> clicks.submitted(done);
            case SlackInteraction.COMMAND -> commands.given(done);
            case SlackInteraction.SHORTCUT -> commands.asked(done);
            default -> {}
        }
    }

    private void happened(SlackEvent happened) {
        JsonNode event = happened.event();
        switch (happened.type()) {
            case "message" -> message(happened, event);
            case "app_mention" -> messages.written(SlackMessageHandler.Written.of(happened, event));
            case "app_home_opened" ->
                home.opened(happened.person(id(event, "user")), text(event, "tab"), id(event, "channel"));
            case "app_uninstalled" -> removals.removed(happened.workspace(), happened.at());
            case "tokens_revoked" -> {
                if (!event.at("/tokens/bot").isEmpty()) {
                    removals.removed(happened.workspace(), happened.at());
                }
            }
            case "channel_deleted", "group_deleted" ->
                messages.channelDeleted(happened.workspace(), id(event, "channel"), happened.at());
            case "user_change" -> messages.left(happened.workspace(), id(event.path("user"), "id"), happened.at());
            case "channel_shared", "channel_unshared" ->
                messages.sharing(happened.workspace(), id(event, "channel"), id(event, "event_ts"), happened.at());
            default -> {}
        }
    }

    private void message(SlackEvent happened, JsonNode event) {
        JsonNode changed = event.path("message");
        String edited = id(changed.path("edited"), "ts");
        switch (text(event, "subtype")) {
            case "message_deleted" -> deleted(happened, id(event, "deleted_ts"), event.path("previous_message"));
            case "message_changed" -> {
                if (text(changed, "subtype").equals(TOMBSTONE)) {
                    deleted(happened, id(changed, "ts"), changed);
                } else if (!edited.isEmpty()) {
                    // Previews of links and reactions change messages too; only an edit carries who edited it and when.
                    messages.corrected(SlackMessageHandler.Written.of(happened, changed), edited);
                }
            }
            case "channel_convert_to_private", "channel_convert_to_public" ->
                messages.sharing(happened.workspace(), id(event, "channel"), id(event, "event_ts"), happened.at());
            default -> messages.written(SlackMessageHandler.Written.of(happened, event));
        }
    }

    private void deleted(SlackEvent happened, String timestamp, JsonNode before) {
        String room = id(happened.event(), "channel");
        messages.deleted(happened.workspace(), room, timestamp, id(before, "thread_ts"), happened.at());
    }
}
