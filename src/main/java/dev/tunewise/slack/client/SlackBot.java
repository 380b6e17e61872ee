package dev.tunewise.slack.client;

import com.slack.api.methods.response.auth.AuthTestResponse;

/**
 * Tunewise as a member of one workspace or organisation.
 *
 * @param name how people mention it, without the @
 * @param url address of the workspace, with a slash at the end; empty when Slack did not tell it
 */
public record SlackBot(String token, String user, String name, String url) {
    public static SlackBot of(String token, AuthTestResponse me) {
        return new SlackBot(
                token,
                me.getUserId() == null ? "" : me.getUserId(),
                me.getUser() == null ? "Tunewise" : me.getUser(),
                me.getUrl() == null ? "" : me.getUrl());
    }

    @Override
    public String toString() {
        return "Bot[" + user + " at " + url + "]";
    }
}
