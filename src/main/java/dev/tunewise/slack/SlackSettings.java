package dev.tunewise.slack;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.ArrayList;
import java.util.List;

/**
 * How Tunewise takes part in Slack; `deploy/slack/README.md` leads through it. Off when nothing is set.
 *
 * @param mode `http` when Slack sends requests to us, `socket` when we connect to Slack, `off`
 * @param botToken token of the one workspace, `xoxb-…`; empty when many install it
 * @param signingSecret secret with which Slack signs; needed for `http`
 * @param appToken token of the app for Socket Mode, `xapp-…`; needed for `socket`
 * @param clientId id for installs by many workspaces; empty for one
 * @param redirectUrl our address that Slack sends browsers back to after an install, ending in `/slack/oauth_redirect`
 * @param authorizeUrl page of Slack on which people agree to an install
 * @param queue acknowledged requests held in memory; up to 50 times as many wait in the database, beyond that Slack is asked to send them again
 */
@ConfigurationProperties("tunewise.slack")
record SlackSettings(
        @Bindable(defaultValue = "off") String mode,
        @Bindable(defaultValue = "") String botToken,
        @Bindable(defaultValue = "") String signingSecret,
        @Bindable(defaultValue = "") String appToken,
        @Bindable(defaultValue = "") String clientId,
        @Bindable(defaultValue = "") String clientSecret,
        @Bindable(defaultValue = "") String redirectUrl,
        @Bindable(defaultValue = "fine-tuning") String flow,
        @Bindable(defaultValue = "https://slack.com/api/") String apiUrl,

        @Bindable(defaultValue = "https://slack.com/oauth/v2/authorize")
        String authorizeUrl,

        @Bindable(defaultValue = "12") int concurrency,
        @Bindable(defaultValue = "2000") int queue) {
    boolean isOff() {
        return mode.equals("off") || mode.isBlank();
    }

    boolean isSocket() {
        return mode.equals("socket");
    }

    boolean forManyWorkspaces() {
        return !clientId.isBlank();
    }

    /** Everything that is wrong, each with its remedy; none when it can work. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (isOff()) {
            return faults;
        }
        if (!mode.equals("http") && !isSocket()) {
            faults.add("tunewise.slack.mode is \"" + mode + "\"; expected http, socket or off.");
        }
        if (mode.equals("http") && signingSecret.isBlank()) {
            faults.add("tunewise.slack.signing-secret is missing; copy it from Basic Information, App Credentials.");
        }
        if (isSocket()) {
            token(
                    faults,
                    "app-token",
                    appToken,
                    "xapp-",
                    "create one under Basic Information, App-Level Tokens, with connections:write.");
        }
        if (forManyWorkspaces()) {
            if (clientSecret.isBlank()) {
                faults.add(
                        "tunewise.slack.client-secret is missing; it stands below the client id in App Credentials.");
            }
            if (!botToken.isBlank()) {
                faults.add("tunewise.slack.bot-token and client-id are both set; leave out the one that is not meant:"
                        + " the token serves one workspace, the client id many.");
            }
        } else {
            token(
                    faults,
                    "bot-token",
                    botToken,
                    "xoxb-",
                    "install the app to the workspace and copy the Bot User OAuth Token,"
                            + " or set client-id and client-secret for many workspaces.");
        }
        if (!redirectUrl.isBlank() && !redirectUrl.endsWith("/slack/oauth_redirect")) {
            faults.add(
                    "tunewise.slack.redirect-url is \"" + redirectUrl + "\"; it has to end in /slack/oauth_redirect.");
        }
        if (concurrency < 1 || queue < 1) {
            faults.add("tunewise.slack.concurrency is " + concurrency + " and queue is " + queue
                    + "; both have to be 1 or more.");
        }
        return faults;
    }

    private static void token(List<String> faults, String name, String value, String prefix, String remedy) {
        if (value.isBlank()) {
            faults.add("tunewise.slack." + name + " is missing; " + remedy);
        } else if (!value.startsWith(prefix)) {
            faults.add("tunewise.slack." + name + " does not begin with " + prefix + "; " + remedy);
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "SlackSettings[mode=" + mode + ", bot-token=" + hidden(botToken) + ", signing-secret="
                + hidden(signingSecret) + ", app-token=" + hidden(appToken) + ", client-id=" + clientId
                + ", client-secret=" + hidden(clientSecret) + ", flow=" + flow + "]";
    }

    private static String hidden(String secret) {
        return secret.isBlank() ? "none" : "set";
    }
}
