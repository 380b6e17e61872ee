package dev.tunewise.teams.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.teams.fake.FakeTeams.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody in Teams who types and clicks as the client does. */
public final class Member {
    private final FakeTeams teams;
    private final Line line;
    private final String id;
    private final String name;

    public Member(FakeTeams teams, Line line, String id, String name) {
        this.teams = teams;
        this.line = line;
        this.id = id;
        this.name = name;
    }

    /** Types without a mention. */
    public String say(String conversation, String text) {
        return message(conversation, text, false);
    }

    /** Types with a mention of the bot before the text. */
    public String mention(String conversation, String text) {
        return message(conversation, "<at>Tunewise</at> " + text, true);
    }

    /** Begins a post in a channel with a mention; gives the conversation of its thread. */
    public String post(String channel, String text) {
        String root = teams.nextId();
        ObjectNode activity = activity("message", channel + ";messageid=" + root);
        activity.put("id", root).put("text", "<at>Tunewise</at>&nbsp;" + text).put("textFormat", "xml");
        entity(activity);
        send(activity);
        return channel + ";messageid=" + root;
    }

    /** Edits a message. */
    public void edit(String conversation, String message, String text) {
        ObjectNode activity = activity("messageUpdate", conversation);
        activity.put("id", message).put("text", text);
        ((ObjectNode) activity.path("channelData")).put("eventType", "editMessage");
        send(activity);
    }

    /** Deletes a message. */
    public void delete(String conversation, String message) {
        ObjectNode activity = activity("messageDelete", conversation);
        activity.put("id", message);
        ((ObjectNode) activity.path("channelData")).put("eventType", "softDeleteMessage");
        send(activity);
    }

    /** Deletes a channel, or a team, which Teams tells in a conversation of its own. */
    public void deletePlace(String eventType, String channel) {
        ObjectNode activity = activity("conversationUpdate", FakeTeams.CHANNEL);
        ObjectNode data = (ObjectNode) activity.path("channelData");
        data.put("eventType", eventType).putObject("channel").put("id", channel);
        send(activity);
    }

    private String message(String conversation, String text, boolean mention) {
        ObjectNode activity = activity("message", conversation);
        activity.put("text", text);
        if (mention) {
            entity(activity);
        }
        send(activity);
        return activity.path("id").asText();
    }

    /** A slash command, which only its author sees. */
    public void slash(String conversation, String text) {
        ObjectNode activity = activity("message", conversation);
        activity.put("text", text);
        ((ObjectNode) activity.path("recipient")).put("isTargeted", true);
        send(activity);
    }

    private static void entity(ObjectNode activity) {
        ObjectNode mention = activity.withArray("entities").addObject();
        mention.put("type", "mention").put("text", "<at>Tunewise</at>");
        mention.putObject("mentioned").put("id", FakeTeams.BOT).put("name", "Tunewise");
        activity.withArray("entities")
                .addObject()
                .put("type", "ProductInfo")
                .putObject("news")
                .put("x", 1);
    }

    /** Clicks a button, wherever on the card; gives the answer in the body. */
    public JsonNode click(Message card, String title) {
        return click(card, title, Map.of());
    }

    /** Fills fields in by their labels and clicks a button. */
    public JsonNode click(Message card, String title, Map<String, String> fields) {
        return execute(card, data(card.card(), title, fields)).body();
    }

    /** Clicks as a client without `Action.Execute` does. */
    public void submit(Message card, String title, Map<String, String> fields) {
        ObjectNode activity = activity("message", card.conversation());
        activity.set("value", data(card.card(), title, fields));
        activity.put("replyToId", card.id());
        send(activity);
    }

    /** Sends the data of a click from some conversation. */
    public Line.Answer execute(Message card, JsonNode data) {
        ObjectNode activity = activity("invoke", card.conversation());
        activity.put("name", "adaptiveCard/action").put("replyToId", card.id());
        ObjectNode action = activity.putObject("value").putObject("action");
        action.put("type", "Action.Execute").put("verb", "tunewise").set("data", data);
        return send(activity);
    }

    /** Opens a dialog. */
    public JsonNode open(Message card, String title) {
        ObjectNode activity = activity("invoke", card.conversation());
        activity.put("name", "task/fetch").put("replyToId", card.id());
        activity.putObject("value").set("data", data(card.card(), title, Map.of()));
        return send(activity).body();
    }

    /** Sends a dialog. */
    public JsonNode send(String conversation, JsonNode dialog, Map<String, String> fields) {
        JsonNode card = dialog.path("task").path("value").path("card").path("content");
        ObjectNode activity = activity("invoke", conversation);
        activity.put("name", "task/submit");
        activity.putObject("value").set("data", data(card, "Send", fields));
        return send(activity).body();
    }

    /** Answers the offer of a file; where it goes is what Teams would say. */
    public Line.Answer consent(Message offer, boolean accepted, String uploadUrl) {
        JsonNode attachment = offer.activity().path("attachments").path(0);
        ObjectNode activity = activity("invoke", offer.conversation());
        activity.put("name", "fileConsent/invoke").put("replyToId", offer.id());
        ObjectNode value =
                activity.putObject("value").put("type", "fileUpload").put("action", accepted ? "accept" : "decline");
        value.set("context", attachment.path("content").path(accepted ? "acceptContext" : "declineContext"));
        if (accepted) {
            value.putObject("uploadInfo")
                    .put("name", attachment.path("name").asText())
                    .put("uploadUrl", uploadUrl)
                    .put("contentUrl", "https://example-my.sharepoint.com/personal/ana/consultation.md")
                    .put("uniqueId", "unique")
                    .put("fileType", "md");
        }
        return send(activity);
    }

    /** Any invoke. */
    public Line.Answer invoke(String conversation, String name, JsonNode value) {
        ObjectNode activity = activity("invoke", conversation);
        activity.put("name", name).set("value", value);
        return send(activity);
    }

    /** The app is removed. */
    public void remove(String conversation) {
        send(activity("installationUpdate", conversation).put("action", "remove"));
    }

    /** The team loses this member, and says so. */
    public void leave(String conversation) {
        ObjectNode update = activity("conversationUpdate", conversation);
        update.withArray("membersRemoved").addObject().put("id", id);
        send(update);
    }

    /** The app is installed. */
    public void install(String conversation) {
        send(activity("installationUpdate", conversation).put("action", "add"));
        ObjectNode update = activity("conversationUpdate", conversation);
        update.withArray("membersAdded").addObject().put("id", FakeTeams.BOT);
        send(update);
    }

    /** An activity as Teams sends it. */
    public ObjectNode activity(String type, String conversation) {
        ObjectNode activity = FakeTeams.object();
        activity.put("type", type).put("id", teams.nextId()).put("channelId", "msteams");
        activity.put("timestamp", teams.now().toString()).put("serviceUrl", teams.serviceUrl());
        activity.putObject("from").put("id", id).put("name", name).put("aadObjectId", "aad-" + id);
        activity.putObject("recipient").put("id", FakeTeams.BOT).put("name", "Tunewise");
        String kind = conversation.contains("@thread.tacv2")
                ? "channel"
                : conversation.startsWith("19:") ? "groupChat" : "personal";
        ObjectNode where = activity.putObject("conversation");
        where.put("id", conversation).put("conversationType", kind).put("tenantId", FakeTeams.TENANT);
        ObjectNode data = activity.putObject("channelData");
        data.putObject("tenant").put("id", FakeTeams.TENANT);
        if (kind.equals("channel")) {
            data.putObject("team").put("id", FakeTeams.TEAM);
        }
        return activity;
    }

    /** Sends an activity. */
    public Line.Answer send(ObjectNode activity) {
        return line.send(activity.toString(), teams.authorization());
    }

    /** The data of a button with the fields around it, as the client merges them. */
    public static ObjectNode data(JsonNode card, String title, Map<String, String> fields) {
        JsonNode action = find(card, title);
        ObjectNode data = action.path("data").deepCopy();
        if (!action.path("associatedInputs").asText("").equals("none")) {
            inputs(card).forEach(input -> data.put(input.path("id").asText(), value(input, fields)));
        }
        return data;
    }

    private static String value(JsonNode input, Map<String, String> fields) {
        String label = input.path("label").asText();
        if (!fields.containsKey(label)) {
            return input.path("value").asText("");
        }
        List<String> values = new ArrayList<>();
        for (String chosen : fields.get(label).split("\\|")) {
            String value = chosen;
            for (JsonNode choice : input.path("choices")) {
                String title = choice.path("title").asText();
                if (title.equalsIgnoreCase(chosen) || title.startsWith(chosen + ": ")) {
                    value = choice.path("value").asText();
                }
            }
            values.add(value);
        }
        return String.join(",", values);
    }

    /** All inputs of a card. */
    public static List<JsonNode> inputs(JsonNode card) {
        List<JsonNode> found = new ArrayList<>();
        walk(card, found, "Input.");
        return found;
    }

    /** All actions of a card. */
    public static List<JsonNode> actions(JsonNode card) {
        List<JsonNode> found = new ArrayList<>();
        walk(card, found, "Action.");
        return found;
    }

    private static void walk(JsonNode node, List<JsonNode> found, String type) {
        if (node.path("type").asText("").startsWith(type)) {
            found.add(node);
        }
        if (node.isObject()) {
            node.properties().stream()
                    .filter(field -> !field.getKey().equals("fallback"))
                    .forEach(field -> walk(field.getValue(), found, type));
        } else {
            node.forEach(child -> walk(child, found, type));
        }
    }

    private static JsonNode find(JsonNode card, String title) {
        return actions(card).stream()
                .filter(action -> action.path("title").asText().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button \"" + title + "\" on " + card));
    }
}
