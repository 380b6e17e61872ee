package dev.tunewise.teams.fake;

import com.fasterxml.jackson.databind.JsonNode;

/** How activities reach the bot. */
@FunctionalInterface
public interface Line {
    /** Sends an activity with its header. */
    Answer send(String body, String authorization);

    /** What the bot answers. */
    record Answer(int status, JsonNode body) {}
}
