package dev.tunewise.slack.install;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.channel.JsonText;
import dev.tunewise.slack.block.BlockKit;
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
        return BlockKit.object()
                .put("workspace", workspace)
                .put("url", url)
                .put("user", user)
                .put("name", name)
                .put("token", token)
                .put("refresh_token", refreshToken)
                .put("expires_at", expiresAt.equals(Instant.MAX) ? "" : expiresAt.toString())
                .put("installed_at", installedAt.toString())
                .toString();
    }

    static Installation read(String text) {
        JsonNode kept = JsonText.read(text);
        String expires = kept.path("expires_at").asText("");
        return new Installation(
                kept.path("workspace").asText(""),
                kept.path("url").asText(""),
                kept.path("user").asText(""),
                kept.path("name").asText(""),
                kept.path("token").asText(""),
                kept.path("refresh_token").asText(""),
                expires.isEmpty() ? Instant.MAX : Instant.parse(expires),
                Instant.parse(kept.path("installed_at").asText("")));
    }

    @Override
    public String toString() {
        return "Installation[" + workspace + ", since " + installedAt + "]";
    }
}
