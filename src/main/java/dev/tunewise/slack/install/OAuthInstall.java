package dev.tunewise.slack.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tunewise.channel.FormText;
import dev.tunewise.diagnostics.log.QuietLog;
import dev.tunewise.slack.client.SlackApi;
import dev.tunewise.slack.client.SlackBot;
import dev.tunewise.slack.client.SlackResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs Tunewise in a workspace or organisation: sends the browser to Slack, and takes the code that it comes back with. */
public record OAuthInstall(
        SlackApi api,
        InstallationStore installations,
        InstalledBots bots,
        InstalledBots.Client client,
        Addresses addresses,
        InstantSource clock,
        QuietLog quiet) {
    private static final Logger LOG = LoggerFactory.getLogger(OAuthInstall.class);

    /** What Tunewise asks for at an install; `deploy/slack/README.md` says why for each, and a test holds the manifests to this list. */
    public static final String SCOPES =
            "app_mentions:read,assistant:write,channels:history,channels:read,chat:write,commands,"
                    + "files:write,groups:history,groups:read,im:history,im:read,users:read";

    /**
     * Addresses of the install.
     *
     * @param redirect our own address that Slack sends them back to; empty for the one in the app's settings
     */
    public record Addresses(String authorize, String redirect) {}

    public String page(String state) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", client.id());
        fields.put("scope", SCOPES);
        fields.put("state", state);
        return addresses.authorize() + "?" + FormText.write(redirected(fields));
    }

    private Map<String, String> redirected(Map<String, String> fields) {
        if (!addresses.redirect().isEmpty()) {
            fields.put("redirect_uri", addresses.redirect());
        }
        return fields;
    }

    /** Trades the code for a token and keeps it; gives the name of the workspace, or nothing when Slack refused. */
    public Optional<String> complete(String code) {
        SlackResult<JsonNode> reply = api.call("", "oauth.v2.access", redirected(client.with(Map.of("code", code))));
        if (!(reply instanceof SlackResult.Done<JsonNode>(JsonNode given))) {
            quiet.say(() -> LOG.warn("Slack did not take the code of an install: {}", reply));
            return Optional.empty();
        }
        JsonNode home = given.path(given.path("is_enterprise_install").asBoolean() ? "enterprise" : "team");
        Instant now = clock.instant();
        String workspace = home.path("id").asText("");
        String token = given.path("access_token").asText("");
        String user = given.path("bot_user_id").asText("");
        if (workspace.isEmpty() || token.isEmpty() || user.isEmpty()) {
            LOG.warn("Slack's answer to an install names no workspace, no token or no bot user");
            return Optional.empty();
        }
        // What else is known of us there; the install works without it.
        SlackBot me =
                SlackBot.of(token, api.call(token, "auth.test", Map.of()).done().orElse(MissingNode.getInstance()));
        installations.keep(new Installation(
                workspace,
                me.url(),
                user,
                me.name(),
                token,
                given.path("refresh_token").asText(""),
                given.hasNonNull("expires_in")
                        ? now.plusSeconds(given.path("expires_in").asLong())
                        : Instant.MAX,
                now));
        bots.forget(workspace);
        return Optional.of(home.path("name").asText("your workspace"));
    }
}
