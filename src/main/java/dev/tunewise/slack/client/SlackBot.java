package dev.tunewise.slack.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Tunewise as a member of one workspace or organisation.
 *
 * @param name how people mention it, without the @
 * @param url address of the workspace, with a slash at the end; empty when Slack did not tell it
 */
public record SlackBot(String token, String user, String name, String url) {
    /** `me`: what Slack's `auth.test` says. */
    public static SlackBot of(String token, JsonNode me) {
        return new SlackBot(
                token,
                me.path("user_id").asText(""),
                me.path("user").asText("Tunewise"),
                me.path("url").asText(""));
    }

    @Override
    public String toString() {
        return "Bot[" + user + " at " + url + "]";
    }
}
