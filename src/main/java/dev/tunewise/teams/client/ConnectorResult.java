package dev.tunewise.teams.client;

import java.time.Duration;

/** What the connector said to a call. */
public sealed interface ConnectorResult {
    /**
     * Done.
     *
     * @param id of the activity or conversation; empty where the connector names none
     * @param activityId of the first activity of a new conversation; empty else
     */
    record Done(String id, String activityId) implements ConnectorResult {}

    /** Later: a limit, or a fault that passes; nothing was written. */
    record Wait(Duration pause, String reason) implements ConnectorResult {}

    /** Nobody knows whether it was written: the connection broke after sending. */
    record Unknown(String reason) implements ConnectorResult {}

    /** Never. `status`: HTTP status; 0 when nothing was sent. */
    record Refused(int status, String reason) implements ConnectorResult {}
}
