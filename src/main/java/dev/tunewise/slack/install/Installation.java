package dev.tunewise.slack.install;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tunewise.slack.client.SlackBot;
import java.time.Instant;

/**
 * Tunewise in one workspace, or in all workspaces of an organisation, as kept encrypted.
 *
 * @param workspace what it is kept under: id of the organisation when it was installed for all of it, else of the workspace
 * @param url address of the workspace; empty when Slack did not tell it
 * @param name how people mention it, without the @
 * @param refreshToken renews the token, once; empty where tokens do not rotate
 * @param expiresAt when the token ends; {@link Instant#MAX} where tokens do not rotate
 * @param installedAt when it was installed
 */
public record Installation(
        String workspace,
        String url,
        String user,
        String name,
        String token,
        String refreshToken,
        Instant expiresAt,
        Instant installedAt) {
    SlackBot bot() {
        return new SlackBot(token, user, name, url);
    }

    boolean rotates() {
        return !refreshToken.isEmpty();
    }

    public Installation renewed(String newToken, String newRefreshToken, Instant newExpiresAt) {
        return new Installation(workspace, url, user, name, newToken, newRefreshToken, newExpiresAt, installedAt);
    }

    String text() {
        JsonObject object = new JsonObject();
        object.addProperty("workspace", workspace);
        object.addProperty("url", url);
        object.addProperty("user", user);
        object.addProperty("name", name);
        object.addProperty("token", token);
        object.addProperty("refresh_token", refreshToken);
        object.addProperty("expires_at", expiresAt.equals(Instant.MAX) ? "" : expiresAt.toString());
        object.addProperty("installed_at", installedAt.toString());
        return object.toString();
    }

    static Installation read(String text) {
        JsonObject object = JsonParser.parseString(text).getAsJsonObject();
        String expires = string(object, "expires_at");
        return new Installation(
                string(object, "workspace"),
                string(object, "url"),
                string(object, "user"),
                string(object, "name"),
                string(object, "token"),
                string(object, "refresh_token"),
                expires.isEmpty() ? Instant.MAX : Instant.parse(expires),
                Instant.parse(string(object, "installed_at")));
    }

    private static String string(JsonObject object, String name) {
        JsonElement element = object.get(name);
        return element == null ? "" : element.getAsString();
    }

    @Override
    public String toString() {
        return "Installation[" + workspace + ", since " + installedAt + "]";
    }
}
