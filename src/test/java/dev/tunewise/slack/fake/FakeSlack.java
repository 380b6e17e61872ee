package dev.tunewise.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.tunewise.slack.fake.Workspace.Channel;
import dev.tunewise.slack.fake.Workspace.Message;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A workspace with one app in it, and people who use it the way people use Slack. */
public final class FakeSlack implements AutoCloseable {
    /** Id of the app's own user. */
    public static final String BOT = "U0BOT";
    /** Id of the workspace. */
    public static final String TEAM = "T1";

    private final Workspace workspace = new Workspace();
    private final WebApi api;
    private Line line;

    public FakeSlack(InstantSource clock) {
        api = new WebApi(workspace, clock);
        channel("C0GENERAL", "general", true);
    }

    public Workspace workspace() {
        return workspace;
    }

    public WebApi api() {
        return api;
    }

    public void reachBy(Line newLine) {
        line = newLine;
    }

    public Line line() {
        return line;
    }

    /** A channel; the bot is in it or not. People join when they are made. */
    public void channel(String id, String name, boolean withBot) {
        Set<String> members = new HashSet<>(workspace.people());
        if (withBot) {
            members.add(BOT);
        }
        workspace.channel(new Channel(id, name, false, members, false));
    }

    /** Somebody of this workspace, with a direct message to the bot. */
    public Member member(String id, String name) {
        workspace.person(id, name);
        workspace.channels().values().stream()
                .filter(channel -> !channel.direct())
                .forEach(channel -> channel.members().add(id));
        workspace.channel(new Channel("D" + id, "", true, new HashSet<>(Set.of(id, BOT)), false));
        return new Member(this, id, name, TEAM);
    }

    /** Somebody of another organisation, in a shared channel. */
    public Member stranger(String id, String name, String team) {
        workspace.person(id, name);
        return new Member(this, id, name, team);
    }

    /** The envelope of an event. */
    public JsonObject callback(JsonObject event) {
        JsonObject authorization = new JsonObject();
        authorization.add("enterprise_id", JsonNull.INSTANCE);
        authorization.addProperty("team_id", TEAM);
        authorization.addProperty("user_id", BOT);
        authorization.addProperty("is_bot", true);
        authorization.addProperty("is_enterprise_install", false);
        JsonArray authorizations = new JsonArray();
        authorizations.add(authorization);
        JsonObject body = new JsonObject();
        body.addProperty("token", "legacy");
        body.addProperty("team_id", TEAM);
        body.addProperty("api_app_id", "A1");
        body.add("event", event);
        body.addProperty("type", "event_callback");
        body.addProperty("event_id", workspace.id("Ev"));
        body.addProperty("event_time", 1_700_000_000);
        body.add("authorizations", authorizations);
        body.addProperty("is_ext_shared_channel", false);
        return body;
    }

    /** Delivers an event of this type with these fields. */
    public int event(JsonObject event) {
        return line.event(callback(event), 0);
    }

    /** The newest message of a channel outside of threads. */
    public Message root(String channel) {
        List<Message> roots = workspace.messages().stream()
                .filter(message -> message.channel().equals(channel)
                        && message.thread().isEmpty()
                        && message.user().equals(BOT))
                .toList();
        return roots.getLast();
    }

    /** The newest message of the bot in a thread that has something to click. */
    public Message card(String root) {
        return findCard(root).orElseThrow(() -> new AssertionError("nothing to click in " + workspace.thread(root)));
    }

    /** The same where it may not have come yet. */
    public Optional<Message> findCard(String root) {
        return workspace.thread(root).stream()
                .filter(message -> message.user().equals(BOT) && clickable(message.blocks()))
                .reduce((_, later) -> later);
    }

    private static boolean clickable(JsonArray blocks) {
        for (JsonElement block : blocks) {
            String type = block.getAsJsonObject().get("type").getAsString();
            if (type.equals("actions") || type.equals("input")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
        }
        api.close();
    }
}
