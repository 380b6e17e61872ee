package dev.tunewise.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Messages: who may post where, and whether Slack would take the blocks. */
final class ChatMethods {
    private static final Pattern EVERYBODY = Pattern.compile("<!(?:channel|here|everyone|subteam)");

    private final Workspace workspace;
    private final List<String> faults;
    private final Map<String, JsonElement> metadata = new ConcurrentHashMap<>();
    private final Function<Map<String, String>, String> bots;

    ChatMethods(Workspace workspace, List<String> faults, Function<Map<String, String>, String> bots) {
        this.workspace = workspace;
        this.faults = faults;
        this.bots = bots;
    }

    Map<String, JsonElement> metadata() {
        return Map.copyOf(metadata);
    }

    JsonObject postMessage(Map<String, String> form) {
        String channel = form.getOrDefault("channel", "");
        JsonArray blocks = blocks(form);
        JsonObject refused = mayNotPost(channel, form, blocks);
        if (refused != null) {
            return refused;
        }
        String thread = form.getOrDefault("thread_ts", "");
        if (!thread.isEmpty()
                && workspace.messages().stream()
                        .noneMatch(m -> m.ts().equals(thread) && m.thread().isEmpty())) {
            faults.add("chat.postMessage: thread_ts " + thread + " is not the root of a thread");
        }
        Workspace.Message message =
                workspace.post(channel, thread, bots.apply(form), form.getOrDefault("text", ""), blocks);
        if ("true".equals(form.get("reply_broadcast"))) {
            if (thread.isEmpty()) {
                faults.add("chat.postMessage: reply_broadcast without a thread");
            }
            workspace.broadcast(message.ts());
        }
        if (form.containsKey("metadata")) {
            metadata.put(message.ts(), JsonParser.parseString(form.get("metadata")));
        }
        JsonObject answer = WebApi.ok();
        answer.addProperty("channel", channel);
        answer.addProperty("ts", message.ts());
        return answer;
    }

    /** A page of a channel, newest first, or of a thread, oldest first, with the metadata of the app that asks. */
    JsonObject history(Map<String, String> form) {
        String thread = form.getOrDefault("ts", "");
        List<Workspace.Message> all = workspace.messages().stream()
                .filter(message -> message.channel().equals(form.get("channel")))
                .filter(message -> thread.isEmpty()
                        ? message.thread().isEmpty()
                        : message.thread().equals(thread) || message.ts().equals(thread))
                .toList();
        int from = Integer.parseInt(form.getOrDefault("cursor", "0"));
        int to = Math.min(all.size(), from + Integer.parseInt(form.getOrDefault("limit", "100")));
        JsonArray messages = new JsonArray();
        for (Workspace.Message message : (thread.isEmpty() ? all.reversed() : all).subList(from, to)) {
            JsonObject shown = new JsonObject();
            shown.addProperty("ts", message.ts());
            if (metadata.containsKey(message.ts())) {
                shown.add("metadata", metadata.get(message.ts()));
            }
            messages.add(shown);
        }
        JsonObject answer = WebApi.ok();
        answer.add("messages", messages);
        JsonObject more = new JsonObject();
        more.addProperty("next_cursor", to < all.size() ? String.valueOf(to) : "");
        answer.add("response_metadata", more);
        return answer;
    }

    JsonObject update(Map<String, String> form) {
        JsonArray blocks = blocks(form);
        JsonObject refused = mayNotPost(form.getOrDefault("channel", ""), form, blocks);
        if (refused != null) {
            return refused;
        }
        if (form.getOrDefault("text", "").length() > 4_000) {
            return WebApi.error("msg_too_long");
        }
        return workspace.edit(form.get("channel"), form.get("ts"), form.getOrDefault("text", ""), blocks)
                ? WebApi.ok()
                : WebApi.error("message_not_found");
    }

    JsonObject postEphemeral(Map<String, String> form) {
        JsonArray blocks = blocks(form);
        JsonObject refused = mayNotPost(form.getOrDefault("channel", ""), form, blocks);
        if (refused != null) {
            return refused;
        }
        workspace.whisper(new Workspace.Whisper(
                form.get("channel"), form.get("user"), form.getOrDefault("text", ""), blocks, "ephemeral"));
        return WebApi.ok();
    }

    private JsonObject mayNotPost(String channel, Map<String, String> form, JsonArray blocks) {
        if (workspace.people().contains(channel)) {
            return checked(blocks, form);
        }
        Workspace.Channel found = workspace.channel(channel).orElse(null);
        if (found == null) {
            return WebApi.error("channel_not_found");
        }
        if (workspace.archived(channel)) {
            return WebApi.error("is_archived");
        }
        if (!found.members().contains(bots.apply(form))) {
            return WebApi.error("not_in_channel");
        }
        return checked(blocks, form);
    }

    private JsonObject checked(JsonArray blocks, Map<String, String> form) {
        if (form.getOrDefault("text", "").isEmpty()) {
            faults.add("a message without text for notifications and screen readers");
        }
        quiet(form.getOrDefault("text", ""));
        quiet(blocks);
        List<String> broken = BlockRules.faults(blocks, BlockRules.Surface.MESSAGE);
        if (broken.isEmpty()) {
            return null;
        }
        faults.addAll(broken);
        JsonObject answer = WebApi.error("invalid_blocks");
        JsonArray errors = new JsonArray();
        broken.forEach(errors::add);
        answer.add("errors", errors);
        return answer;
    }

    /** Nothing of ours calls everybody in a channel, whoever wrote the words that are in it. */
    private void quiet(String markup) {
        if (EVERYBODY.matcher(markup).find()) {
            faults.add("it calls everybody: " + markup);
        }
    }

    private void quiet(JsonElement element) {
        if (element instanceof JsonArray all) {
            all.forEach(this::quiet);
        } else if (element instanceof JsonObject object) {
            String type = object.has("type") ? object.get("type").getAsString() : "";
            if (type.equals("mrkdwn")) {
                quiet(object.get("text").getAsString());
            } else if (type.equals("broadcast") || type.equals("usergroup")) {
                faults.add("it calls everybody: " + object);
            }
            object.asMap().values().forEach(this::quiet);
        }
    }

    private static JsonArray blocks(Map<String, String> form) {
        return JsonParser.parseString(form.getOrDefault("blocks", "[]")).getAsJsonArray();
    }
}
