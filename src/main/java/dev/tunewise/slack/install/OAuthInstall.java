package dev.tunewise.slack.install;

import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import dev.tunewise.diagnostics.log.QuietLog;
import dev.tunewise.slack.client.SlackApi;
import dev.tunewise.slack.client.SlackBot;
import dev.tunewise.slack.client.SlackResult;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
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

    /**
     * Addresses of the install.
     *
     * @param redirect our own address that Slack sends them back to; empty for the one in the app's settings
     */
    public record Addresses(String authorize, String redirect) {}

    public String page(String state) {
        String page = addresses.authorize() + "?client_id=" + encode(client.id()) + "&scope=" + encode(OAuthScopes.BOT)
                + "&state=" + encode(state);
        return addresses.redirect().isEmpty() ? page : page + "&redirect_uri=" + encode(addresses.redirect());
    }

    /** Trades the code for a token and keeps it; gives the name of the workspace, or nothing when Slack refused. */
    public Optional<String> complete(String code) {
        SlackResult<OAuthV2AccessResponse> reply = api.call(
                "",
                methods -> methods.oauthV2Access(r -> r.clientId(client.id())
                        .clientSecret(client.secret())
                        .code(code)
                        .redirectUri(addresses.redirect().isEmpty() ? null : addresses.redirect())));
        if (!(reply instanceof SlackResult.Done<OAuthV2AccessResponse>(OAuthV2AccessResponse given))) {
            quiet.say(() -> LOG.warn("Slack did not take the code of an install: {}", reply));
            return Optional.empty();
        }
        boolean organisation = given.isEnterpriseInstall();
        String team = given.getTeam() == null ? "" : given.getTeam().getId();
        String enterprise =
                given.getEnterprise() == null ? "" : given.getEnterprise().getId();
        Instant now = clock.instant();
        String workspace = organisation ? enterprise : team;
        if (workspace.isEmpty() || given.getAccessToken() == null || given.getBotUserId() == null) {
            LOG.warn("Slack's answer to an install names no workspace, no token or no bot user");
            return Optional.empty();
        }
        SlackBot me = me(given.getAccessToken(), given.getBotUserId());
        installations.keep(new Installation(
                workspace,
                me.url(),
                given.getBotUserId(),
                me.name(),
                given.getAccessToken(),
                given.getRefreshToken() == null ? "" : given.getRefreshToken(),
                given.getExpiresIn() == null ? Instant.MAX : now.plusSeconds(given.getExpiresIn()),
                now));
        bots.forget(workspace);
        return Optional.of(name(given, organisation));
    }

    /** What else is known of us there; the install works without it. */
    private SlackBot me(String token, String user) {
        return api.call(token, methods -> methods.authTest(r -> r))
                        instanceof SlackResult.Done<AuthTestResponse>(AuthTestResponse me)
                ? SlackBot.of(token, me)
                : new SlackBot(token, user, "Tunewise", "");
    }

    private static String name(OAuthV2AccessResponse given, boolean organisation) {
        String name =
                organisation ? given.getEnterprise().getName() : given.getTeam().getName();
        return name == null ? "your workspace" : name;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
