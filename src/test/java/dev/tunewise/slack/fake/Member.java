package dev.tunewise.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.tunewise.slack.fake.Workspace.Channel;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.slack.fake.Workspace.Whisper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Somebody who uses Slack. Everything returns the HTTP status with which the app acknowledged it. */
public final class Member {
    private final FakeSlack slack;
    private final String id;
    private final String name;
    private final String team;

    Member(FakeSlack slack, String id, String name, String team) {
        this.slack = slack;
        this.id = id;
        this.name = name;
        this.team = team;
    }

    public String id() {
        return id;
    }

    /** The direct message with the bot. */
    public String direct() {
        return "D" + id;
    }

    /** Gives a slash command. */
    public int slash(String channel, String text) {
        JsonObject fields = new JsonObject();
        fields.addProperty("token", "legacy");
        fields.addProperty("team_id", team);
        fields.addProperty("team_domain", "acme");
        fields.addProperty("channel_id", channel);
        fields.addProperty("channel_name", "general");
        fields.addProperty("user_id", id);
        fields.addProperty("user_name", name.toLowerCase(java.util.Locale.ROOT));
        fields.addProperty("command", "/tunewise");
        fields.addProperty("text", text);
        fields.addProperty("api_app_id", "A1");
        fields.addProperty("is_enterprise_install", "false");
        fields.addProperty("response_url", slack.api().responseUrl(channel, id));
        fields.addProperty("trigger_id", slack.api().trigger());
        return slack.line().command(fields);
    }

    /** Writes a message; the bot hears it where it is a member, and once more when it is mentioned. */
    public Message say(String channel, String thread, String text) {
        Message message = slack.workspace().post(channel, thread, id, text, new JsonArray());
        deliver(message);
        return message;
    }

    /** Forwards somebody's message with a remark, which may be empty. */
    public Message forward(String channel, String thread, String remark, Member author, String text) {
        JsonObject attachment = new JsonObject();
        attachment.addProperty("is_msg_unfurl", true);
        attachment.addProperty("is_share", true);
        attachment.addProperty("author_id", author.id);
        attachment.addProperty("text", text);
        JsonArray attachments = new JsonArray();
        attachments.add(attachment);
        Message message = slack.workspace().post(channel, thread, id, remark, new JsonArray());
        deliver(message, attachments);
        return message;
    }

    /** Delivers a message as Slack does; again for a retry. */
    public void deliver(Message message) {
        deliver(message, new JsonArray());
    }

    private void deliver(Message message, JsonArray attachments) {
        Channel channel = slack.workspace().channel(message.channel()).orElseThrow();
        if (!channel.members().contains(FakeSlack.BOT)) {
            return;
        }
        JsonObject event = messageEvent(message, "message");
        event.add("attachments", attachments);
        event.addProperty("channel_type", channel.direct() ? "im" : "channel");
        slack.event(event);
        if (!channel.direct() && message.text().contains("<@" + FakeSlack.BOT + ">")) {
            slack.event(messageEvent(message, "app_mention"));
        }
    }

    private JsonObject messageEvent(Message message, String type) {
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.addProperty("user", id);
        event.addProperty("team", team);
        event.addProperty("channel", message.channel());
        event.addProperty("text", message.text());
        event.addProperty("ts", message.ts());
        event.addProperty("event_ts", message.ts());
        if (!message.thread().isEmpty()) {
            event.addProperty("thread_ts", message.thread());
        }
        return event;
    }

    /** Corrects a message. */
    public int edit(Message message, String text) {
        String now = slack.workspace().timestamp();
        slack.workspace().edit(message.channel(), message.ts(), text, new JsonArray());
        JsonObject inner = messageEvent(
                new Message(message.channel(), message.ts(), message.thread(), id, text, new JsonArray(), 1),
                "message");
        JsonObject edited = new JsonObject();
        edited.addProperty("user", id);
        edited.addProperty("ts", now);
        inner.add("edited", edited);
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("subtype", "message_changed");
        event.addProperty("channel", message.channel());
        event.addProperty("channel_type", "channel");
        event.addProperty("hidden", true);
        event.add("message", inner);
        event.addProperty("ts", now);
        event.addProperty("event_ts", now);
        return slack.event(event);
    }

    /** Deletes a message; in a thread that others stand in too its first message leaves a tombstone. */
    public int delete(Message message) {
        String now = slack.workspace().timestamp();
        boolean root = message.ts().equals(message.thread());
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("channel", message.channel());
        event.addProperty("channel_type", "channel");
        event.addProperty("hidden", true);
        event.addProperty("ts", now);
        event.addProperty("event_ts", now);
        JsonObject before = messageEvent(message, "message");
        event.add("previous_message", before);
        if (root) {
            JsonObject tombstone = before.deepCopy();
            tombstone.addProperty("subtype", "tombstone");
            tombstone.addProperty("user", "USLACKBOT");
            tombstone.addProperty("text", "This message was deleted.");
            event.addProperty("subtype", "message_changed");
            event.add("message", tombstone);
        } else {
            event.addProperty("subtype", "message_deleted");
            event.addProperty("deleted_ts", message.ts());
        }
        return slack.event(event);
    }

    /** Clicks the button with this label, or the entry of a menu. */
    public int click(Message message, String label) {
        for (JsonElement block : message.blocks()) {
            Optional<JsonObject> action = Clicks.find(block.getAsJsonObject(), label);
            if (action.isPresent()) {
                return slack.line().interaction(onMessage(message, action.get(), new JsonObject()));
            }
        }
        throw new AssertionError("no \"" + label + "\" in " + message.blocks());
    }

    /** Clicks a button of a message for this person alone; Slack then sends no message along, since nobody else has it. */
    public int click(Whisper whisper, String label) {
        for (JsonElement block : whisper.blocks()) {
            Optional<JsonObject> action = Clicks.find(block.getAsJsonObject(), label);
            if (action.isPresent()) {
                Message seen = new Message(
                        whisper.channel(), slack.workspace().timestamp(), "", FakeSlack.BOT, "", whisper.blocks(), 0);
                JsonObject payload = onMessage(seen, action.get(), new JsonObject());
                payload.remove("message");
                payload.getAsJsonObject("container").addProperty("is_ephemeral", true);
                return slack.line().interaction(payload);
            }
        }
        throw new AssertionError("no \"" + label + "\" in " + whisper.blocks());
    }

    /** Presses the button with this id; several of a card may say the same. */
    public int press(Message message, String actionId) {
        for (JsonElement block : message.blocks()) {
            Optional<JsonObject> action = Clicks.button(block.getAsJsonObject(), actionId);
            if (action.isPresent()) {
                return slack.line().interaction(onMessage(message, action.get(), new JsonObject()));
            }
        }
        throw new AssertionError("no " + actionId + " in " + message.blocks());
    }

    /** Chooses several values in the field of a card and clicks a button beside it. */
    public int choose(Message message, Map<String, Boolean> labels, String button) {
        JsonObject values = Clicks.chosen(message.blocks(), labels);
        for (JsonElement block : message.blocks()) {
            Optional<JsonObject> action = Clicks.find(block.getAsJsonObject(), button);
            if (action.isPresent()) {
                return slack.line().interaction(onMessage(message, action.get(), values));
            }
        }
        throw new AssertionError("no \"" + button + "\" in " + message.blocks());
    }

    private JsonObject onMessage(Message message, JsonObject action, JsonObject values) {
        JsonObject payload = interaction("block_actions");
        JsonObject container = new JsonObject();
        container.addProperty("type", "message");
        container.addProperty("message_ts", message.ts());
        container.addProperty("channel_id", message.channel());
        container.addProperty("is_ephemeral", false);
        if (!message.thread().isEmpty()) {
            container.addProperty("thread_ts", message.thread());
        }
        JsonObject channel = new JsonObject();
        channel.addProperty("id", message.channel());
        channel.addProperty("name", "general");
        JsonObject shown = new JsonObject();
        shown.addProperty("type", "message");
        shown.addProperty("user", FakeSlack.BOT);
        shown.addProperty("ts", message.ts());
        shown.addProperty("text", message.text());
        shown.add("blocks", message.blocks());
        JsonObject state = new JsonObject();
        state.add("values", values);
        payload.add("container", container);
        payload.add("channel", channel);
        payload.add("message", shown);
        payload.add("state", state);
        payload.addProperty("response_url", slack.api().responseUrl(message.channel(), id));
        payload.add("actions", actions(action));
        return payload;
    }

    private JsonArray actions(JsonObject action) {
        action.addProperty("action_ts", slack.workspace().timestamp());
        JsonArray actions = new JsonArray();
        actions.add(action);
        return actions;
    }

    /** Clicks something in the newest window. */
    public int clickInWindow(String label) {
        return clickIn(slack.workspace().views().getLast().json(), label);
    }

    /** Clicks something in the Home tab. */
    public int clickAtHome(String label) {
        return clickIn(slack.workspace().home(id).orElseThrow(), label);
    }

    private int clickIn(JsonObject view, String label) {
        for (JsonElement block : view.getAsJsonArray("blocks")) {
            Optional<JsonObject> action = Clicks.find(block.getAsJsonObject(), label);
            if (action.isPresent()) {
                return slack.line().interaction(onView(view, action.get()));
            }
        }
        throw new AssertionError("no \"" + label + "\" in " + view);
    }

    /** Chooses a conversation in the Home tab. */
    public int chooseAtHome(String channel) {
        JsonObject view = slack.workspace().home(id).orElseThrow();
        for (JsonElement block : view.getAsJsonArray("blocks")) {
            JsonObject object = block.getAsJsonObject();
            if (object.has("accessory")
                    && object.getAsJsonObject("accessory")
                            .get("type")
                            .getAsString()
                            .equals("conversations_select")) {
                JsonObject action = Clicks.of(object, object.getAsJsonObject("accessory"));
                action.addProperty("selected_conversation", channel);
                return slack.line().interaction(onView(view, action));
            }
        }
        throw new AssertionError("no conversation to choose in " + view);
    }

    private JsonObject onView(JsonObject view, JsonObject action) {
        JsonObject payload = interaction("block_actions");
        JsonObject container = new JsonObject();
        container.addProperty("type", "view");
        container.addProperty("view_id", "V1");
        payload.add("container", container);
        payload.add("view", shown(view, new JsonObject()));
        payload.add("actions", actions(action));
        return payload;
    }

    private JsonObject shown(JsonObject view, JsonObject values) {
        JsonObject shown = view.deepCopy();
        JsonObject state = new JsonObject();
        state.add("values", values);
        shown.add("state", state);
        shown.addProperty("id", slack.workspace().id("V"));
        shown.addProperty("hash", slack.workspace().timestamp());
        shown.addProperty("team_id", FakeSlack.TEAM);
        shown.addProperty("app_installed_team_id", FakeSlack.TEAM);
        if (!shown.has("private_metadata")) {
            shown.addProperty("private_metadata", "");
        }
        return shown;
    }

    /** Fills the newest window in, by the labels of its fields, and sends it. */
    public int submit(Map<String, String> filled) {
        JsonObject view = slack.workspace().views().getLast().json();
        JsonObject payload = interaction("view_submission");
        payload.add("view", shown(view, Clicks.filled(view.getAsJsonArray("blocks"), new LinkedHashMap<>(filled))));
        payload.add("response_urls", new JsonArray());
        return slack.line().interaction(payload);
    }

    /** Uses the shortcut on a message. */
    public int shortcut(Message message) {
        JsonObject payload = interaction("message_action");
        payload.addProperty("callback_id", "ask-about-message");
        payload.addProperty("message_ts", message.ts());
        payload.addProperty("action_ts", slack.workspace().timestamp());
        payload.addProperty("response_url", slack.api().responseUrl(message.channel(), id));
        JsonObject channel = new JsonObject();
        channel.addProperty("id", message.channel());
        channel.addProperty("name", "general");
        payload.add("channel", channel);
        JsonObject pointedAt = messageEvent(message, "message");
        pointedAt.addProperty("user", message.user());
        payload.add("message", pointedAt);
        return slack.line().interaction(payload);
    }

    /** Opens a tab of the app. */
    public int open(String tab) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "app_home_opened");
        event.addProperty("user", id);
        event.addProperty("channel", direct());
        event.addProperty("tab", tab);
        event.addProperty("event_ts", slack.workspace().timestamp());
        return slack.event(event);
    }

    private JsonObject interaction(String type) {
        JsonObject teamOf = new JsonObject();
        teamOf.addProperty("id", team);
        teamOf.addProperty("domain", "acme");
        JsonObject user = new JsonObject();
        user.addProperty("id", id);
        user.addProperty("username", name.toLowerCase(java.util.Locale.ROOT));
        user.addProperty("name", name.toLowerCase(java.util.Locale.ROOT));
        user.addProperty("team_id", team);
        JsonObject payload = new JsonObject();
        payload.addProperty("type", type);
        payload.add("team", teamOf);
        payload.add("user", user);
        payload.addProperty("api_app_id", "A1");
        payload.addProperty("token", "legacy");
        payload.add("enterprise", JsonNull.INSTANCE);
        payload.addProperty("is_enterprise_install", false);
        payload.addProperty("trigger_id", slack.api().trigger());
        return payload;
    }
}
