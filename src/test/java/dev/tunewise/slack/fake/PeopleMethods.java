package dev.tunewise.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What is told about people and channels. */
final class PeopleMethods {
    private final Workspace workspace;
    private final Function<Map<String, String>, String> bots;

    PeopleMethods(Workspace workspace, Function<Map<String, String>, String> bots) {
        this.workspace = workspace;
        this.bots = bots;
    }

    JsonObject conversationsInfo(Map<String, String> form) {
        Workspace.Channel channel =
                workspace.channel(form.getOrDefault("channel", "")).orElse(null);
        boolean visible = channel != null
                && (channel.id().startsWith("C") || channel.members().contains(bots.apply(form)));
        if (!visible) {
            return WebApi.error("channel_not_found");
        }
        JsonObject json = new JsonObject();
        json.addProperty("id", channel.id());
        json.addProperty("name", channel.name());
        json.addProperty("is_im", channel.direct());
        json.addProperty("is_private", workspace.closed(channel.id()));
        json.addProperty("is_ext_shared", channel.shared());
        json.addProperty("is_archived", workspace.archived(channel.id()));
        json.addProperty("is_member", channel.members().contains(bots.apply(form)));
        JsonObject answer = WebApi.ok();
        answer.add("channel", json);
        return answer;
    }

    JsonObject usersInfo(Map<String, String> form) {
        String name = workspace.name(form.getOrDefault("user", "")).orElse(null);
        if (name == null) {
            return WebApi.error("user_not_found");
        }
        JsonObject profile = new JsonObject();
        profile.addProperty("display_name", name);
        JsonObject user = new JsonObject();
        user.addProperty("id", form.get("user"));
        user.addProperty("name", name.toLowerCase(Locale.ROOT));
        user.add("profile", profile);
        user.addProperty("is_admin", workspace.isAdmin(form.get("user")));
        JsonObject answer = WebApi.ok();
        answer.add("user", user);
        return answer;
    }

    JsonObject conversationsMembers(Map<String, String> form) {
        JsonArray members = new JsonArray();
        workspace
                .channel(form.getOrDefault("channel", ""))
                .ifPresent(channel -> channel.members().forEach(members::add));
        JsonObject answer = WebApi.ok();
        answer.add("members", members);
        return answer;
    }

    JsonObject usersConversations(Map<String, String> form) {
        JsonArray channels = new JsonArray();
        for (Workspace.Channel channel : workspace.channelsOf(form.getOrDefault("user", ""))) {
            if (!channel.direct()) {
                JsonObject json = new JsonObject();
                json.addProperty("id", channel.id());
                channels.add(json);
            }
        }
        JsonObject answer = WebApi.ok();
        answer.add("channels", channels);
        return answer;
    }
}
