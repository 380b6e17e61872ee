package dev.tunewise.slack.fake;

import com.google.gson.JsonObject;

/** How Slack reaches the app. */
public interface Line extends AutoCloseable {

    /** Delivers an event; returns the HTTP status of the acknowledgement, 200 for one over the socket. */
    int event(JsonObject body, int retry);

    /** Delivers a click, a filled window or a shortcut. */
    int interaction(JsonObject payload);

    /** Delivers a slash command. */
    int command(JsonObject fields);

    @Override
    void close();
}
